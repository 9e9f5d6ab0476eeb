package dev.plumbline.adapter.selftest;

import static dev.plumbline.adapter.selftest.Check.closely;
import static dev.plumbline.adapter.selftest.Check.quickly;

import dev.plumbline.adapter.line.LineProgram;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All that is found out about a program that has greeted. */
final class Checks {
    private static final String HOST = "192.0.2.1";

    private final Supplier<LineProgram> starter;
    private final Duration limit;

    private Checks(Supplier<LineProgram> starter, Duration limit) {
        this.starter = starter;
        this.limit = limit;
    }

    static List<Check> all(Supplier<LineProgram> starter, Duration limit) {
        Checks checks = new Checks(starter, limit);
        return List.of(
                closely("a host is switched on and off", Set.of(), Checks::onAndOff),
                closely("datagrams, malformed ones too", Set.of(), Checks::datagrams),
                closely("UDP", Set.of(Capability.UDP), bench -> Talks.udp(bench, 1)),
                closely("TCP", Set.of(Capability.TCP), bench -> Talks.tcp(bench, 1)),
                closely("DNS questions", Set.of(Capability.DNS_STUB), bench -> Talks.question(bench, 1)),
                closely("DNS zones", Set.of(Capability.DNS_AUTHORITATIVE), Talks::zone),
                closely("what is gone is answered", Set.of(Capability.UDP), Checks::gone),
                closely("what is not claimed is refused", Set.of(), Checks::notClaimed),
                quickly("timers", Set.of(Capability.TCP, Capability.DNS_STUB), TimerCheck::on),
                quickly("one seed, the same lines", Set.of(), checks::oneSeed),
                quickly("hosts do not notice each other", Set.of(), Checks::isolation),
                quickly("bye", Set.of(), Checks::bye));
    }

    private static String onAndOff(Bench bench) {
        for (int i = 0; i < 3; i++) {
            bench.switchOff(bench.boot(HOST, i));
        }
        return "three hosts, one after the other";
    }

    private static String datagrams(Bench bench) {
        BenchHost host = bench.boot(HOST, 1);
        List<Octets> garbage = List.of(
                Octets.of(0),
                Octets.wrap(new byte[20]),
                Octets.of(0x45, 0, 0, 20, 0, 0, 0, 0, 64, 253, 0, 0, 192, 0, 2, 2, 192, 0, 2, 1),
                Octets.wrap(new byte[1500]));
        garbage.forEach(datagram -> Bench.stack(host).receive(host.link(), datagram));
        bench.switchOff(host);
        return garbage.size() + " that no stack can like";
    }

    private static String gone(Bench bench) {
        BenchHost host = bench.boot(HOST, 1);
        UdpSocket port = Bench.stack(host).openUdp(Port.of(7), (source, data) -> {});
        port.close();
        try {
            port.send(SocketAddress.parse("192.0.2.2:7"), Octets.ofText("late"));
            return "and carried out";
        } catch (CallRefused refused) {
            return "refused, " + refused.reason();
        } finally {
            port.close();
        }
    }

    private static String notClaimed(Bench bench) {
        BenchHost host = bench.boot(HOST, 1);
        Set<Capability> claims = bench.introduction().claims();
        int refused = 0;
        if (!claims.contains(Capability.UDP)) {
            refused += refused(() -> Bench.stack(host).openUdp(Port.ANY, (source, data) -> {}));
        }
        if (!claims.contains(Capability.TCP)) {
            refused += refused(() -> Bench.stack(host).listen(Port.ANY, any -> new Talks.Ear()));
        }
        if (!claims.contains(Capability.DNS_AUTHORITATIVE)) {
            refused += refused(() -> Bench.stack(host).serve(Talks.ZONE));
        }
        return refused == 0 ? "all is claimed" : refused + " calls";
    }

    private static int refused(Supplier<Object> call) {
        try {
            var unused = call.get();
        } catch (CallRefused refused) {
            return 1;
        }
        throw new Wrong("'refused CALL NOT_CLAIMED ...', for what 'stack' does not claim");
    }

    private String oneSeed(Bench bench) {
        String talked = Talks.all(bench, 7);
        try (Bench again = new Bench(starter, limit, Duration.ZERO)) {
            var unused = Talks.all(again, 7);
            Plain.requireSame(
                    Plain.of(bench.lines()),
                    Plain.of(again.lines()),
                    "the same lines from the same seed in another process; is there a clock, a chance or an address of"
                            + " its own in them?");
        }
        return talked;
    }

    private static String isolation(Bench bench) {
        if (bench.session().isBounded()) {
            return "'hosts' bounds them: the others have programs of their own";
        }
        int before = bench.lines().size();
        String talked = Talks.all(bench, 7);
        int between = bench.lines().size();
        var unused = Talks.all(bench, 7);
        List<String> lines = bench.lines();
        Plain.requireSame(
                Plain.of(lines.subList(before, between)),
                Plain.of(lines.subList(between, lines.size())),
                "the same lines for a new host as for the one before it; what does the program still know of that one?");
        return talked;
    }

    private static String bye(Bench bench) {
        var unused = bench.session();
        LineProgram program = bench.program();
        try {
            program.input().write("bye\n".getBytes(StandardCharsets.UTF_8));
            program.input().flush();
        } catch (IOException e) {
            throw new Wrong("that the program reads its standard input (" + e.getMessage() + ")");
        }
        if (program.exitCode().isEmpty()) {
            throw new Wrong("that the program ends after '> bye'; it still runs");
        }
        return "it ended";
    }
}
