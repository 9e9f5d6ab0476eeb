package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.IcmpErrorArrives;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timestamping;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToAcknowledge;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stacks that are right at first, and wrong when they have been at it for a while. */
final class LateFaults {
    private static final int HEADERS = 40;

    private LateFaults() {}

    static List<Fault> all() {
        return Stream.of(ofChallenges(), ofPathsAndStamps())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> ofChallenges() {
        return List.of(
                fault(
                                "challenges-spent",
                                "A connection has a hundred challenges, and then no more in its life.",
                                tcp(new Spent()))
                        .killedBy("RFC5961/7-AGAIN")
                        .saying("the endpoint stopped answering what has to be challenged"),
                fault(
                                "age-by-this-window",
                                "How old an acknowledgment may be is measured by the window that it comes with.",
                                arrival(ByThisWindow::new))
                        .killedBy("RFC5961/5.2-LARGEST-WINDOW")
                        .saying("too low", "(the number after what arrived)"),
                fault(
                                "challenges-held-back-count",
                                "The time in which ten challenges may leave begins anew with each that is held back.",
                                tcp(new HeldBackCounts()))
                        .killedBy("RFC5961/7-AGAIN")
                        .saying("has stopped answering what has to be challenged, as long as it goes on coming"),
                fault(
                                "age-by-sixteen-bits",
                                "The largest window is what the field can say, whatever the scale.",
                                arrival(BySixteenBits::new))
                        .killedBy("RFC5961/5.2-LARGEST-WINDOW")
                        .saying("too low", "(the number after what arrived)"));
    }

    private static List<Fault> ofPathsAndStamps() {
        return List.of(
                fault(
                                "path-widens",
                                "A path is taken for as wide as the last report says.",
                                IcmpFaults.errors(Widens::new))
                        .killedBy("RFC1191/NO-INCREASE")
                        .saying("but the peer takes only"),
                fault(
                                "path-recovers",
                                "A path is taken for as wide as the last report says, up to what it was at first.",
                                IcmpFaults.errors(Recovers::new))
                        .killedBy("RFC1191/NO-INCREASE")
                        .saying("although it had found that only"),
                fault(
                                "blocks-not-counted",
                                "Full segments have as much text with blocks as without.",
                                sender(NotCounted::new))
                        .killedBy("RFC9293/MUST-16")
                        .saying("octets of options and data, but the peer takes only", "its data alone fills the MSS"),
                fault(
                                "stamps-echo-the-last",
                                "What comes next in order has the timestamp to echo, acknowledged or not.",
                                ExtensionFaults.stamps(EchoesTheLast::new))
                        .killedBy("RFC7323/4.3-DELAYED")
                        .saying("with the timestamp of another than the first"),
                fault("paws-for-ever", "A timestamp counts for ever.", ExtensionFaults.stamps(ForEver::new))
                        .killedBy("RFC7323/5.5-OUTDATED")
                        .saying("(the number after what arrived)"),
                fault(
                                "paws-keeps-the-outdated",
                                "After a long silence anything counts, but what is echoed stays what it was.",
                                ExtensionFaults.stamps(KeepsOutdated::new))
                        .killedBy("RFC7323/5.5-OUTDATED")
                        .saying("does not echo the timestamp of what arrived"));
    }

    private static final class Spent extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                private int left = 100;

                @Override
                protected boolean mayChallenge(Duration now) {
                    return super.mayChallenge(now) && left-- > 0;
                }
            };
        }
    }

    private static final class HeldBackCounts extends TcpParts {
        private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
        private static final int MOST = 10;

        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                private Duration since = Duration.ZERO;
                private int challenges;

                @Override
                protected boolean mayChallenge(Duration now) {
                    challenges = now.minus(since).compareTo(FIVE_SECONDS) < 0 ? challenges + 1 : 1;
                    since = challenges > 1 && challenges <= MOST ? since : now;
                    return challenges <= MOST;
                }
            };
        }
    }

    private static final class BySixteenBits extends SegmentArrives {
        private static final int SIXTEEN_BITS = 0xffff;

        BySixteenBits(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            turn.tcb.maxSndWnd = Math.min(turn.tcb.maxSndWnd, SIXTEEN_BITS);
            return super.fifthCheckAck(turn, seg);
        }
    }

    private static final class ByThisWindow extends SegmentArrives {
        private final Sender sender;

        ByThisWindow(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        protected boolean fifthCheckAck(Turn turn, TcpSegment seg) {
            boolean tooOld = seg.has(TcpFlag.ACK)
                    && turn.tcb.isSynAcknowledged()
                    && seg.ack().isBefore(turn.tcb.sndUna.plus(-seg.window()));
            if (tooOld) {
                sender.acknowledge(turn);
            }
            return !tooOld && super.fifthCheckAck(turn, seg);
        }
    }

    private static final class Widens extends IcmpErrorArrives {
        Widens(Sender sender) {
            super(sender);
        }

        @Override
        protected void tooLarge(Turn turn, int nextHopMtu) {
            turn.tcb.sndMss = Math.max(turn.tcb.sndMss, nextHopMtu - HEADERS);
            super.tooLarge(turn, nextHopMtu);
        }
    }

    private static final class Recovers extends IcmpErrorArrives {
        private int first;

        Recovers(Sender sender) {
            super(sender);
        }

        @Override
        protected void tooLarge(Turn turn, int nextHopMtu) {
            first = Math.max(first, turn.tcb.sndMss);
            turn.tcb.sndMss = Math.max(turn.tcb.sndMss, Math.min(first, nextHopMtu - HEADERS));
            super.tooLarge(turn, nextHopMtu);
        }
    }

    private static final class NotCounted extends Sender {
        @Override
        protected TcpSegment data(Tcb tcb, SeqNumber seq, int octets) {
            TcpSegment right = super.data(tcb, seq, octets);
            int blocks = right.headerLength() - TcpSegment.MIN_HEADER;
            int more = Math.min(blocks, Math.min(tcb.octetsToSend() - octets, tcb.usableWindow() - octets));
            return octets < tcb.effectiveMss() || more <= 0
                    ? right
                    : right.toBuilder()
                            .payload(super.data(tcb, seq, octets + more).payload())
                            .build();
        }
    }

    private static final class EchoesTheLast extends Timestamping {
        private @Nullable SeqNumber next;

        EchoesTheLast(int offset) {
            super(offset);
        }

        @Override
        protected void heard(TcpSegment syn, Duration now) {
            super.heard(syn, now);
            next = syn.end();
        }

        @Override
        protected void take(TcpSegment seg, Duration now) {
            super.take(seg, now);
            if (isActive() && next != null && seg.seq().isAtOrBefore(next)) {
                next = SeqNumber.later(next, seg.end());
                seg.option(Timestamps.class)
                        .filter(stamps -> stamps.value() - recent() > 0)
                        .ifPresent(stamps -> remember(stamps.value(), now));
            }
        }
    }

    private static final class ForEver extends Timestamping {
        ForEver(int offset) {
            super(offset);
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            return super.isOld(seg, now) || (isActive() && !seg.has(TcpFlag.RST) && isBehind(seg, recent()));
        }
    }

    private static final class KeepsOutdated extends Timestamping {
        KeepsOutdated(int offset) {
            super(offset);
        }

        @Override
        protected void take(TcpSegment seg, Duration now) {
            if (!isBehind(seg, recent())) {
                super.take(seg, now);
            }
        }
    }

    private static boolean isBehind(TcpSegment seg, int recent) {
        return seg.option(Timestamps.class)
                .filter(stamps -> stamps.value() - recent < 0)
                .isPresent();
    }
}
