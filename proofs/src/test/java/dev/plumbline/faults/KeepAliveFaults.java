package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.KeepAlive;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stacks that ask too often, too soon or too harshly whether their peer is still there (RFC 9293 section 3.8.4). */
final class KeepAliveFaults {
    private KeepAliveFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("keep-alive-by-default", "Every idle connection is kept alive.", asking(ByDefault::new))
                        .killedBy("RFC9293/MUST-25")
                        .saying("a keep-alive, for which it had no reason", "no keep-alive for a day"),
                fault(
                                "keep-alive-by-the-clock",
                                "The interval begins with the connection, whatever the peer has said since then.",
                                asking(ByTheClock::new))
                        .killedBy("RFC9293/MUST-26")
                        .saying("a keep-alive, for which it had no reason", "no keep-alive meanwhile"),
                fault(
                                "keep-alive-deaf-in-close-wait",
                                "Once the peer has closed, nothing that comes from it makes the interval begin anew.",
                                asking(DeafInCloseWait::new))
                        .killedBy("RFC9293/MUST-26")
                        .saying("a keep-alive, for which it had no reason", "no keep-alive meanwhile"),
                fault(
                                "keep-alive-amid-data",
                                "Keep-alives are sent while data is under way that nobody acknowledges.",
                                asking(AmidData::new))
                        .killedBy("RFC9293/MUST-26")
                        .saying("a keep-alive, for which it had no reason"),
                fault(
                                "keep-alive-after-half-the-time",
                                "A connection that has been idle for half of the interval is asked already.",
                                asking(HalfTheTime::new))
                        .killedBy("RFC9293/MUST-27", "RFC9293/MUST-28")
                        .saying("a keep-alive, for which it had no reason", "before that time is over"),
                fault("keep-alive-each-hour", "The default is an hour.", asking(EachHour::new))
                        .killedBy("RFC9293/MUST-28")
                        .saying("a keep-alive, for which it had no reason", "within two hours"),
                fault(
                                "keep-alive-only-once",
                                "Who does not answer one keep-alive is taken for dead.",
                                asking(OnlyOnce::new))
                        .killedBy("RFC9293/MUST-29")
                        .saying("the number before the next one"),
                fault("keep-alive-with-garbage", "A keep-alive carries an octet.", sender(WithGarbage::new))
                        .killedBy("RFC9293/SHLD-12")
                        .saying("it carries an octet"));
    }

    static Function<Host, Stack> asking(Supplier<KeepAlive> rules) {
        return tcp(new TcpParts() {
            @Override
            public KeepAlive keepAlive() {
                return rules.get();
            }
        });
    }

    private static final class ByDefault extends KeepAlive {
        @Override
        protected boolean isWanted(Tcb tcb) {
            return tcb.state == TcpState.ESTABLISHED && !tcb.isOutstanding();
        }
    }

    private static final class ByTheClock extends KeepAlive {
        private boolean begun;

        @Override
        protected void heard(Duration now) {
            if (!begun) {
                begun = true;
                super.heard(now);
            }
        }
    }

    private static final class DeafInCloseWait extends KeepAlive {
        private boolean deaf;

        @Override
        protected boolean isWanted(Tcb tcb) {
            deaf = tcb.state == TcpState.CLOSE_WAIT;
            return super.isWanted(tcb);
        }

        @Override
        protected void heard(Duration now) {
            if (!deaf) {
                super.heard(now);
            }
        }
    }

    private static final class AmidData extends KeepAlive {
        @Override
        protected boolean isWanted(Tcb tcb) {
            return tcb.state == TcpState.ESTABLISHED && tcb.wishes.keepAlive;
        }
    }

    private static final class HalfTheTime extends KeepAlive {
        @Override
        protected Duration idle(Tcb tcb) {
            return super.idle(tcb).dividedBy(2);
        }
    }

    private static final class EachHour extends KeepAlive {
        @Override
        protected Duration idle(Tcb tcb) {
            return tcb.wishes.keepAliveInterval.orElse(Duration.ofHours(1));
        }
    }

    private static final class OnlyOnce extends KeepAlive {
        @Override
        protected int most() {
            return 1;
        }
    }

    private static final class WithGarbage extends Sender {
        @Override
        public void keepAlive(Turn turn) {
            Tcb tcb = turn.tcb;
            turn.transmit(TcpSegment.between(tcb.local.port(), tcb.remote.port())
                    .seq(tcb.sndNxt.plus(-1))
                    .ack(tcb.rcvNxt)
                    .flag(TcpFlag.ACK)
                    .window(tcb.scaling.field(tcb.rcvWnd))
                    .payload(Octets.ofText("?"))
                    .build());
        }
    }
}
