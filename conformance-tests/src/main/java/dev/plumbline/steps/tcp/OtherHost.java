package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import java.util.Optional;

/**
 * The other end, where a whole stack plays the peer, with an application that the endpoint's one has connected to.
 *
 * @param server the application there
 */
record OtherHost(ServerApplication server) {
    /** Where the peer is a whole stack. */
    static Optional<OtherHost> of(Trial t) {
        return t.maybe(OtherHost.class);
    }

    /** Its side of the connection, once it was accepted. */
    Optional<TcpApplication> application() {
        return server.connections().stream().findFirst();
    }

    /**
     * Where a stream went wrong, two hosts may go on arguing, and where one of them has given up, nothing more will come: nobody
     * needs to wait for that.
     */
    static boolean isHopeless(Trial t) {
        return of(t).filter(
                        other -> Side.ENDPOINT.hasLostTheThread(t) || Side.PEER.hasLostTheThread(t) || other.isOver(t))
                .isPresent();
    }

    private boolean isOver(Trial t) {
        return Scene.application(t).error().isPresent()
                || application().flatMap(TcpApplication::error).isPresent();
    }

    /** Nor where a law was broken: what is missing then would perhaps have come, and the law is what was found. */
    static boolean hasBrokenALaw(Trial t) {
        return of(t).isPresent() && !Scene.lab(t).findings().isEmpty();
    }
}
