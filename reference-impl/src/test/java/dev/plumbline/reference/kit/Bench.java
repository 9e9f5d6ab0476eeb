package dev.plumbline.reference.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One stack against a peer that a test plays itself: it sends any segment, and sees every answer. */
public final class Bench {
    /** The stack's address. */
    public static final Ipv4Address STACK = Ipv4Address.parse("192.0.2.1");
    /** The peer's address. */
    public static final Ipv4Address PEER = Ipv4Address.parse("192.0.2.2");
    /** The port of a service in the stack. */
    public static final Port SERVICE = new Port(7);
    /** The peer's port. */
    public static final Port PEER_PORT = new Port(4000);

    /** The world. */
    public final World world = new World();
    /** The application on the connection under test. */
    public final App app = new App();
    /** The stack. */
    public final Stack stack;
    /** Every datagram the stack has sent that no test has looked at yet. */
    public final List<Octets> sent = new ArrayList<>();

    private final FakeHost host;
    private TcpConnection connection;
    /** The peer's next sequence number. */
    public SeqNumber seq = SeqNumber.of(1000);
    /** What the peer expects next. */
    public SeqNumber expected = SeqNumber.ZERO;
    /** The peer's window. */
    public int window = 65535;
    /** The port of the stack's end of the connection. */
    public Port port = SERVICE;

    /** With the reference as it is. */
    public Bench() {
        this(builder -> builder);
    }

    /** With a changed reference. */
    public Bench(UnaryOperator<ReferenceStack.Builder> change) {
        host = FakeHost.single(world, STACK, 1, (link, datagram) -> sent.add(datagram));
        stack = change.apply(ReferenceStack.on(host)).boot();
    }

    /** The connection under test. */
    public TcpConnection connection() {
        return connection;
    }

    /** Its state. */
    public TcpState state() {
        return connection == null
                ? TcpState.CLOSED
                : connection.status().orElseThrow().state();
    }

    /** The application opens a port; the connection is taken when it is accepted. */
    public Bench listen() {
        stack.listen(SERVICE, accepted -> {
            connection = accepted;
            app.told.add("accepted");
            return app;
        });
        return this;
    }

    /** The application opens a connection to the peer. */
    public Bench connect() {
        connection = stack.connect(Port.ANY, new SocketAddress(PEER, PEER_PORT), app);
        port = connection.local().port();
        return this;
    }

    /** A segment from the peer's port to the stack's with the peer's numbers. */
    public TcpSegment.Builder segment(TcpFlag... flags) {
        return TcpSegment.between(PEER_PORT, port)
                .seq(seq)
                .ackNumber(TcpFlags.of(flags).has(TcpFlag.ACK) ? expected : SeqNumber.ZERO)
                .flags(TcpFlags.of(flags))
                .window(window);
    }

    /** The peer sends a segment; its own variables stay as they are. */
    public void inject(TcpSegment segment) {
        inject(PEER, STACK, segment);
    }

    /** Anybody sends a segment to anybody. */
    public void inject(Ipv4Address from, Ipv4Address to, TcpSegment segment) {
        datagram(Ipv4Packet.of(from, to, IpProtocol.TCP, segment.encode(from, to))
                .encode());
    }

    /** A datagram arrives at the stack. */
    public void datagram(Octets datagram) {
        stack.receive(host.link(), datagram);
        world.pass(Duration.ZERO);
    }

    /** The peer sends a segment with these flags, and counts it. */
    public void send(TcpFlag... flags) {
        send(segment(flags).build());
    }

    /** The peer sends data, and counts it. */
    public void sendData(String text) {
        send(segment(TcpFlag.ACK, TcpFlag.PSH).payload(Octets.ofText(text)).build());
    }

    /** The peer sends any segment, and counts it. */
    public void send(TcpSegment.Builder segment) {
        send(segment.build());
    }

    private void send(TcpSegment segment) {
        inject(segment);
        seq = segment.end();
    }

    /** The next segment the stack has sent; there must be one. The peer takes note of what it says. */
    public TcpSegment next() {
        world.pass(Duration.ZERO);
        assertThat(sent).as("datagrams sent").isNotEmpty();
        Ipv4Packet packet = Ipv4Packet.decode(sent.remove(0)).orElseThrow();
        TcpSegment segment = TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
        expected = segment.end();
        return segment;
    }

    /** All segments the stack has sent and no test has looked at. */
    public List<TcpSegment> all() {
        List<TcpSegment> segments = new ArrayList<>();
        world.pass(Duration.ZERO);
        while (!sent.isEmpty()) {
            segments.add(next());
        }
        return segments;
    }

    /** The peer acknowledges whatever comes, until nothing more does; what came. */
    public List<TcpSegment> acknowledgeAll() {
        List<TcpSegment> segments = new ArrayList<>();
        for (List<TcpSegment> more = all(); !more.isEmpty(); more = all()) {
            segments.addAll(more);
            send(TcpFlag.ACK);
        }
        return segments;
    }

    /** An acknowledgment may wait for less than half a second (RFC 9293 section 3.8.6.3): afterwards it is here. */
    public Bench waitForAck() {
        world.pass(Duration.ofMillis(499));
        return this;
    }

    /** The stack must not have sent anything more. */
    public void silent() {
        world.pass(Duration.ZERO);
        assertThat(sent.stream().map(Notation::of)).isEmpty();
    }
}
