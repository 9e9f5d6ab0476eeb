package dev.plumbline.adapter.selftest;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.spi.Capability;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;

/**
 * Whether time has the right unit, and passes. The stack asks somebody who never answers, so it must ask again: after a second or
 * three, whichever stack it is.
 */
final class TimerCheck {
    private static final String SILENT = "192.0.2.77";
    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private TimerCheck() {}

    static String on(Bench bench) {
        bench.session();
        boolean tcp = bench.introduction().claims().contains(Capability.TCP);
        BenchHost host = bench.boot("192.0.2.1", 1, SILENT);
        Duration start = bench.clock().now();
        ask(host, tcp);
        int asked = host.transmitted();
        if (asked == 0) {
            throw new Wrong("'tx' or 'tx-on' within the turn, with the first datagram to " + SILENT);
        }
        if (host.delays().isEmpty()) {
            throw new Wrong("'after HOST TIMER NANOS' within the turn, for the datagram may be lost");
        }
        boolean again = bench.run(() -> host.transmitted() > asked, LONGEST);
        Duration passed = bench.clock().now().minus(start);
        if (again && passed.compareTo(SHORTEST) >= 0) {
            return "asked again after " + passed.toMillis() + " ms";
        }
        throw new Wrong(why(host, again, passed));
    }

    private static void ask(BenchHost host, boolean tcp) {
        if (tcp) {
            var unused = Bench.stack(host).connect(Port.ANY, SocketAddress.parse(SILENT + ":80"), new Talks.Ear());
        } else {
            Bench.stack(host).resolve(DomainName.parse("www.example."), RecordType.A, new Talks.Told());
        }
    }

    private static String why(BenchHost host, boolean again, Duration passed) {
        String first = "the first timer was set to " + host.delays().get(0).toNanos() + " ns";
        if (again) {
            return "that nobody asks again after " + passed.toNanos() + " ns; " + first
                    + ": is it in nanoseconds, as NANOS is?";
        }
        if (passed.compareTo(SHORTEST) < 0) {
            return "that time passes; after " + host.delays().size() + " timers it was " + passed.toNanos()
                    + " ns later; " + first
                    + ": is it in nanoseconds, as NANOS is, and does the stack's clock show what 'time' says?";
        }
        return "that the stack asks again within " + LONGEST.toSeconds() + " s; " + first
                + ": is it in nanoseconds, does 'expired' reach the stack, and does its clock show what 'time' says?";
    }
}
