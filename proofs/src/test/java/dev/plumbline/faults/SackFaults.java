package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.ArrivedBlocks;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.SackProcessing;
import dev.plumbline.reference.tcp.SackRecovery;
import dev.plumbline.reference.tcp.Scoreboard;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpSegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that get selective acknowledgments wrong (RFC 2018 sections 2 to 8, RFC 2883 section 4, RFC 6675 section 5). */
final class SackFaults {
    private SackFaults() {}

    static List<Fault> all() {
        return Stream.of(permissions(), blocks(), choices(), duplicates(), senders(), nonsense(), ofSyns())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> ofSyns() {
        return List.of(fault(
                        "sack-of-the-answer",
                        "The text of a SYN with ACK is put into the queue in SYN-SENT, and once more in ESTABLISHED.",
                        arrival(HoldsTwice::new))
                .killedBy("RFC2883/4-ONCE", "RFC2018/3-HELD")
                .saying("have come twice, which they have not"));
    }

    private static List<Fault> permissions() {
        return List.of(
                fault(
                                "sack-never-offered",
                                "It knows selective acknowledgments, and permits none.",
                                segmentsOut(s -> s.has(TcpFlag.SYN) ? without(s, SackPermitted.class) : s))
                        .killedBy("RFC2018/2-OFFER")
                        .saying("its SYN does not permit them"),
                fault(
                                "sack-permitted-everywhere",
                                "SACK-permitted stands in every segment.",
                                segmentsOut(s -> s.has(TcpFlag.RST) ? s : with(s, new SackPermitted())))
                        .killedBy("RFC2018/2-SYN-ONLY")
                        .saying("in a segment that is no SYN"),
                fault("sack-unasked", "What is here beyond a gap is reported to anybody.", arrival(Unasked::new))
                        .killedBy("RFC7323/ONLY-IF-ASKED")
                        .saying("the option SACK"));
    }

    private static List<Fault> blocks() {
        return List.of(
                fault(
                                "sack-edge-too-far",
                                "The right edge is one too high.",
                                sacks(blocks -> blocks.stream()
                                        .map(block -> new Block(
                                                block.left(), block.right().plus(1)))
                                        .toList()))
                        .killedBy("RFC2018/3-HELD")
                        .saying("of which not everything has come in"),
                fault("sack-stale", "A block stays one when it is acknowledged.", reporting(Stale::new))
                        .killedBy("RFC2018/3-HELD")
                        .saying("have come twice, which they have not"),
                fault("sack-beyond-window", "What lies right of the window is a block, too.", arrival(Beyond::new))
                        .killedBy("RFC2018/3-HELD")
                        .saying("right of the window"),
                fault("sack-bare-only", "Blocks stand in segments without data only.", bareOnly())
                        .killedBy("RFC2018/4-ALWAYS")
                        .saying("does not report what arrived", "no SACK option"),
                fault("sack-never-joined", "Each segment is a block of its own.", reporting(NeverJoined::new))
                        .killedBy("RFC2018/3-ISOLATED")
                        .saying("blocks that nothing touches"));
    }

    private static List<Fault> choices() {
        return List.of(
                fault("sack-lowest-first", "Blocks are listed by their numbers.", sacks(SackFaults::lowestFirst))
                        .killedBy("RFC2018/4-FIRST")
                        .saying("in its first block"),
                fault(
                                "sack-one-or-none",
                                "Of two blocks it reports none.",
                                sacks(blocks -> blocks.size() > 1 ? List.of() : blocks))
                        .killedBy("RFC2018/4-ALWAYS")
                        .saying("were answered with no block"),
                fault(
                                "sack-one-block",
                                "It reports the latest block, and no other.",
                                sacks(blocks -> blocks.subList(0, Math.min(1, blocks.size()))))
                        .killedBy("RFC2018/4-MANY")
                        .saying("as many blocks as there is room for"),
                fault("sack-latest-and-lowest", "Behind the latest block come the lowest.", reporting(Lowest::new))
                        .killedBy("RFC2018/4-REPEAT")
                        .saying("the latest first"));
    }

    private static List<Fault> duplicates() {
        return List.of(
                fault("dsack-never", "What comes twice is not reported.", reporting(NoDuplicates::new))
                        .killedBy("RFC2883/4-FIRST")
                        .saying("what has come twice in its first block"),
                fault("dsack-alone", "Beside a duplicate nothing else is reported.", reporting(Alone::new))
                        .killedBy("RFC2883/4-SECOND")
                        .saying("in its second one"),
                fault("dsack-again", "A duplicate is reported until the next one comes.", reporting(Again::new))
                        .killedBy("RFC2883/4-ONCE")
                        .saying("have come twice, which they have not"),
                fault(
                                "dsack-until-something-comes",
                                "A duplicate is reported in whatever leaves until something else comes.",
                                reporting(UntilSomethingComes::new))
                        .killedBy("RFC2883/4-ONCE")
                        .saying("have come twice, which they have not"),
                fault("dsack-last-octet", "Of what comes twice the last octet is reported.", reporting(LastOctet::new))
                        .killedBy("RFC2883/4.2-PART")
                        .saying("of several parts the first one"));
    }

    private static List<Fault> senders() {
        return List.of(
                fault(
                                "sack-segments-whole",
                                "A segment is acknowledged as a whole, or not at all.",
                                tcp(new WholeSegments()))
                        .killedBy("RFC2018/8-KEEP")
                        .saying("octets"),
                fault(
                                "sack-goes-back",
                                "At the third duplicate everything is sent again, whatever blocks say.",
                                arrival(GoesBack::new))
                        .killedBy("RFC2018/5-SKIP")
                        .saying("sent octets again that its peer had reported"),
                fault("sack-remembered", "What was reported stays reported after a timeout.", tcp(new Remembers()))
                        .killedBy("RFC2018/5.1-TIMEOUT")
                        .saying("the peer receives"),
                fault("sack-acknowledges", "A block is an acknowledgment.", arrival(Acknowledges::new))
                        .killedBy("RFC2018/8-KEEP")
                        .saying("the peer receives"),
                fault("sack-one-hole", "Within a recovery no other losses are looked for.", tcpEach(OneHole::new))
                        .killedBy("RFC6675/5-HOLES")
                        .saying("waited for a timeout"));
    }

    private static List<Fault> nonsense() {
        return List.of(
                fault(
                                "sack-unsent-fatal",
                                "A block of what was never sent is looked for in the queue.",
                                arrival(UnsentFatal::new))
                        .killedBy("RFC2018/5-NONSENSE")
                        .saying("IndexOutOfBoundsException"),
                fault(
                                "sack-swapped-fatal",
                                "The length of a block is the difference of its edges.",
                                arrival(SwappedFatal::new))
                        .killedBy("RFC2018/5-NONSENSE")
                        .saying("NegativeArraySizeException"));
    }

    private static TcpSegment with(TcpSegment s, TcpOption option) {
        return s.option(option.getClass()).isPresent()
                ? s
                : s.toBuilder()
                        .options(Stream.concat(s.options().stream(), Stream.of(option))
                                .toList())
                        .build();
    }

    /** Blocks in segments without data only. */
    static Function<Host, Stack> bareOnly() {
        return segmentsOut(s -> s.payload().isEmpty() ? s : without(s, Sack.class));
    }

    private static TcpSegment without(TcpSegment s, Class<? extends TcpOption> option) {
        return s.toBuilder()
                .options(s.options().stream()
                        .filter(each -> !option.isInstance(each))
                        .toList())
                .build();
    }

    /** Other blocks are reported than those that it would report. */
    static Function<Host, Stack> sacks(UnaryOperator<List<Block>> change) {
        return segmentsOut(s -> s.option(Sack.class)
                .map(sack -> {
                    List<Block> blocks = change.apply(sack.blocks());
                    TcpSegment bare = without(s, Sack.class);
                    return blocks.isEmpty() ? bare : with(bare, new Sack(blocks));
                })
                .orElse(s));
    }

    /** Another memory of what has arrived, for each connection. */
    static Function<Host, Stack> reporting(Supplier<ArrivedBlocks> blocks) {
        return tcp(new TcpParts() {
            @Override
            public ArrivedBlocks arrivedBlocks() {
                return blocks.get();
            }
        });
    }

    /** Parts that remember something of their host. */
    private static Function<Host, Stack> tcpEach(Supplier<TcpParts> parts) {
        return host -> tcp(parts.get()).apply(host);
    }

    private static List<Block> lowestFirst(List<Block> blocks) {
        return blocks.stream()
                .sorted(Comparator.comparingInt(
                        block -> block.left().minus(blocks.get(0).left())))
                .toList();
    }

    private static TcpSegment reportOf(Tcb tcb, TcpSegment seg) {
        return TcpSegment.between(tcb.local.port(), tcb.remote.port())
                .seq(tcb.sndNxt)
                .ack(tcb.rcvNxt)
                .window(tcb.rcvWnd)
                .options(List.of(new Sack(List.of(new Block(seg.seq(), seg.end())))))
                .build();
    }

    private static final class Unasked extends SegmentArrives {
        Unasked(Sender sender) {
            super(sender);
        }

        @Override
        protected void seventhProcessText(Turn turn, TcpSegment seg) {
            super.seventhProcessText(turn, seg);
            if (!seg.payload().isEmpty() && seg.seq().isAfter(turn.tcb.rcvNxt)) {
                Tcb tcb = turn.tcb;
                turn.transmit(reportOf(tcb, seg));
            }
        }
    }

    private static final class Stale extends ArrivedBlocks {
        private Optional<Block> last = Optional.empty();

        @Override
        public void add(SeqNumber left, SeqNumber right) {
            super.add(left, right);
            last = Optional.of(new Block(left, right));
        }

        @Override
        public List<Block> beyond(SeqNumber rcvNxt) {
            List<Block> right = super.beyond(rcvNxt);
            return right.isEmpty() ? last.stream().toList() : right;
        }
    }

    private static final class Beyond extends SegmentArrives {
        Beyond(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean firstCheckSequenceNumber(Turn turn, TcpSegment seg) {
            Tcb tcb = turn.tcb;
            boolean beyond = !seg.payload().isEmpty() && seg.seq().isAtOrAfter(tcb.rcvNxt.plus(tcb.rcvWnd));
            if (beyond && !seg.has(TcpFlag.RST)) {
                turn.transmit(reportOf(tcb, seg));
                return false;
            }
            return super.firstCheckSequenceNumber(turn, seg);
        }
    }

    private static final class NeverJoined extends ArrivedBlocks {
        private final Deque<Block> all = new ArrayDeque<>();

        @Override
        public void add(SeqNumber left, SeqNumber right) {
            Block block = new Block(left, right);
            all.remove(block);
            all.addFirst(block);
        }

        @Override
        public List<Block> beyond(SeqNumber rcvNxt) {
            all.removeIf(block -> block.right().isAtOrBefore(rcvNxt));
            return Stream.concat(twice().stream(), all.stream()).limit(MOST).toList();
        }
    }

    private static final class Lowest extends ArrivedBlocks {
        private final List<Block> all = new ArrayList<>();

        @Override
        public void add(SeqNumber left, SeqNumber right) {
            super.add(left, right);
            all.add(new Block(left, right));
        }

        @Override
        public List<Block> beyond(SeqNumber rcvNxt) {
            List<Block> right = super.beyond(rcvNxt);
            if (right.size() < MOST) {
                return right;
            }
            Stream<Block> lowest = lowestFirst(all).stream().filter(block -> !block.equals(right.get(0)));
            return Stream.concat(Stream.of(right.get(0)), lowest).limit(MOST).toList();
        }
    }

    /** Also a freedom: RFC 2883 section 4 has no MUST. */
    static final class NoDuplicates extends ArrivedBlocks {
        @Override
        protected Optional<Block> twice() {
            return Optional.empty();
        }
    }

    private static final class Alone extends ArrivedBlocks {
        @Override
        public List<Block> beyond(SeqNumber rcvNxt) {
            List<Block> all = super.beyond(rcvNxt);
            return twice().isPresent() ? all.subList(0, 1) : all;
        }
    }

    private static final class Again extends ArrivedBlocks {
        private Optional<Block> last = Optional.empty();

        @Override
        public void arrive(SeqNumber left, SeqNumber right, SeqNumber rcvNxt) {
            super.arrive(left, right, rcvNxt);
            last = super.twice().isPresent() ? super.twice() : last;
        }

        @Override
        protected Optional<Block> twice() {
            return last;
        }
    }

    private static final class UntilSomethingComes extends ArrivedBlocks {
        @Override
        public void reported() {
            // It is told of as long as it is the latest arrival.
        }
    }

    private static final class LastOctet extends ArrivedBlocks {
        @Override
        public void arrive(SeqNumber left, SeqNumber right, SeqNumber rcvNxt) {
            int length = right.minus(left);
            super.arrive(left, right, rcvNxt);
            for (int from = length - 1; from > 0 && (from == length - 1 || twice().isEmpty()); from--) {
                super.arrive(left.plus(from), right, rcvNxt);
            }
            if (length > 1 && twice().isEmpty()) {
                super.arrive(left, right, rcvNxt);
            }
        }
    }

    private static final class GoesBack extends SegmentArrives {
        private final Sender sender;
        private int duplicates;

        GoesBack(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            boolean duplicate = seg.option(Sack.class).isPresent();
            boolean goesOn = super.fifthCheckAck(turn, without(seg, Sack.class));
            duplicates += duplicate ? 1 : 0;
            if (duplicates == 3 && duplicate) {
                sender.goBack(turn);
            }
            return goesOn;
        }
    }

    private static final class Remembers extends TcpParts {
        @Override
        public Scoreboard scoreboard() {
            return new Scoreboard() {
                @Override
                protected void forgetSacks() {
                    // What was reported is there.
                }
            };
        }
    }

    private static final class Acknowledges extends SegmentArrives {
        Acknowledges(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            SeqNumber ack = seg.sackBlocks().stream()
                    .map(Block::right)
                    .filter(right -> right.isAtOrBefore(turn.tcb.sndNxt))
                    .reduce(seg.ack(), SeqNumber::later);
            TcpSegment further =
                    without(seg, Sack.class).toBuilder().ackNumber(ack).build();
            return super.fifthCheckAck(turn, seg.has(TcpFlag.ACK) ? further : seg);
        }
    }

    private static final class OneHole extends TcpParts {
        private Optional<SackRecovery> latest = Optional.empty();

        @Override
        public SackRecovery sackRecovery(CongestionWindow window) {
            SackRecovery recovery = super.sackRecovery(window);
            latest = Optional.of(recovery);
            return recovery;
        }

        @Override
        public SackProcessing sackProcessing(Sender sender) {
            return new SackProcessing(sender) {
                @Override
                protected void detectLosses(Turn turn) {
                    if (!latest.map(SackRecovery::isRecovering).orElse(false)) {
                        super.detectLosses(turn);
                    }
                }
            };
        }
    }

    private static final class UnsentFatal extends SegmentArrives {
        UnsentFatal(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            seg.sackBlocks().forEach(block -> {
                if (block.left().isAfter(turn.tcb.sndNxt)) {
                    throw new IndexOutOfBoundsException("no segment begins at " + block.left());
                }
            });
            return super.fifthCheckAck(turn, seg);
        }
    }

    private static final class SwappedFatal extends SegmentArrives {
        SwappedFatal(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            seg.sackBlocks().forEach(block -> {
                int length = block.right().minus(block.left());
                if (length < 0) {
                    throw new NegativeArraySizeException(Integer.toString(length));
                }
            });
            return super.fifthCheckAck(turn, seg);
        }
    }

    private static final class HoldsTwice extends SegmentArrives {
        HoldsTwice(Sender sender) {
            super(sender);
        }

        @Override
        protected void seventhProcessText(Turn turn, TcpSegment seg) {
            super.seventhProcessText(turn, seg);
            if (seg.has(TcpFlag.SYN)) {
                super.seventhProcessText(turn, seg);
            }
        }
    }

    private static final class WholeSegments extends TcpParts {
        @Override
        public Scoreboard scoreboard() {
            return new Scoreboard() {
                @Override
                protected void cutAt(SeqNumber place) {
                    // It stays whole.
                }
            };
        }
    }
}
