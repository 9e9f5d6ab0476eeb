package dev.plumbline.steps.dns;

import dev.plumbline.application.NamedClient;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.PeerServer;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.values.Any;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The hosts that a name leads to, one after the other, and the endpoint's clients that know them by that name (RFC 1034 section 2.3). */
final class WebHosts {
    private static final SeqNumber ISS = SeqNumber.of(1000);

    private final DnsScene scene;
    private final Port port;
    private final Map<Partner, PeerServer> servers = new EnumMap<>(Partner.class);
    private final List<NamedClient> clients = new ArrayList<>();

    /** All of them wait for connections to any port, which they share. */
    WebHosts(DnsScene scene) {
        this.scene = scene;
        port = scene.trial().draw("the web hosts' port", Any.port());
        for (Partner host : List.of(Partner.WEB_HOST, Partner.OTHER_WEB_HOST)) {
            servers.put(host, new PeerServer(peer(host), port, ISS, connection -> {}));
        }
    }

    Peer peer(Partner host) {
        return Scene.lab(scene.trial()).peer(host.place());
    }

    Ipv4Address address(Partner host) {
        return peer(host).address();
    }

    Port port() {
        return port;
    }

    /** The endpoint's application sets out to connect to the name. */
    void connect() {
        clients.add(scene.lookUps().connect(port));
    }

    /** The last of its clients is told that it is connected. */
    Expectation connected() {
        NamedClient client = last();
        return Becomes.becomesTrue(
                        "the endpoint's application is connected to "
                                + client.lookUp().question(),
                        client::isConnected,
                        () -> "for the name it was told " + client.lookUp()
                                + client.connection()
                                        .flatMap(TcpApplication::error)
                                        .map(error -> "; then the connection failed: " + error)
                                        .orElse(""))
                .within(LookUpEnds.GIVING_UP);
    }

    /** The last connection is with {@code host}, or where the name leads now, if what was remembered of it may be too old. */
    Expectation isWith(Partner host) {
        TcpApplication client = last().connection().orElseThrow();
        return Becomes.becomesTrue(
                "the connection is with " + host + ", " + server(host).local(),
                () -> servers.keySet().stream()
                        .filter(other -> other == host || mayLeadTo(other))
                        .flatMap(this::connections)
                        .anyMatch(c -> isSame(c, client)),
                () -> "it is with " + client.connection().remote());
    }

    private boolean mayLeadTo(Partner host) {
        return scene.lookUps().mayHaveAsked()
                && scene.book().server().book().addresses(scene.name()).contains(address(host));
    }

    /** From now on it is about the first connection with this host. */
    void takeUp(Partner host) {
        PeerConnection connection =
                scene.trial().put(connections(host).findFirst().orElseThrow());
        scene.trial()
                .put(clients.stream()
                        .flatMap(client -> client.connection().stream())
                        .filter(application -> isSame(connection, application))
                        .findFirst()
                        .orElseThrow());
    }

    private Stream<PeerConnection> connections(Partner host) {
        return server(host).connections().stream();
    }

    private PeerServer server(Partner host) {
        return Objects.requireNonNull(servers.get(host));
    }

    private NamedClient last() {
        return clients.get(clients.size() - 1);
    }

    private static boolean isSame(PeerConnection connection, TcpApplication client) {
        return connection.local().equals(client.connection().remote())
                && connection.remote().port().equals(client.connection().local().port());
    }
}
