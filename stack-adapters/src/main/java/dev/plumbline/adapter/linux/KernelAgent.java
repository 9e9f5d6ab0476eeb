package dev.plumbline.adapter.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.LineOutput;
import dev.plumbline.adapter.line.LineSplitter;
import dev.plumbline.adapter.line.Role;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.adapter.line.Words;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.CallRefused.Reason;
import dev.plumbline.spi.TimeBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The program in the child JVM: lines in, system calls out, and back. One thread does it all, so the order of its lines is the
 * order in which the kernel showed it the events; only questions to the resolver wait on others. It ends with its standard input, and so with whoever started it.
 */
public final class KernelAgent {
    private static final int STANDARD_INPUT = 0;
    private static final int CHUNK = 64 * 1024;

    private final LineOutput out = new LineOutput();
    private final Reactor reactor = new Reactor();
    private final Namespaces namespaces = new Namespaces();
    private final Map<Integer, KernelHost> hosts = new HashMap<>();
    private final Map<Integer, List<Ipv4Address>> nameServers = new HashMap<>();
    private final Map<Integer, List<Ipv4Address>> moreAddresses = new HashMap<>();
    private final LineSplitter lines = new LineSplitter();
    private final Memory chunk = new Memory(CHUNK);
    private boolean running = true;

    private KernelAgent() {}

    /** Runs until the standard input ends. */
    public static void main(String[] args) {
        System.setOut(System.err); // standard output belongs to the protocol
        try {
            new KernelAgent().run();
        } catch (KernelError | UnsatisfiedLinkError e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void run() {
        Namespace first = Namespace.create();
        out.say(Verb.PLUMBLINE, LineMessage.VERSION, TimeBase.REAL);
        List<String> settings = new ArrayList<>(first.settings());
        settings.addAll(JavaResolver.settings());
        out.say(Verb.SETTINGS, String.join(" ", settings));
        namespaces.give(first);
        reactor.watch(reactor.nextToken(), STANDARD_INPUT, Reactor.IN, events -> readInput());
        while (running) {
            out.flush();
            reactor.turn();
        }
    }

    private void readInput() {
        long count = Libc.read(STANDARD_INPUT, chunk, CHUNK);
        if (count > 0) {
            lines.split(chunk.getByteArray(0, (int) count), (int) count, line -> handle(LineMessage.parse(line)));
        } else if (count == 0 || Native.getLastError() != Errno.EINTR) {
            running = false;
        }
    }

    private void handle(LineMessage message) {
        switch (message.verb()) {
            case BYE -> running = false;
            case NAME_SERVER -> remember(nameServers, message.words());
            case ADDRESS -> remember(moreAddresses, message.words());
            case BOOT -> answered(message, () -> boot(message.words()));
            case CLOSE_HOST -> switchOff(message.words().number(Field.HOST));
            default -> answered(message, () -> toHost(message));
        }
    }

    private static void remember(Map<Integer, List<Ipv4Address>> addresses, Words words) {
        addresses
                .computeIfAbsent(words.number(Field.HOST), any -> new ArrayList<>())
                .add(words.address(Field.ADDRESS));
    }

    private void boot(Words call) {
        int number = call.number(Field.HOST);
        Ipv4Address address = call.address(Field.ADDRESS);
        if (hosts.containsKey(number)) {
            throw new CallRefused(Reason.INSUFFICIENT_RESOURCES, "host " + number + " is switched on already");
        }
        List<Ipv4Address> servers = Objects.requireNonNullElse(nameServers.remove(number), List.of());
        List<Ipv4Address> more = Objects.requireNonNullElse(moreAddresses.remove(number), List.of());
        Namespace namespace = namespaces.take(address);
        try {
            namespace.serve(address, call.number(Field.PREFIX), call.number(Field.MTU));
            namespace.serveMore(more, call.number(Field.PREFIX));
        } catch (KernelError e) {
            namespaces.give(namespace);
            throw new CallRefused(Reason.INSUFFICIENT_RESOURCES, String.valueOf(e.getMessage()));
        }
        KernelHost host =
                new KernelHost(number, address, namespace, new JavaResolver(namespace, servers), reactor, out);
        host.leavesTraces(!more.isEmpty());
        hosts.put(number, host);
        host.watchTun();
        out.say(LineMessage.ok(call.number(Field.CALL), Verb.BOOT));
    }

    private void toHost(LineMessage message) {
        @Nullable KernelHost host = hosts.get(message.words().number(Field.HOST));
        if (host == null) {
            throw new CallRefused(Reason.CONNECTION_CLOSING, "there is no such host");
        }
        host.handle(message);
    }

    private void switchOff(int number) {
        @Nullable KernelHost host = hosts.remove(number);
        if (host != null) {
            Namespace empty = host.switchOff();
            if (host.leavesTraces()) {
                namespaces.discard(empty);
            } else {
                namespaces.give(empty);
            }
        }
    }

    /** Runs a call; if it is refused, that is the answer, or nothing if the message asks for none. */
    private void answered(LineMessage message, Runnable call) {
        try {
            call.run();
        } catch (KernelError e) {
            refuse(message, Errno.refusal(e));
        } catch (CallRefused e) {
            refuse(message, e);
        }
    }

    private void refuse(LineMessage message, CallRefused why) {
        if (message.verb().role() == Role.CALL) {
            int call = message.words().number(Field.CALL);
            String detail = String.valueOf(why.getMessage()).replaceFirst("^" + why.reason() + ": ", "");
            out.say(Verb.REFUSED, call, why.reason(), LineMessage.plain(detail));
        }
    }
}
