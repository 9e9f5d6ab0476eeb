package dev.plumbline.adapter.selftest;

import dev.plumbline.adapter.line.Ear;
import dev.plumbline.adapter.line.LineProgram;
import dev.plumbline.adapter.line.LineStack;
import dev.plumbline.adapter.line.TurnSession;
import dev.plumbline.adapter.program.Introduction;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A program on its own: hosts in virtual time that it serves, and all lines that are exchanged. */
final class Bench implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(10);
    private static final long ON_THE_WAY = 1_000_000;
    private static final int DESTINATION = 16;
    private static final int HEADER = 20;
    /** More than any stack needs for what is asked of it here. */
    private static final int MOST_EVENTS = 2_000;

    private final Supplier<LineProgram> starter;
    private final Duration limit;
    private final Duration patience;
    private final Clock clock = new Clock();
    private final List<String> lines = new ArrayList<>();
    private final List<TurnSession> sessions = new ArrayList<>();
    private final Map<Ipv4Address, BenchHost> hosts = new LinkedHashMap<>();
    private Introduction introduction = new Introduction();
    private @Nullable LineProgram program;

    /**
     * Nothing is started yet.
     *
     * @param limit of a turn
     * @param patience how long the program is listened to when it should be silent
     */
    Bench(Supplier<LineProgram> starter, Duration limit, Duration patience) {
        this.starter = starter;
        this.limit = limit;
        this.patience = patience;
    }

    /** A program that can serve another host. */
    TurnSession session() {
        TurnSession last = sessions.isEmpty() ? null : sessions.get(sessions.size() - 1);
        if (last != null && !last.isUsedUp()) {
            return last;
        }
        LineProgram started = starter.get();
        program = started;
        introduction = new Introduction();
        TurnSession opened = TurnSession.open(started, START, limit, introduction::hear, new Ear(patience, lines::add));
        sessions.add(opened);
        return opened;
    }

    /** The program that was started last. */
    LineProgram program() {
        if (program == null) {
            throw new IllegalStateException("nothing has been started");
        }
        return program;
    }

    Introduction introduction() {
        return introduction;
    }

    Clock clock() {
        return clock;
    }

    /** Each line so far, in either direction. */
    List<String> lines() {
        return lines;
    }

    /** A host that is switched on. */
    BenchHost boot(String address, long seed, String... nameServers) {
        List<Ipv4Address> servers =
                List.of(nameServers).stream().map(Ipv4Address::parse).toList();
        BenchHost host = new BenchHost(this, Ipv4Address.parse(address), seed, servers);
        host.on(LineStack.boot(host, session()));
        hosts.put(host.address(), host);
        return host;
    }

    void switchOff(BenchHost host) {
        hosts.remove(host.address());
        stack(host).close();
    }

    static Stack stack(BenchHost host) {
        Stack stack = host.stack();
        if (stack == null) {
            throw new IllegalStateException("it is not switched on");
        }
        return stack;
    }

    /** Puts a datagram on the network. */
    void carry(Octets datagram) {
        if (datagram.length() < HEADER) {
            throw new Wrong(
                    "a whole IP datagram after 'tx HOST', header included; found " + datagram.length() + " octets");
        }
        BenchHost to = hosts.get(new Ipv4Address(datagram.i32(DESTINATION)));
        if (to != null) {
            var unused = clock.after(ON_THE_WAY, () -> deliver(to, datagram));
        }
    }

    private void deliver(BenchHost to, Octets datagram) {
        if (hosts.containsValue(to)) {
            stack(to).receive(to.link(), datagram);
        }
    }

    /** Lets time pass until then. */
    boolean run(BooleanSupplier until, Duration most) {
        return clock.run(until, most, MOST_EVENTS);
    }

    @Override
    public void close() {
        sessions.forEach(TurnSession::close);
    }
}
