package dev.plumbline.application;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.GrowingOctets;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An application with one TCP connection. It takes all data as soon as it hears of it, unless it was told to pause, and sends
 * what does not fit later.
 */
public final class TcpApplication implements TcpHandler {
    private static final int A_LOT = 65536;

    private final StackHost host;
    private final String name;
    private @Nullable TcpConnection connection;
    private boolean connected;
    private boolean reading = true;
    private boolean closing;
    private boolean peerClosed;
    private boolean ended;
    private @Nullable TcpError error;
    private final Set<TcpReport> reports = EnumSet.noneOf(TcpReport.class);
    private final GrowingOctets received = new GrowingOctets();
    private Octets unsent = Octets.empty();
    private final Room room;
    private int unsentUrgent; // how many of these are urgent
    private int sent;
    private final List<Integer> urgentEnds = new ArrayList<>();
    private int urgentNews;

    private TcpApplication(StackHost host, String name) {
        this.host = host;
        this.name = name;
        this.room = new Room(host, name);
    }

    /** A client that the transcript calls {@code name}; from a port of the stack's choice, if {@code local} is {@link Port#ANY}. */
    public static TcpApplication connect(StackHost host, String name, Port local, SocketAddress remote) {
        String from = local.equals(Port.ANY) ? "" : " from port " + local;
        return connect(host, name, remote + from, client -> host.stack().connect(local, remote, client));
    }

    /** The same by any other OPEN; {@code words} say whereto, and how. */
    public static TcpApplication connect(
            StackHost host, String name, String words, Function<TcpHandler, TcpConnection> open) {
        TcpApplication client = new TcpApplication(host, name);
        client.connection = host.call(name + " connects to " + words, () -> open.apply(client));
        return client;
    }

    /** A server's side of a connection that was just accepted. */
    static TcpApplication accepted(StackHost host, String name, TcpConnection connection) {
        TcpApplication server = new TcpApplication(host, name);
        server.connection = connection;
        server.connected = true;
        host.event(name + " is connected to " + connection.remote());
        return server;
    }

    /** Sends {@code data}; what the stack does not take now goes out when it says that there is room. */
    public void send(Octets data) {
        host.call(name + " sends " + Words.octets(data.length()), () -> push(data));
    }

    /** The same, and all of it up to the last octet is urgent. */
    public void sendUrgent(Octets data) {
        host.call(name + " sends " + Words.octets(data.length()) + " of urgent data", () -> {
            boolean wait = !unsent.isEmpty();
            unsent = unsent.plus(data);
            unsentUrgent = unsent.length();
            if (!wait) {
                pushRest();
            }
        });
    }

    /** Where the stack was told that urgent data ends, each time it took some: places in the stream. */
    public List<Integer> urgentEnds() {
        return List.copyOf(urgentEnds);
    }

    /** How often it was told that there is urgent data. */
    public int urgentNews() {
        return urgentNews;
    }

    /** From now on takes nothing of what arrives, so that the window closes. */
    public void pause() {
        reading = false;
        host.event(name + " takes no data for a while");
    }

    /** Takes at most so many octets of what has arrived; the rest waits. */
    public void takeSome(int most) {
        Receive receive = new Receive();
        host.call(name + " takes " + Words.octets(most), () -> {
            Octets some = receive.from(connection(), most);
            received.add(some);
            host.event(name + " receives " + Words.octets(some.length()));
        });
        receive.requireRoom();
    }

    /** Takes so many octets, in as many calls as it needs, if there are so many. */
    public void takeExactly(int octets) {
        Receive receive = new Receive();
        host.call(name + " takes " + Words.octets(octets), () -> {
            int wanted = octets;
            Octets some;
            do {
                some = receive.from(connection(), wanted);
                received.add(some);
                wanted -= some.length();
            } while (wanted > 0 && !some.isEmpty());
            host.event(name + " receives " + Words.octets(octets - wanted));
        });
        receive.requireRoom();
    }

    /** Asks how much of what it takes next is urgent; what is no 0 says that some is. */
    public int urgentLeft() {
        return host.call(name + " asks for urgent data", connection()::urgentLeft);
    }

    /** Takes what has arrived meanwhile, and what will arrive. */
    public void resume() {
        reading = true;
        host.call(name + " takes data again", () -> take(connection()));
    }

    /** Closes its side; what the stack has not taken by then is not sent any more. */
    public void close() {
        unsent = Octets.empty();
        unsentUrgent = 0;
        host.call(name + " closes", connection()::close);
    }

    /** Closes its side as soon as the stack has taken everything that was sent. */
    public void closeAfterSending() {
        closing = true;
        closeIfSent();
    }

    private void closeIfSent() {
        if (closing && unsent.isEmpty()) {
            closing = false;
            close();
        }
    }

    /** Closes, and reads no more either. */
    public void closeHalfDuplex() {
        host.call(name + " closes both directions", connection()::closeHalfDuplex);
    }

    /** Asks for something else than data. */
    public void set(TcpSetting setting) {
        host.call(name + " asks for " + setting, () -> connection().set(setting));
    }

    /** Aborts the connection. */
    public void abort() {
        host.call(name + " aborts", connection()::abort);
    }

    /** The connection. */
    public TcpConnection connection() {
        return Objects.requireNonNull(connection);
    }

    /** Whether it was told that it is connected. */
    public boolean isConnected() {
        return connected;
    }

    /** Whether it was told that the peer has closed. */
    public boolean isPeerClosed() {
        return peerClosed;
    }

    /** Whether it was told that the connection has ended as it should. */
    public boolean isEnded() {
        return ended;
    }

    /** The error it was told, if any. */
    public Optional<TcpError> error() {
        return Optional.ofNullable(error);
    }

    /** Everything it has received. */
    public Octets received() {
        return received.octets();
    }

    @Override
    public void established(TcpConnection c) {
        connected = true;
        host.event(name + " is connected to " + c.remote());
    }

    @Override
    public void readable(TcpConnection c) {
        if (reading) {
            take(c);
        }
    }

    private void take(TcpConnection c) {
        int before = received.length();
        reading = Receive.all(c, A_LOT, received, host.octetsIn());
        host.event(name + " receives " + Words.octets(received.length() - before)
                + (reading ? "" : ", more than has come in, and asks no more"));
    }

    @Override
    public void urgent(TcpConnection c) {
        urgentNews++;
        host.event(name + " is told that there is urgent data");
    }

    @Override
    public void writable(TcpConnection c) {
        room.isThere();
        pushRest();
        closeIfSent();
    }

    @Override
    public void peerClosed(TcpConnection c) {
        peerClosed = true;
        host.event(name + " is told that the peer has closed");
    }

    @Override
    public void closed(TcpConnection c) {
        ended = true;
        host.event(name + " is told that the connection has ended");
    }

    /** Whether it was told of a trouble that may pass. */
    public boolean isToldOf(TcpReport report) {
        return reports.contains(report);
    }

    @Override
    public void reported(TcpConnection c, TcpReport report) {
        reports.add(report);
        host.event(name + " is told of a trouble that may pass: " + report);
    }

    @Override
    public void failed(TcpConnection c, TcpError why) {
        error = why;
        host.event(name + " is told that the connection failed: " + why);
    }

    private void push(Octets data) {
        if (unsent.isEmpty()) {
            int taken = room.heard(connection().send(data), data.length());
            sent += taken;
            unsent = data.from(taken);
        } else {
            unsent = unsent.plus(data);
        }
    }

    private void pushRest() {
        if (unsentUrgent > 0) {
            int taken = connection().sendUrgent(unsent.slice(0, unsentUrgent));
            sent += taken;
            unsent = unsent.from(taken);
            unsentUrgent -= taken;
            urgentEnds.add(sent);
        }
        if (unsentUrgent == 0 && !unsent.isEmpty()) {
            Octets rest = unsent;
            unsent = Octets.empty();
            push(rest);
        }
    }
}
