package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Retold;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;

/** A host with several addresses: applications that wait at some of them, and a client that comes to each (RFC 9293 section 3.9.1.1). */
final class Doors {
    /** How many addresses the host has. */
    static final int COUNT = 3;

    private final List<Ipv4Address> addresses;
    private final List<Optional<ServerApplication>> servers = new ArrayList<>();
    private final List<PeerConnection> clients = new ArrayList<>();
    private final List<Octets> data = new ArrayList<>();

    private Doors(List<Ipv4Address> addresses) {
        this.addresses = addresses;
    }

    static void build(Trial t) {
        t.put(new Doors(Scene.lab(t).endpointAddresses(COUNT)));
    }

    static Doors of(Trial t) {
        return t.the(Doors.class);
    }

    List<Ipv4Address> addresses() {
        return addresses;
    }

    /** One application waits at one of the addresses. */
    void openOne(Trial t) {
        Ipv4Address one = t.draw("the local address", Arbitraries.of(addresses));
        ServerApplication server = open(t, one);
        addresses.forEach(address -> servers.add(Optional.of(server).filter(s -> address.equals(one))));
    }

    /** One waits at each of them. */
    void openEach(Trial t) {
        addresses.forEach(address -> servers.add(Optional.of(open(t, address))));
    }

    /** One waits, and does not say where. */
    void openAll(Trial t) {
        ServerApplication server = ServerApplication.listen(Scene.endpoint(t), Scene.drawEndpointPort(t));
        addresses.forEach(address -> servers.add(Optional.of(server)));
    }

    private static ServerApplication open(Trial t, Ipv4Address address) {
        return ServerApplication.listen(Scene.endpoint(t), new SocketAddress(address, Scene.drawEndpointPort(t)));
    }

    /** A client asks at each of the addresses. */
    void knock(Trial t) {
        List<Port> ports = List.copyOf(t.draw("the clients' ports", Any.ports(COUNT, COUNT)));
        for (int i = 0; i < COUNT; i++) {
            PeerConnection client = new PeerConnection(
                    Scene.peer(t),
                    Scene.peer(t).at(ports.get(i)),
                    new SocketAddress(addresses.get(i), Scene.endpointPort(t)),
                    t.draw("the initial sequence number of client " + (i + 1), Any.sequenceNumber()));
            clients.add(client);
            client.send(client.syn());
        }
    }

    /** The client at this address is answered, if anybody waits there. */
    Expectation answered(int number) {
        PeerConnection client = clients.get(number);
        return about(
                number,
                servers.get(number).isPresent()
                        ? Handshake.synAck(client, syn -> client.acknowledge())
                        : Becomes.staysUntrue(
                                "nobody answers with SYN and ACK, for nobody waits there",
                                () -> client.arrivals().stream().anyMatch(s -> s.has(TcpFlag.SYN)),
                                () -> "a SYN and ACK came"));
    }

    /** And gets the application that waits there. */
    Expectation accepted(int number) {
        PeerConnection client = clients.get(number);
        return servers.get(number)
                .map(server -> about(
                        number,
                        Becomes.becomesTrue(
                                "the application that waits there gets the connection",
                                () -> connection(number)
                                        .filter(own -> own.connection().local().equals(client.remote()))
                                        .isPresent(),
                                () -> connection(number)
                                        .map(own -> "it was told of a connection to "
                                                + own.connection().local())
                                        .orElse("it was told nothing of it"))))
                .orElse(Expectation.NOTHING);
    }

    /** It sends something. */
    void speak(Trial t) {
        for (int i = 0; i < COUNT; i++) {
            Octets some = t.draw("the data for client " + (i + 1), Any.data(1, 100));
            data.add(some);
            clients.get(i).acknowledgeByItself();
            connection(i).ifPresent(own -> own.send(some));
        }
    }

    /** Which arrives from the address to which the client has come. */
    Expectation heard(Trial t, int number) {
        PeerConnection client = clients.get(number);
        return servers.get(number)
                .map(server -> about(
                        number,
                        Becomes.becomesTrue(
                                "what that application sends arrives",
                                () -> client.received().equals(data.get(number)),
                                () -> client.received().length() + " octets of it arrived")))
                .orElse(Expectation.NOTHING);
    }

    void checkSources(Trial t) {
        for (PeerConnection client : clients) {
            Scene.peer(t).arrivals().stream()
                    .filter(arrival -> isForClient(client, arrival))
                    .filter(arrival -> !source(arrival).equals(client.remote().address()))
                    .findFirst()
                    .ifPresent(arrival -> {
                        throw new FindingError(Finding.wrong(
                                        "the endpoint sent a segment of the connection to " + client.remote() + " from "
                                                + source(arrival),
                                        "every segment from " + client.remote().address(),
                                        arrival.toString())
                                .about(arrival.datagram()));
                    });
        }
    }

    private static boolean isForClient(PeerConnection client, Packet arrival) {
        return arrival.tcp()
                .filter(s -> s.destinationPort().equals(client.local().port()))
                .isPresent();
    }

    private static Ipv4Address source(Packet arrival) {
        return arrival.ip().orElseThrow().source();
    }

    private Optional<TcpApplication> connection(int number) {
        return servers.get(number)
                .flatMap(server -> server.connectionWith(clients.get(number).local()));
    }

    private Expectation about(int number, Expectation expectation) {
        return Retold.about("the client that connects to " + clients.get(number).remote(), expectation);
    }
}
