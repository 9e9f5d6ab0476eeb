package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;

import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.spi.TcpSetting.KeepAlive;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Stacks that do not hear what an application asks for besides data (RFC 9293 section 3.9.1). */
final class ServiceFaults {
    private ServiceFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "no-delay-unheard",
                                "TCP_NODELAY is taken note of, and nobody looks at the note.",
                                deafTo(TcpSetting.NoDelay.class::isInstance))
                        .killedBy("RFC9293/MUST-17")
                        .saying("the endpoint sends all", "of these it sent"),
                fault(
                                "keep-alive-unheard",
                                "SO_KEEPALIVE is accepted, and does nothing.",
                                deafTo(setting -> setting.equals(new KeepAlive(true))))
                        .killedBy("RFC9293/MUST-24")
                        .saying("the number before the next one", "nothing"),
                fault(
                                "keep-alive-for-ever",
                                "Keep-alives that were asked for once can be had no end of.",
                                deafTo(setting -> setting.equals(new KeepAlive(false))))
                        .killedBy("RFC9293/MUST-24")
                        .saying("a keep-alive, for which it had no reason"),
                fault(
                                "keep-alive-interval-fixed",
                                "TCP_KEEPIDLE is accepted; two hours it is all the same.",
                                deafTo(TcpSetting.KeepAliveInterval.class::isInstance))
                        .killedBy("RFC9293/MUST-27")
                        .saying("a keep-alive, for which it had no reason"));
    }

    /** What an application asks for is accepted, and some of it not heeded. */
    static Function<Host, Stack> deafTo(Predicate<TcpSetting> what) {
        return around(stack -> new OtherCalls(stack, connection -> new Deaf(connection, what)));
    }

    private static final class Deaf extends OtherCalls.Calls {
        private final Predicate<TcpSetting> what;

        Deaf(TcpConnection connection, Predicate<TcpSetting> what) {
            super(connection);
            this.what = what;
        }

        @Override
        public void set(TcpSetting setting) {
            if (!what.test(setting)) {
                super.set(setting);
            }
        }
    }
}
