package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.timeouts;
import static dev.plumbline.faults.ServiceFaults.deafTo;

import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TcpSetting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Stacks that give up when they like, and tell too much or too little meanwhile (RFC 9293 sections 3.8.3 and 3.9.1.8). */
final class ReportFaults {
    private ReportFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "user-timeout-unheard",
                                "TCP_USER_TIMEOUT is accepted; five minutes it is all the same.",
                                deafTo(TcpSetting.UserTimeout.class::isInstance))
                        .killedBy("RFC9293/MUST-21")
                        .saying("that its application has set"),
                fault(
                                "user-timeout-of-a-stream",
                                "The user timeout begins with the first octet, and goes on while anything is under way.",
                                sender(OfAStream::new))
                        .killedBy("RFC9293/MUST-21")
                        .saying("was told that nobody answers, which is not so"),
                fault("reports-nothing", "Troubles that may pass are kept from applications.", telling(report -> false))
                        .killedBy("RFC9293/MUST-47", "RFC9293/SHLD-25", "RFC9293/SHLD-9")
                        .saying("is told of", "before the endpoint gives up"),
                fault(
                                "reports-no-retransmissions",
                                "That nobody answers is told when it is too late.",
                                telling(report -> report != TcpReport.RETRANSMISSIONS))
                        .killedBy("RFC9293/SHLD-9")
                        .saying("is told of a delivery problem", "only that the connection has failed"),
                fault(
                                "reports-no-icmp",
                                "ICMP errors that end nothing are kept from applications.",
                                telling(report -> report != TcpReport.ICMP_ERROR))
                        .killedBy("RFC9293/SHLD-25")
                        .saying("is told of an ICMP error"),
                fault("cries-wolf", "The first retransmission is told as a delivery problem.", timeouts(CriesWolf::new))
                        .killedBy("RFC9293/SHLD-10")
                        .saying("when it had sent the data only 2 times"),
                fault(
                                "reports-for-ever",
                                "Reports that were asked for once can be had no end of.",
                                deafTo(setting -> setting.equals(new TcpSetting.ErrorReports(false))))
                        .killedBy("RFC9293/SHLD-20")
                        .saying("although it does not want to know"));
    }

    private static Function<Host, Stack> telling(Predicate<TcpReport> which) {
        return around(stack -> new OtherCalls(stack, connection -> connection) {
            @Override
            boolean tells(TcpReport report) {
                return which.test(report);
            }
        });
    }

    private static final class OfAStream extends Sender {
        private final Map<Tcb, Duration> begun = new HashMap<>();

        @Override
        protected void armTimers(Turn turn) {
            super.armTimers(turn);
            Tcb tcb = turn.tcb;
            if (!tcb.isOutstanding()) {
                begun.remove(tcb);
                return;
            }
            Duration busy = turn.now.minus(begun.computeIfAbsent(tcb, first -> turn.now));
            if (tcb.wishes.userTimeout.filter(time -> busy.compareTo(time) > 0).isPresent()) {
                turn.fail(TcpError.TIMED_OUT);
            }
        }
    }

    private static final class CriesWolf extends Timeouts {
        CriesWolf(Sender sender) {
            super(sender);
        }

        @Override
        protected int r1() {
            return 1;
        }
    }
}
