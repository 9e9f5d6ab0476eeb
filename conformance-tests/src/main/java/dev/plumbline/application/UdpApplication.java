package dev.plumbline.application;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Words;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An application with a UDP port: remembers what it receives and, if it was made so, answers it. */
public final class UdpApplication implements UdpHandler {
    /**
     * A datagram that it received.
     *
     * @param destination the host's address that it went to, if the stack has said so
     */
    public record Received(SocketAddress source, Optional<Ipv4Address> destination, Octets data) {}

    private static final int MOST = 16;

    private final StackHost host;
    private final String name;
    private final @Nullable UnaryOperator<Octets> answer;
    private final List<Received> received = new ArrayList<>();
    private final Set<SocketAddress> unreachable = new LinkedHashSet<>();
    private @Nullable UdpSocket socket;

    private UdpApplication(StackHost host, String name, @Nullable UnaryOperator<Octets> answer) {
        this.host = host;
        this.name = name;
        this.answer = answer;
    }

    /**
     * One that only listens, and sends when it is told.
     *
     * @param name what the transcript calls it
     */
    public static UdpApplication open(StackHost host, String name, Port port) {
        return new UdpApplication(host, name, null).bind(port);
    }

    /** One that answers every datagram with what {@code answer} makes of it. */
    public static UdpApplication answering(StackHost host, String name, Port port, UnaryOperator<Octets> answer) {
        return new UdpApplication(host, name, answer).bind(port);
    }

    /** Sends a datagram. */
    public void send(SocketAddress destination, Octets data) {
        host.call(
                name + " sends " + Words.octets(data.length()) + " to " + destination,
                () -> socket().send(destination, data));
    }

    /** The same from one of the host's addresses. */
    public void send(Ipv4Address source, SocketAddress destination, Octets data) {
        host.call(
                name + " sends " + Words.octets(data.length()) + " to " + destination + " from " + source,
                () -> socket().send(source, destination, data));
    }

    /** Gives its port up; what it has received it keeps. */
    public void giveUp() {
        host.call(name + " gives UDP port " + local().port() + " up", () -> socket().close());
    }

    /** Its address and port. */
    public SocketAddress local() {
        return socket().local();
    }

    /** What it has received, in order. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** How many datagrams it has received. */
    public int count() {
        return received.size();
    }

    /** The data it has received, in order. */
    public List<Octets> data() {
        return received.stream().map(Received::data).toList();
    }

    @Override
    public void received(SocketAddress source, Octets data) {
        received(new Received(source, Optional.empty(), data));
    }

    @Override
    public void received(SocketAddress source, Ipv4Address destination, Octets data) {
        received(new Received(source, Optional.of(destination), data));
    }

    private void received(Received datagram) {
        SocketAddress source = datagram.source();
        Octets data = datagram.data();
        received.add(datagram);
        host.event(name + " receives " + Words.octets(data.length()) + " from " + source);
        if (answer != null) {
            socket().send(source, answer.apply(data));
        }
    }

    @Override
    public void unreachable(SocketAddress destination) {
        host.event(name + " is told that a datagram to " + destination + " did not arrive");
        // Nobody asks for more than one, and who makes them up could go on for ever.
        if (unreachable.size() < MOST) {
            unreachable.add(destination);
        }
    }

    /** Where it was told that a datagram did not arrive. */
    public Set<SocketAddress> unreachable() {
        return Set.copyOf(unreachable);
    }

    private UdpApplication bind(Port port) {
        socket = host.call(name + " opens UDP port " + port, () -> host.stack().openUdp(port, this));
        return this;
    }

    private UdpSocket socket() {
        return Objects.requireNonNull(socket);
    }
}
