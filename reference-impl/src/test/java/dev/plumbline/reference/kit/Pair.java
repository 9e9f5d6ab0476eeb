package dev.plumbline.reference.kit;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Two reference stacks with a network between them that does to each datagram what it is told to. */
public final class Pair {
    /** The port of the server. */
    public static final Port SERVICE = new Port(7);

    private static final Ipv4Address CLIENT = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address SERVER = Ipv4Address.parse("192.0.2.2");
    /** So soon that no connection is given up (RFC 9293 section 3.8.3): five minutes are many retransmissions. */
    private static final Duration WELL_AFTER = Duration.ofMinutes(1);

    /** What becomes of a datagram. */
    public enum Fate {
        /** It arrives after ten milliseconds. */
        ARRIVES,
        /** It never arrives. */
        LOST,
        /** It arrives twice. */
        DOUBLED,
        /** Others overtake it. */
        LATE,
        /** It arrives, and again much later. */
        HAUNTS;

        List<Duration> arrivals() {
            return switch (this) {
                case ARRIVES -> List.of(Duration.ofMillis(10));
                case LOST -> List.of();
                case DOUBLED -> List.of(Duration.ofMillis(10), Duration.ofMillis(11));
                case LATE -> List.of(Duration.ofMillis(35));
                case HAUNTS -> List.of(Duration.ofMillis(10), Duration.ofMillis(5000));
            };
        }
    }

    /** The world. */
    public final World world = new World();
    /** The one that connects. */
    public final Stack client;
    /** The one that listens. */
    public final Stack server;

    private final Supplier<List<Duration>> network;
    private final boolean sack;
    private int datagrams;

    /** With a network that says of each datagram after what times it arrives, which may be once, more often or never. */
    public Pair(Supplier<List<Duration>> network) {
        this(network, true);
    }

    /** The same between stacks that permit selective acknowledgments, or do not. */
    public Pair(Supplier<List<Duration>> network, boolean sack) {
        this.network = network;
        this.sack = sack;
        client = boot(CLIENT, SeqNumber.of(1));
        server = boot(SERVER, SeqNumber.of(2));
    }

    /** With a network that treats the first datagrams, of the first minute, as {@code fates} says, and all that follow well. */
    public Pair(List<Fate> fates, SeqNumber clientIss, SeqNumber serverIss) {
        network = () -> next(fates).arrivals();
        sack = true;
        client = boot(CLIENT, clientIss);
        server = boot(SERVER, serverIss);
    }

    /** With a good network. */
    public Pair() {
        this(List.of(), SeqNumber.of(1), SeqNumber.of(2));
    }

    /** Where the server is. */
    public static SocketAddress service() {
        return new SocketAddress(SERVER, SERVICE);
    }

    private Stack boot(Ipv4Address address, SeqNumber iss) {
        FakeHost host = FakeHost.single(world, address, 3, this::carry);
        return ReferenceStack.on(host).tcp(parts(iss, sack)).boot();
    }

    /** Parts whose initial sequence numbers begin with a known one (RFC 9293 section 3.4.1). */
    public static TcpParts beginningWith(SeqNumber iss) {
        return parts(iss, true);
    }

    private static TcpParts parts(SeqNumber iss, boolean sack) {
        return new TcpParts() {
            @Override
            public boolean permitsSack() {
                return sack;
            }

            @Override
            public IsnGenerator isnGenerator(RandomGenerator random) {
                return new IsnGenerator(0, 0) {
                    @Override
                    public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
                        // The clock belongs to it: with the same number twice, old duplicates would be taken for new.
                        return iss.plus(now.toNanos() / 4_000);
                    }
                };
            }
        };
    }

    private Fate next(List<Fate> fates) {
        boolean bad = datagrams < fates.size() && world.now().compareTo(WELL_AFTER) < 0;
        Fate fate = bad ? fates.get(datagrams) : Fate.ARRIVES;
        datagrams++;
        return fate;
    }

    private void carry(Link from, Octets datagram) {
        Stack to = from.address().equals(CLIENT) ? server : client;
        network.get().forEach(delay -> world.after(delay, () -> to.receive(from, datagram)));
    }

    /** An application that sends a stream, closes, and reads what comes. */
    public static final class Talker implements TcpHandler {
        /** Its application. */
        public final App app = new App();
        /** Its connection. */
        public TcpConnection connection;

        private Octets unsent;

        /** Will say {@code stream}. */
        public Talker(Octets stream) {
            unsent = stream;
        }

        /** The listener's side begins as soon as it is accepted, the other when it is established. */
        public Talker begin(TcpConnection on) {
            connection = on;
            talk();
            return this;
        }

        private void talk() {
            unsent = unsent.from(connection.send(unsent));
            if (unsent.isEmpty()) {
                connection.close();
            }
        }

        /** The state of its connection. */
        public TcpState state() {
            return connection == null
                    ? TcpState.CLOSED
                    : connection.status().orElseThrow().state();
        }

        @Override
        public void established(TcpConnection on) {
            begin(on);
        }

        @Override
        public void writable(TcpConnection on) {
            talk();
        }

        @Override
        public void readable(TcpConnection on) {
            app.readable(on);
        }

        @Override
        public void peerClosed(TcpConnection on) {
            app.peerClosed(on);
        }

        @Override
        public void failed(TcpConnection on, TcpError error) {
            app.failed(on, error);
        }

        @Override
        public void closed(TcpConnection on) {
            app.closed(on);
        }
    }
}
