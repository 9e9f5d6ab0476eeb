package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.reference.tcp.IcmpErrorArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import java.util.List;

/** Other choices of what is reported to a sender, and of what is made of reports (RFC 1122 section 3.2.2). */
final class IcmpFreedoms {
    private IcmpFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                                "no-word-of-ports",
                                "Nobody is told that nobody has a port: a host should, and may have its reasons (RFC 1122 section 4.1.3.1).",
                                IcmpFaults.withoutReport(DestinationUnreachable.PORT))
                        .omitting("RFC1122/PORT-UNREACHABLE"),
                freedom(
                                "no-word-of-protocols",
                                "Nobody is told that a protocol is not known (RFC 1122 section 3.2.2.1, a SHOULD).",
                                IcmpFaults.withoutReport(DestinationUnreachable.PROTOCOL))
                        .omitting("RFC1122/PROTOCOL-UNREACHABLE"),
                freedom(
                        "hard-errors-end-all",
                        "A hard error about what is under way ends any connection (RFC 9293 section 3.9.2.2, SHLD-26).",
                        IcmpFaults.errors(EndsAll::new)),
                freedom(
                                "hard-errors-wait",
                                "Hard errors end nothing: the retransmissions find out (RFC 9293 section 3.9.2.2, a SHOULD).",
                                IcmpFaults.errors(Waits::new))
                        .omitting("RFC9293/SHLD-26"),
                freedom(
                                "numbers-unchecked",
                                "An error is believed whatever number it quotes: RFC 5927 section 4.1 describes a check, and demands none.",
                                IcmpFaults.errors(IcmpFaults.Believes::new))
                        .omitting("RFC5927/NUMBER-CHECK"));
    }

    /** Whatever ICMP says may pass. */
    private static final class Waits extends IcmpErrorArrives {
        Waits(Sender sender) {
            super(sender);
        }

        @Override
        public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
            int underWay = turn.tcb.sndNxt.minus(turn.tcb.sndUna);
            if (seq.isWithin(turn.tcb.sndUna, Math.max(0, underWay))) {
                softError(turn);
            }
        }
    }

    private static final class EndsAll extends IcmpErrorArrives {
        EndsAll(Sender sender) {
            super(sender);
        }

        @Override
        public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
            boolean underWay = seq.isWithin(turn.tcb.sndUna, Math.max(0, turn.tcb.sndNxt.minus(turn.tcb.sndUna)));
            boolean hard = error instanceof DestinationUnreachable unreachable
                    && (unreachable.code() == DestinationUnreachable.PROTOCOL
                            || unreachable.code() == DestinationUnreachable.PORT);
            if (hard && underWay) {
                turn.fail(TcpError.UNREACHABLE);
            } else {
                super.errorArrives(turn, error, seq);
            }
        }
    }
}
