package dev.plumbline.steps;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.Peer;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** Who takes part in a trial, by the names that the features give them. */
public final class Scene {
    /** The name of the endpoint's port, where it is drawn. */
    public static final String ENDPOINT_PORT = "the endpoint's port";
    /** The same for the peer's. */
    public static final String PEER_PORT = "the peer's port";
    /** The same for the peer's ISS. */
    public static final String PEER_ISN = "the peer's initial sequence number";

    private Scene() {}

    /** The trial's world. */
    public static Lab lab(Trial trial) {
        return (Lab) trial.world();
    }

    /** Whether the trial's time is the machine's: what happens is seen late then, and has to be waited for. */
    public static boolean isInRealTime(Trial trial) {
        return lab(trial).timeline().base() == TimeBase.REAL;
    }

    /** The host with the stack under test. */
    public static StackHost endpoint(Trial trial) {
        return lab(trial).endpoint();
    }

    /** The first peer. */
    public static Peer peer(Trial trial) {
        return lab(trial).peer();
    }

    /** The port that the endpoint's application has. */
    public static Port endpointPort(Trial trial) {
        return trial.the(ENDPOINT_PORT, Port.class);
    }

    /** Draws the port of the endpoint's application. */
    public static Port drawEndpointPort(Trial trial) {
        return trial.put(ENDPOINT_PORT, trial.draw(ENDPOINT_PORT, Any.port()));
    }

    /** The port that the peer's application has. */
    public static Port peerPort(Trial trial) {
        return trial.the(PEER_PORT, Port.class);
    }

    /** Draws it. */
    public static Port drawPeerPort(Trial trial) {
        return trial.put(PEER_PORT, trial.draw(PEER_PORT, Any.port()));
    }

    /** Its address and port. */
    public static SocketAddress endpointSocket(Trial trial) {
        return new SocketAddress(peer(trial).endpoint(), endpointPort(trial));
    }

    /** The connection, seen from the peer. */
    public static PeerConnection connection(Trial trial) {
        return trial.the(PeerConnection.class);
    }

    /** The endpoint's application of the connection: the client, or the server's side of it. */
    public static TcpApplication application(Trial trial) {
        return anyApplication(trial)
                .orElseThrow(() -> new IllegalStateException("the server has not accepted the connection"));
    }

    /** The same, if there is one yet. */
    public static Optional<TcpApplication> anyApplication(Trial trial) {
        return trial.maybe(TcpApplication.class)
                .or(() -> trial.maybe(ServerApplication.class)
                        .flatMap(server ->
                                server.connectionWith(connection(trial).local())));
    }

    /** What the endpoint's application has received on the connection; nothing if there is none yet. */
    public static Octets received(Trial trial) {
        return anyApplication(trial).map(TcpApplication::received).orElse(Octets.empty());
    }

    /** Whether the endpoint's application was told that the peer has closed. */
    public static boolean isToldOfEnd(Trial trial) {
        return anyApplication(trial).filter(TcpApplication::isPeerClosed).isPresent();
    }
}
