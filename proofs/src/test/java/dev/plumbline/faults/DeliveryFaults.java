package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.timeouts;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.IcmpErrorArrives;
import dev.plumbline.reference.tcp.ReceiveQueue;
import dev.plumbline.reference.tcp.RetransmissionTimeout;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.TimerKind;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToAcknowledge;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that do not deliver what they should: the rows DEL-1 to DEL-3, ORD-1 and ORD-2 of the lesson. */
final class DeliveryFaults {
    private DeliveryFaults() {}

    static List<Fault> all() {
        return Stream.of(answering(), sendingAgain(), missingNothing(), inOrder(), askingForMissing())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> answering() {
        return List.of(
                fault(
                                "deaf-to-duplicates",
                                "Data that has arrived before is dropped without an answer.",
                                arrivals((tcb, seg) ->
                                        isOld(tcb, seg) && seg.len() > 0 ? Optional.empty() : Optional.of(seg)))
                        .killedBy("DEL-1")
                        .saying("the endpoint did not send what it must", "the number after everything"),
                fault(
                                "ack-beyond-gap",
                                "It acknowledges the end of whatever came last, gap or no gap.",
                                host -> tcp(new AcksBeyondGap()).apply(host))
                        .killedBy("DEL-1", "RFC9293/ACK-RECEIVED")
                        .saying("too many", "what is missing before it was skipped"),
                fault(
                                "lazy-behind-old-acks",
                                "Text that comes with an acknowledgment from before waits for its own for 600 ms.",
                                arrival(LazyBehindOldAcks::new))
                        .killedBy("RFC9293/MUST-40")
                        .saying("the endpoint let data that had arrived in order wait 600 ms"),
                fault("lazy-ack", "An acknowledgment waits for 600 ms.", tcp(new LazyAck()))
                        .killedBy("RFC9293/MUST-40", "DEL-1")
                        .saying("wait 600 ms for an acknowledgment", "less than 500 ms"),
                fault("fin-not-counted", "A FIN is noticed, but takes up no number.", sender(FinNotCounted::new))
                        .killedBy("DEL-1")
                        .saying("which is 1 too low", "the FIN was not counted"));
    }

    private static List<Fault> sendingAgain() {
        return List.of(
                fault("never-again", "What is lost is never sent again.", timeouts(NeverAgain::new))
                        .killedBy("DEL-2", "DEL-3")
                        .saying("a segment with octet 0 of what the endpoint's application has sent"),
                fault("other-octets", "What is sent again begins one octet too late.", sender(OtherOctets::new))
                        .killedBy("DEL-2", "RFC9293/SAME-OCTETS")
                        .saying("its octets are not those of the stream"),
                fault("no-back-off", "Every timeout is as long as the one before.", tcp(new NoBackOff()))
                        .killedBy("RFC6298/BACK-OFF", "DEL-2")
                        .saying("having waited 1000 ms the time before", "each timeout doubles the next"),
                fault("ends-silently", "It gives up, and tells nobody.", timeouts(GivesUpSilently::new))
                        .killedBy("DEL-2")
                        .saying("that nobody answers", "for it the connection goes on"),
                fault(
                                "fin-lost",
                                "What is sent again has no FIN.",
                                host -> segmentsOut(new FinOnce()).apply(host))
                        .killedBy("DEL-2")
                        .saying("a segment with FIN"),
                fault("no-probe", "A closed window is not probed.", sender(NoProbe::new))
                        .killedBy("DEL-2", "RFC9293/MUST-36")
                        .saying("makes the peer say how large its window is", "nothing"),
                fault(
                                "timer-starts-anew",
                                "The retransmission timer starts anew whatever arrives.",
                                tcp(new TimerStartsAnew()))
                        .killedBy("DEL-2")
                        .saying("a segment with octet 0 of what the endpoint's application has sent"));
    }

    private static List<Fault> missingNothing() {
        return List.of(
                fault("rst-is-end", "A reset is taken for the end of the stream.", arrivals(DeliveryFaults::rstAsFin))
                        .killedBy("DEL-3")
                        .saying("is told that the connection was reset", "it was told that the peer has closed"),
                fault(
                                "early-end",
                                "The end of the stream is told when the FIN comes, gap or no gap.",
                                queue(EarlyEnd::new))
                        .killedBy("DEL-3")
                        .saying("was told that the peer has closed", "although octets are missing"),
                fault(
                                "tail-lost",
                                "Where as much is unread as a window without scale can say, the last octet is lost.",
                                queue(TailLost::new))
                        .killedBy("DEL-3")
                        .saying("octets instead of"));
    }

    private static List<Fault> inOrder() {
        return List.of(
                fault("as-it-comes", "Segments are delivered as they come.", queue(AsItComes::new))
                        .killedBy("ORD-1", "ORD-2", "DEL-3")
                        .saying("too many"),
                fault(
                                "double-delivery",
                                "What arrives twice is delivered twice.",
                                arrivals((tcb, seg) -> Optional.of(
                                        isOld(tcb, seg) && !seg.payload().isEmpty()
                                                ? seg.toBuilder()
                                                        .seq(tcb.rcvNxt)
                                                        .build()
                                                : seg)))
                        .killedBy("ORD-1", "DEL-1", "DEL-3")
                        .saying("too many", "came twice and was counted twice"),
                fault(
                                "overlap-twice",
                                "Of a segment that overlaps what is there already everything is delivered.",
                                arrivals(DeliveryFaults::renumbered))
                        .killedBy("ORD-1")
                        .saying("too many"),
                fault(
                                "wrap-off-by-one",
                                "Once the numbers have begun again at 0, each acknowledgment is one too high.",
                                sender(WrapOffByOne::new))
                        .killedBy("ORD-1", "RFC9293/ACK-RECEIVED")
                        .saying("1 too many")
                        .dependingOn("the peer's initial sequence number"));
    }

    private static List<Fault> askingForMissing() {
        return List.of(
                fault(
                                "silent-about-gaps",
                                "A segment behind a gap is kept without a word.",
                                arrival(SilentAboutGaps::new))
                        .killedBy("RFC5681/ACK-AT-ONCE", "ORD-2")
                        .saying("one acknowledgment of 1001 for each of the", "the endpoint asked 0 times"),
                fault(
                                "keeps-the-place",
                                "What comes too early is thrown away, but its place is kept.",
                                queue(KeepsThePlace::new))
                        .killedBy("ORD-2", "ORD-1")
                        .saying("is 0 instead of"),
                fault(
                                "asks-from-the-start",
                                "While something is missing it asks for everything from the first octet on.",
                                host -> tcp(new AsksFromTheStart()).apply(host))
                        .killedBy("ORD-2", "RFC9293/ACK-FORWARD")
                        .saying("after it had acknowledged"));
    }

    /** Those that break what the lesson does not ask for. */
    static List<Fault> beyondTheLesson() {
        return List.of(
                fault("stretch-ack", "Every acknowledgment waits, however much has come.", tcp(new StretchAck()))
                        .killedBy("RFC9293/SHLD-19")
                        .saying("octets come in before it acknowledged them"),
                fault("hasty", "It waits a fifth of the timeout.", tcp(new Hasty()))
                        .killedBy("RFC6298/MINIMUM")
                        .saying("waited only 200 ms"),
                fault("no-fast-retransmit", "Duplicate acknowledgments are not counted.", tcp(new NoFastRetransmit()))
                        .killedBy("RFC5681/FAST-RETRANSMIT")
                        .saying("after three acknowledgments of the one before"),
                fault(
                                "probes-five-times",
                                "A window that stays closed for five probes ends it.",
                                timeouts(FiveProbes::new))
                        .killedBy("RFC9293/MUST-37")
                        .saying("the peer receives exactly", "the first 100 of them right"),
                fault("soft-is-hard", "Any ICMP error ends the connection.", tcp(new SoftIsHard()))
                        .killedBy("RFC9293/MUST-56")
                        .saying("nothing"),
                fault("no-slow-start", "A connection begins with all that the peer takes.", tcp(new NoSlowStart()))
                        .killedBy("RFC5681/INITIAL-WINDOW", "DEL-3")
                        .saying("into a network that it knows nothing of"),
                fault(
                                "mss-everywhere",
                                "The MSS option stands in every segment.",
                                segmentsOut(s -> s.toBuilder()
                                        .options(List.of(new TcpOption.MaximumSegmentSize(1460)))
                                        .build()))
                        .killedBy("RFC9293/MUST-65", "DEL-1")
                        .saying("in a segment that is no SYN"),
                fault(
                                "scale-unasked",
                                "The answer to a SYN offers window scaling, asked or not.",
                                segmentsOut(s -> s.has(TcpFlag.SYN)
                                        ? s.toBuilder()
                                                .options(List.of(new TcpOption.WindowScale(0)))
                                                .build()
                                        : s))
                        .killedBy("RFC7323/ONLY-IF-ASKED", "HS-2")
                        .saying("the option window scale"));
    }

    static Function<Host, Stack> queue(Supplier<ReceiveQueue> queue) {
        return tcp(new TcpParts() {
            @Override
            public ReceiveQueue receiveQueue() {
                return queue.get();
            }
        });
    }

    private static boolean isOld(Tcb tcb, TcpSegment seg) {
        return !seg.has(TcpFlag.SYN) && seg.end().isAtOrBefore(tcb.rcvNxt);
    }

    private static Optional<TcpSegment> rstAsFin(Tcb tcb, TcpSegment seg) {
        return Optional.of(
                seg.has(TcpFlag.RST)
                        ? seg.toBuilder()
                                .flags(TcpFlags.of(TcpFlag.FIN))
                                .ack(tcb.sndUna)
                                .build()
                        : seg);
    }

    private static Optional<TcpSegment> renumbered(Tcb tcb, TcpSegment seg) {
        boolean overlaps = !seg.has(TcpFlag.SYN)
                && seg.seq().isBefore(tcb.rcvNxt)
                && seg.end().isAfter(tcb.rcvNxt);
        return Optional.of(overlaps ? seg.toBuilder().seq(tcb.rcvNxt).build() : seg);
    }

    /** Remembers for each connection how far the peer's segments have come. */
    private abstract static class Remembering extends TcpParts {
        private final IdentityHashMap<Tcb, SeqNumber> ends = new IdentityHashMap<>();

        /** What it acknowledges. */
        abstract SeqNumber ackNumber(Tcb tcb, SeqNumber end);

        @Override
        public Sender sender() {
            return new Sender() {
                @Override
                protected SeqNumber ackNumber(Tcb tcb) {
                    return Remembering.this.ackNumber(tcb, ends.getOrDefault(tcb, tcb.rcvNxt));
                }
            };
        }

        @Override
        public SegmentArrives segmentArrives(Sender sender) {
            return new SegmentArrives(sender) {
                @Override
                public void segmentArrives(Turn turn, TcpSegment seg) {
                    if (!seg.has(TcpFlag.SYN)) {
                        ends.merge(turn.tcb, seg.end(), SeqNumber::later);
                    }
                    super.segmentArrives(turn, seg);
                }
            };
        }
    }

    private static final class AcksBeyondGap extends Remembering {
        @Override
        SeqNumber ackNumber(Tcb tcb, SeqNumber end) {
            return SeqNumber.later(tcb.rcvNxt, end);
        }
    }

    private static final class AsksFromTheStart extends Remembering {
        @Override
        SeqNumber ackNumber(Tcb tcb, SeqNumber end) {
            return end.isAfter(tcb.rcvNxt) ? tcb.irs.plus(1) : tcb.rcvNxt;
        }
    }

    private static final class LazyBehindOldAcks extends SegmentArrives {
        LazyBehindOldAcks(Sender sender) {
            super(sender);
        }

        @Override
        protected void acknowledgeText(Turn turn, TcpSegment seg, int octets, boolean hadGap) {
            if (octets > 0 && seg.ack().isBefore(turn.tcb.sndUna)) {
                turn.start(TimerKind.DELAYED_ACK, Duration.ofMillis(600));
            } else {
                super.acknowledgeText(turn, seg, octets, hadGap);
            }
        }
    }

    private static final class LazyAck extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                @Override
                public Duration delay() {
                    return Duration.ofMillis(600);
                }
            };
        }
    }

    private static final class FinNotCounted extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            return switch (tcb.state) {
                case CLOSE_WAIT, LAST_ACK, CLOSING, TIME_WAIT -> tcb.rcvNxt.plus(-1);
                case CLOSED, LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2 -> tcb.rcvNxt;
            };
        }
    }

    private static final class NeverAgain extends Timeouts {
        NeverAgain(Sender sender) {
            super(sender);
        }

        @Override
        protected void retransmissionTimeout(Turn turn) {
            turn.tcb.rto.backOff();
            turn.startUnlessRunning(TimerKind.RETRANSMISSION, turn.tcb.rto.value());
        }
    }

    private static final class OtherOctets extends Sender {
        @Override
        protected TcpSegment data(Tcb tcb, SeqNumber seq, int octets) {
            TcpSegment segment = super.data(tcb, seq, octets);
            boolean again = octets > 1 && segment.end().isAtOrBefore(tcb.sndNxt);
            Octets payload = segment.payload();
            return again
                    ? segment.toBuilder()
                            .payload(payload.from(1).plus(payload.slice(0, 1)))
                            .build()
                    : segment;
        }
    }

    private static final class NoBackOff extends TcpParts {
        @Override
        public RetransmissionTimeout retransmissionTimeout() {
            return new RetransmissionTimeout() {
                @Override
                public void backOff() {
                    // As if nothing had happened.
                }
            };
        }
    }

    private static final class GivesUpSilently extends Timeouts {
        GivesUpSilently(Sender sender) {
            super(sender);
        }

        @Override
        protected void userTimeout(Turn turn) {
            turn.delete();
        }
    }

    private static final class FinOnce implements UnaryOperator<TcpSegment> {
        private final Set<SeqNumber> sent = new HashSet<>();

        @Override
        public TcpSegment apply(TcpSegment segment) {
            boolean again = segment.has(TcpFlag.FIN) && !sent.add(segment.end());
            return again
                    ? segment.toBuilder()
                            .flags(segment.flags().without(TcpFlag.FIN))
                            .build()
                    : segment;
        }
    }

    private static final class NoProbe extends Sender {
        @Override
        public void probe(Turn turn) {
            turn.tcb.probes++;
        }
    }

    private static final class TimerStartsAnew extends TcpParts {
        @Override
        public AckProcessing ackProcessing(Sender sender) {
            return new AckProcessing(sender) {
                @Override
                protected void updateWindow(Turn turn, TcpSegment seg) {
                    turn.stop(TimerKind.RETRANSMISSION);
                    super.updateWindow(turn, seg);
                }
            };
        }
    }

    private static final class EarlyEnd extends ReceiveQueue {
        @Override
        public void holdFin(int ahead) {
            super.holdFin(0);
        }
    }

    private static final class TailLost extends ReceiveQueue {
        /** Without a scale (RFC 9293 section 3.1). */
        private static final int LARGEST_WINDOW = 65_535;

        @Override
        public Octets take(int max) {
            boolean full = unread() >= LARGEST_WINDOW;
            Octets taken = super.take(max);
            return full ? taken.slice(0, taken.length() - 1) : taken;
        }
    }

    private static final class AsItComes extends ReceiveQueue {
        @Override
        public void hold(int ahead, Octets data) {
            super.hold(0, data);
        }
    }

    private static final class WrapOffByOne extends Sender {
        @Override
        protected SeqNumber ackNumber(Tcb tcb) {
            boolean wrapped = tcb.rcvNxt.value() < tcb.irs.value();
            return wrapped && !tcb.rcvNxt.equals(tcb.irs.plus(1)) ? tcb.rcvNxt.plus(1) : tcb.rcvNxt;
        }
    }

    private static final class SilentAboutGaps extends SegmentArrives {
        SilentAboutGaps(Sender sender) {
            super(sender);
        }

        @Override
        protected void acknowledgeText(Turn turn, TcpSegment seg, int octets, boolean hadGap) {
            if (seg.seq().isAtOrBefore(turn.tcb.rcvNxt)) {
                super.acknowledgeText(turn, seg, octets, hadGap);
            }
        }
    }

    private static final class KeepsThePlace extends ReceiveQueue {
        @Override
        public void hold(int ahead, Octets data) {
            super.hold(ahead, ahead > 0 ? Octets.wrap(new byte[data.length()]) : data);
        }
    }

    private static final class StretchAck extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                @Override
                public boolean mayWait(Tcb tcb) {
                    return true;
                }
            };
        }
    }

    private static final class Hasty extends TcpParts {
        @Override
        public RetransmissionTimeout retransmissionTimeout() {
            return new RetransmissionTimeout() {
                @Override
                public Duration value() {
                    return super.value().dividedBy(5);
                }
            };
        }
    }

    private static final class NoFastRetransmit extends TcpParts {
        @Override
        public FastRecovery fastRecovery(CongestionWindow window) {
            return new FastRecovery(window) {
                @Override
                public boolean duplicate(Tcb tcb) {
                    return false;
                }
            };
        }
    }

    private static final class FiveProbes extends Timeouts {
        FiveProbes(Sender sender) {
            super(sender);
        }

        @Override
        protected void probeTimeout(Turn turn) {
            if (turn.tcb.probes < 5) {
                super.probeTimeout(turn);
            } else {
                turn.fail(TcpError.TIMED_OUT);
            }
        }
    }

    private static final class SoftIsHard extends TcpParts {
        @Override
        public IcmpErrorArrives icmpErrorArrives(Sender sender) {
            return new IcmpErrorArrives(sender) {
                @Override
                public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
                    turn.fail(TcpError.UNREACHABLE);
                }
            };
        }
    }

    private static final class NoSlowStart extends TcpParts {
        @Override
        public CongestionWindow congestionWindow() {
            return new CongestionWindow() {
                @Override
                protected long initial(int smss) {
                    return Tcb.BUFFER;
                }
            };
        }
    }
}
