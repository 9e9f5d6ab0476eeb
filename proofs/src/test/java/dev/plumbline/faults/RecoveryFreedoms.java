package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.WhenToSendData;
import java.util.List;

/** Other choices of a TCP that repairs a loss, or has little room to send into. */
final class RecoveryFreedoms {
    private RecoveryFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                                "reno",
                                "The first acknowledgment of something new ends the repair: what goes beyond that is recommended (RFC"
                                        + " 5681 section 4.3).",
                                tcp(RecoveryFaults.recovery(Reno::new)))
                        .omitting("RFC6582/3.2-PARTIAL"),
                freedom(
                                "no-fast-retransmit",
                                "It waits for a timeout, whatever duplicates say: to use them is a SHOULD (RFC 5681 section 3.2).",
                                tcp(RecoveryFaults.recovery(OnlyTimeouts::new)))
                        .omitting(
                                "RFC5681/FAST-RETRANSMIT",
                                "RFC5681/LIMITED-TRANSMIT",
                                "RFC5681/RECOVERY",
                                "RFC6582/3.2-PARTIAL"),
                freedom(
                        "repaired-at-ssthresh",
                        "When the repair is over cwnd is ssthresh, whatever is under way (RFC 6582 section 3.2, step 3, option 2).",
                        tcp(new AtThreshold())),
                freedom(
                        "a-quarter-is-worthwhile",
                        "It uses a quarter of the largest window so far: half is recommended (RFC 9293 section 3.8.6.2.1).",
                        tcp(new AQuarter())));
    }

    private static final class Reno extends FastRecovery {
        Reno(CongestionWindow window) {
            super(window);
        }

        @Override
        protected boolean isPartial(Tcb tcb) {
            return false;
        }
    }

    private static final class OnlyTimeouts extends FastRecovery {
        OnlyTimeouts(CongestionWindow window) {
            super(window);
        }

        @Override
        public boolean duplicate(Tcb tcb) {
            return false;
        }
    }

    private static final class AtThreshold extends TcpParts {
        @Override
        public CongestionWindow congestionWindow() {
            return new CongestionWindow() {
                @Override
                public void leaveRecovery(int flight, int smss) {
                    super.leaveRecovery(Integer.MAX_VALUE, smss);
                }
            };
        }
    }

    private static final class AQuarter extends TcpParts {
        @Override
        public WhenToSendData whenToSendData() {
            return new WhenToSendData() {
                @Override
                public boolean maySend(Tcb tcb, int octets) {
                    boolean quarter = tcb.flight() == 0 && octets >= tcb.maxSndWnd / 4;
                    return quarter || super.maySend(tcb, octets);
                }
            };
        }
    }
}
