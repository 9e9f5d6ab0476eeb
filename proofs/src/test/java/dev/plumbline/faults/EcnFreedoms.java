package dev.plumbline.faults;

import static dev.plumbline.faults.EcnFaults.ecn;
import static dev.plumbline.faults.Freedom.freedom;

import dev.plumbline.ip.Ecn;
import dev.plumbline.reference.tcp.CongestionNotification;
import dev.plumbline.reference.tcp.CongestionWindow;
import java.util.List;

/** Other choices of who understands ECN (RFC 3168 section 6.1). */
final class EcnFreedoms {
    private EcnFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                                "ecn-only-if-asked",
                                "It asks for no ECN, and agrees to it: to support it at all is only a SHOULD (RFC 9293 section 3.8.2,"
                                        + " SHLD-8).",
                                ecn(OnlyIfAsked::new))
                        .omitting("RFC9293/SHLD-8", "RFC3168/ECT-0"),
                freedom(
                        "ecn-first-syn-only",
                        "Only its first SYN asks for ECN (RFC 3168 section 6.1.1.1).",
                        ecn(window -> new Asks(window, 1))),
                freedom(
                                "ecn-every-syn",
                                "All its SYNs ask for ECN: others are only a MAY (RFC 3168 section 6.1.1.1).",
                                ecn(window -> new Asks(window, Integer.MAX_VALUE)))
                        .omitting("RFC3168/RETRY"),
                freedom(
                                "ecn-receives-only",
                                "It agrees to ECN, and has none of its data marked: that commits to nothing (RFC 3168 section 6.1.1).",
                                ecn(window -> new Marks(window, Ecn.NOT_ECT)))
                        .omitting("RFC3168/ECT-0"),
                freedom(
                                "ecn-ect-1",
                                "It marks its data with the other codepoint: that it is ECT(0) is only a SHOULD (RFC 3168 section 6.1.2).",
                                ecn(window -> new Marks(window, Ecn.ECT_1)))
                        .omitting("RFC3168/ECT-0"));
    }

    private static final class OnlyIfAsked extends CongestionNotification {
        OnlyIfAsked(CongestionWindow window) {
            super(window);
        }

        @Override
        protected int asking() {
            return 0;
        }
    }

    private static final class Asks extends CongestionNotification {
        private final int times;

        Asks(CongestionWindow window, int times) {
            super(window);
            this.times = times;
        }

        @Override
        protected int asking() {
            return times;
        }
    }

    private static final class Marks extends CongestionNotification {
        private final Ecn mark;

        Marks(CongestionWindow window, Ecn mark) {
            super(window);
            this.mark = mark;
        }

        @Override
        protected Ecn codepoint() {
            return mark;
        }
    }
}
