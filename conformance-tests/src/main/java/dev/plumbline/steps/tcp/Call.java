package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.ip.Ipv4Address;
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
    /** One that there cannot be (RFC 9293 section 3.9.1.1, MUST-46). */
    OPEN_TO_MANY("OPEN to any broadcast or multicast address", Call::openToMany),
    /** Some octets. */
    SEND("SEND", t -> TcpScene.of(t).send(t.draw("the application's data", Any.data(2, 20)))),
    /** What has arrived. */
    RECEIVE("RECEIVE", t -> TcpScene.of(t).application().resume()),
    /** No more will be sent. */
    CLOSE("CLOSE", t -> TcpScene.of(t).application().close()),
    /** The connection is to be forgotten. */
    ABORT("ABORT", t -> TcpScene.of(t).application().abort());

    /** All of them, as a feature writes them. */
    static final String WORDS = "OPEN|OPEN to any broadcast or multicast address|SEND|RECEIVE|CLOSE|ABORT";

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

    private static void openToMany(Trial t) {
        TcpScene scene = TcpScene.of(t);
        Ipv4Address many =
                t.draw("the address", AnyPacket.manyHosts(scene.endpoint().links()));
        TcpApplication.connect(
                scene.endpoint(),
                "a client",
                scene.connection().remote().port(),
                new SocketAddress(many, scene.connection().local().port()));
    }

    @Override
    public String toString() {
        return words;
    }
}
