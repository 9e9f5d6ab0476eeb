package dev.plumbline.cli;

import dev.plumbline.adapter.linux.OwnNetwork;
import dev.plumbline.adapter.linux.TunWire;
import dev.plumbline.adapter.live.HttpResponder;
import dev.plumbline.adapter.live.LiveHost;
import dev.plumbline.adapter.live.LoopbackWire;
import dev.plumbline.adapter.live.RoughWire;
import dev.plumbline.adapter.live.Wire;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.transport.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plumbline live}: a stack carries real traffic of this machine's programs. */
@Command(
        name = "live",
        description = {
            "Puts a stack on a wire to this machine's kernel, and runs a program that talks to it.",
            "The program sees a network of its own with two hosts: itself, " + LiveCommand.KERNEL + ", and the stack, "
                    + LiveCommand.STACK + ".",
            "The stack answers GET /N at port 80 with N octets and, if there is a --zone, DNS at port 53."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class LiveCommand implements Callable<Integer> {
    static final String KERNEL = "192.0.2.1";
    static final String STACK = "192.0.2.2";

    private static final int PREFIX = 24;
    private static final int MTU = 1500;
    private static final Port HTTP = Port.of(80);
    private static final Port DNS = Port.of(53);

    private final Suite suite;
    private final Screen screen;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            defaultValue = "reference",
            description = "${DEFAULT-VALUE} if not given.")
    private String stack = "";

    @Option(
            names = "--zone",
            paramLabel = "FILE",
            description = "A master file that the stack's DNS server answers from.")
    private @Nullable Path zone;

    @Option(
            names = "--loss",
            paramLabel = "P",
            defaultValue = "0",
            description = "The part of all packets that is lost, 0 to 1.")
    private double loss;

    @Option(
            names = "--reorder",
            paramLabel = "P",
            defaultValue = "0",
            description = "The part of all packets that others overtake.")
    private double reordering;

    @Option(names = "--seed", paramLabel = "S", description = "Decides which packets.")
    private @Nullable Long seed;

    @Option(
            names = "--on-loopback",
            paramLabel = "PORT",
            description =
                    "Instead of a network of its own: this UDP port of the loopback interface leads to the stack's"
                            + " DNS server. Needs no rights.")
    private @Nullable Integer loopback;

    @Option(
            names = "--ask",
            paramLabel = "NAME",
            description = "The stack looks the name up at the DNS server " + KERNEL
                    + ", which the program is, and the program ends.")
    private @Nullable String ask;

    @Option(names = "--inside", hidden = true, description = "It is in a network of its own already.")
    private boolean inside;

    @Parameters(paramLabel = "PROGRAM", description = "The program and its arguments, after a --.", arity = "1..*")
    private List<String> program = new ArrayList<>();

    LiveCommand(Suite suite, Screen screen) {
        this.suite = suite;
        this.screen = screen;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (loopback == null && !inside) {
            return again();
        }
        StackProvider provider = suite.stack(stack);
        Link link = new Link(0, Ipv4Address.parse(STACK), PREFIX, loopback == null ? MTU : 65535);
        List<Ipv4Address> servers = List.of(Ipv4Address.parse(KERNEL));
        RoughWire wire = new RoughWire(wire(), loss, reordering, seed != null ? seed : someSeed());
        try (LiveHost host = LiveHost.boot(provider, link, servers, wire, screen::complain)) {
            open(provider, host);
            int exitCode = ask == null ? accompany(host) : lookUp(host, ask);
            if (loss > 0 || reordering > 0) {
                screen.complain(wire.lost() + " packets were lost, " + wire.overtaken() + " overtaken");
            }
            return exitCode;
        } finally {
            provider.close();
        }
    }

    /** This process once more, in a network of its own. */
    private int again() throws IOException, InterruptedException {
        OwnNetwork.missing().ifPresent(why -> {
            throw new Suite.Refused(why);
        });
        List<String> arguments = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path", ""), Main.class.getName()));
        List<String> own = spec == null
                ? List.of("live")
                : spec.commandLine().getParseResult().originalArgs();
        arguments.addAll(List.of(own.get(0), "--inside"));
        arguments.addAll(own.subList(1, own.size()));
        Process process =
                new ProcessBuilder(OwnNetwork.java(arguments)).inheritIO().start();
        try {
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private Wire wire() {
        try {
            return loopback == null
                    ? TunWire.open(Ipv4Address.parse(KERNEL), PREFIX, MTU)
                    : new LoopbackWire(loopback, DNS);
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new Suite.Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private void open(StackProvider provider, LiveHost host) throws IOException {
        if (provider.capabilities().contains(Capability.TCP)) {
            HttpResponder.listen(host.stack(), HTTP);
        }
        if (zone != null) {
            if (!Files.isReadable(zone)) {
                throw new Suite.Refused("there is no zone file " + zone + " that can be read");
            }
            var unused = host.stack().serve(Files.readString(zone));
        }
    }

    /** The stack lives as long as the program. */
    private int accompany(LiveHost host) throws IOException, InterruptedException {
        Process process = start();
        try {
            host.runUntil(() -> !process.isAlive());
            return process.waitFor();
        } finally {
            process.destroy();
        }
    }

    /** The program lives until the stack has its answer. */
    private int lookUp(LiveHost host, String name) throws IOException {
        Process process = start();
        try {
            Answer answer = new Answer(DomainName.parse(name));
            host.stack().resolve(answer.name(), RecordType.A, answer);
            host.runUntil(answer::isThere);
            answer.lines().forEach(screen::line);
            return answer.exitCode();
        } finally {
            process.destroy();
        }
    }

    private Process start() throws IOException {
        try {
            return new ProcessBuilder(program).inheritIO().start();
        } catch (IOException e) {
            throw new Suite.Refused("the program " + program.get(0) + " cannot be started: " + e.getMessage(), e);
        }
    }

    private static long someSeed() {
        return ThreadLocalRandom.current().nextLong();
    }
}
