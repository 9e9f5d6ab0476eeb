package dev.plumbline.adapter.live;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * UDP between programs on this machine's loopback interface and one port of a stack; needs no rights. What a program sends to
 * the real port becomes an IP datagram from {@link #CLIENT}, and what the stack sends back goes to the program.
 */
public final class LoopbackWire implements Wire {
    /** The stack's own address: no address of this machine, which nothing on the inside must notice (RFC 5737 section 3). */
    public static final Ipv4Address STACK = Ipv4Address.parse("192.0.2.2");
    /** Where programs seem to be. */
    public static final Ipv4Address CLIENT = Ipv4Address.parse("192.0.2.1");

    private static final int LARGEST = 65535;

    private final Port port;
    private final DatagramChannel channel;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);

    /**
     * Opens a port on the loopback interface.
     *
     * @param real the port that programs use; 0 to have one chosen
     * @param port the port of the stack behind it
     * @throws UncheckedIOException if the port is in use
     */
    public LoopbackWire(int real, Port port) {
        this.port = port;
        try {
            selector = Selector.open();
            channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), real));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            throw new UncheckedIOException("UDP port " + real + " of the loopback interface cannot be opened", e);
        }
    }

    /** Where programs find it. */
    public InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), channel.socket().getLocalPort());
    }

    @Override
    public void send(Octets datagram) {
        Ipv4Packet.decode(datagram)
                .value()
                .filter(packet -> packet.protocol().equals(IpProtocol.UDP))
                .ifPresent(packet -> UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                        .value()
                        .filter(udp -> udp.sourcePort().equals(port))
                        .ifPresent(udp -> deliver(udp)));
    }

    @Override
    public void await(Duration atMost, Consumer<Octets> arrival) {
        try {
            if (atMost.toMillis() == 0) {
                selector.selectNow();
            } else {
                selector.select(atMost.toMillis());
            }
            selector.selectedKeys().clear();
            for (@Nullable SocketAddress from = receive(); from != null; from = receive()) {
                byte[] data = new byte[buffer.flip().remaining()];
                buffer.get(data);
                arrival.accept(datagram(((InetSocketAddress) from).getPort(), Octets.wrap(data)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the loopback interface cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the loopback interface cannot be closed", e);
        }
    }

    private @Nullable SocketAddress receive() throws IOException {
        return channel.receive(buffer.clear());
    }

    private Octets datagram(int from, Octets data) {
        UdpDatagram udp = new UdpDatagram(Port.of(from), port, data);
        return Ipv4Packet.of(CLIENT, STACK, IpProtocol.UDP, udp.encode(CLIENT, STACK))
                .encode();
    }

    private void deliver(UdpDatagram udp) {
        try {
            InetSocketAddress to = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), udp.destinationPort().number());
            channel.send(ByteBuffer.wrap(udp.payload().toByteArray()), to);
        } catch (IOException e) {
            throw new UncheckedIOException("the loopback interface cannot be written to", e);
        }
    }
}
