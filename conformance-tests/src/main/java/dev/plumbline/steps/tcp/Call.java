package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import java.util.function.Consumer;

/** What an application asks of its TCP (RFC 9293 section 3.9.1). */
public enum Call {
    /** The connection that there is, once more. */
    OPEN("OPEN", Call::open),
    /** One that no host can be at the other end of (RFC 9293 section 3.9.1.1, MUST-46). */
    OPEN_TO_MANY("OPEN to any broadcast or multicast address", Call::openToMany),
    /** Some octets. */
    SEND("SEND", t -> TcpScene.of(t).send(t.draw("the application's data", Any.data(2, 20)))),
    /** What has arrived. */
    RECEIVE("RECEIVE", t -> TcpScene.of(t).application().resume()),
    /** No more will be sent. */
    CLOSE("CLOSE", Call::close),
    /** The connections that it has are others (RFC 9293 section 3.10.4). */
    CLOSE_LISTENER("CLOSE where it listens", t -> t.the(ServerApplication.class).stopListening()),
    /** And no more read either (RFC 9293 section 3.6.1, MAY-1). */
    CLOSE_HALF_DUPLEX(
            "CLOSE of both directions", t -> TcpScene.of(t).application().closeHalfDuplex()),
    /** The connection is to be forgotten. */
    ABORT("ABORT", t -> TcpScene.of(t).application().abort());

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "OPEN|OPEN to any broadcast or multicast address|SEND|RECEIVE|CLOSE|CLOSE where it listens|CLOSE of both directions|ABORT";

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a method without a memory
    private final Consumer<Trial> calling;

    Call(String words, Consumer<Trial> calling) {
        this.words = words;
        this.calling = calling;
    }

    void make(Trial t) {
        calling.accept(t);
    }

    private static void open(Trial t) {
        TcpScene scene = TcpScene.of(t);
        Port own = scene.connection().remote().port();
        // The application that would have it is nobody's: the scene goes on with the one that it knows.
        TcpApplication.connect(
                scene.endpoint(), "another client", own, scene.connection().local());
    }

    /** Where there is no connection yet, it is the waiting that ends. */
    private static void close(Trial t) {
        TcpScene.of(t)
                .anyApplication()
                .ifPresentOrElse(
                        TcpApplication::close,
                        () -> t.the(ServerApplication.class).stopListening());
    }

    private static void openToMany(Trial t) {
        TcpScene scene = TcpScene.of(t);
        var address = t.draw("the address", AnyPacket.manyHosts(scene.endpoint().links()));
        TcpApplication.connect(
                scene.endpoint(),
                "the client",
                t.draw("its port", Any.clientPort()),
                new SocketAddress(address, t.draw("the port there", Any.port())));
    }

    @Override
    public String toString() {
        return words;
    }
}
