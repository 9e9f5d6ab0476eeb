package dev.plumbline.faults;

import static dev.plumbline.faults.CongestionFaults.window;
import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stacks that learn the wrong thing from a loss, or repair what is not lost (RFC 5681 section 3, RFC 6582 section 3.2). */
final class RecoveryFaults {
    private RecoveryFaults() {}

    static List<Fault> all() {
        return Stream.of(halves(), repairs()).flatMap(List::stream).toList();
    }

    private static List<Fault> halves() {
        return List.of(
                fault(
                                "halves-cwnd",
                                "After a timeout half of what it might have sent is left, however little it had.",
                                tcp(window(HalvesWindow::new)))
                        .killedBy("RFC5681/FLIGHT-SIZE")
                        .saying("grew faster than congestion avoidance has it"),
                fault(
                                "halves-cwnd-after-duplicates",
                                "With the third duplicate half of what it might have sent is left, however little it had.",
                                tcp(window(HalvesWindowInRecovery::new)))
                        .killedBy("RFC5681/FLIGHT-SIZE")
                        .saying("the endpoint went on as if there had been none"),
                fault(
                                "counts-limited-transmit",
                                "Half of what is under way is halved when the third duplicate is there, and two segments more are"
                                        + " under way.",
                                tcp(window(CountsLimitedTransmit::new)))
                        .killedBy("RFC5681/FLIGHT-SIZE")
                        .saying("more under way than half of what was when it was noticed"));
    }

    private static List<Fault> repairs() {
        return List.of(
                fault(
                                "repairs-on",
                                "The acknowledgment that ends the repair has one more segment sent again.",
                                tcp(recovery(RepairsOn::new)))
                        .killedBy("RFC6582/3.2-FULL")
                        .saying("a segment again that nobody had missed"),
                fault(
                                "goes-back-for-duplicates",
                                "Three duplicates have everything sent again that is under way.",
                                tcp(recovery(GoesBack::new)))
                        .killedBy("RFC6582/3.2-FULL")
                        .saying("a segment again that nobody had missed"),
                fault(
                                "one-repair-for-all",
                                "The first acknowledgment of something new ends the repair; what else is lost is waited for.",
                                tcp(recovery(OneForAll::new)))
                        .killedBy("RFC6582/3.2-PARTIAL")
                        .saying("waited for a timeout, though its peer had acknowledged a part"));
    }

    static TcpParts recovery(Function<CongestionWindow, FastRecovery> recovery) {
        return new TcpParts() {
            @Override
            public FastRecovery fastRecovery(CongestionWindow window) {
                return recovery.apply(window);
            }
        };
    }

    private static int allowed(CongestionWindow window) {
        return (int) Math.min(window.octets(), Tcb.BUFFER);
    }

    private static final class HalvesWindow extends CongestionWindow {
        @Override
        public void timedOut(int flight, int smss) {
            super.timedOut(Math.max(flight, allowed(this)), smss);
        }
    }

    private static final class HalvesWindowInRecovery extends CongestionWindow {
        @Override
        public void enterRecovery(int flight, int smss) {
            super.enterRecovery(Math.max(flight, allowed(this)), smss);
        }
    }

    private static final class CountsLimitedTransmit extends CongestionWindow {
        @Override
        public void enterRecovery(int flight, int smss) {
            super.enterRecovery(flight + 2 * smss, smss);
        }
    }

    private static final class RepairsOn extends FastRecovery {
        RepairsOn(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean acknowledged(Tcb tcb, int octets) {
            boolean partial = isPartial(tcb);
            boolean repairing = isRepairing(tcb);
            return super.acknowledged(tcb, octets) || (repairing && !partial);
        }
    }

    private static final class GoesBack extends FastRecovery {
        GoesBack(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean duplicate(Tcb tcb) {
            boolean lost = super.duplicate(tcb);
            tcb.sndPtr = lost ? tcb.sndUna : tcb.sndPtr;
            return lost;
        }
    }

    private static final class OneForAll extends FastRecovery {
        OneForAll(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isPartial(Tcb tcb) {
            return false;
        }
    }
}
