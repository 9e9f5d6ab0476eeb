package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Nodes and the cables between them. There is no link-layer addressing: on a cable everything reaches the other end; where
 * several cables meet at one attachment, a datagram takes the one whose other end has its destination address, or all of
 * them if none has.
 */
public final class Network {
    private final Timeline timeline;
    private final Transcript transcript;
    private final RandomGenerator random;
    private final long seed;

    /**
     * A network without nodes.
     *
     * @param random the trial's chance; hosts and cables get generators of their own from it
     */
    public Network(Timeline timeline, Transcript transcript, RandomGenerator random) {
        this.timeline = timeline;
        this.transcript = transcript;
        this.random = random;
        this.seed = random.nextLong();
    }

    /** Its time. */
    public Timeline timeline() {
        return timeline;
    }

    /** What happened in it. */
    public Transcript transcript() {
        return transcript;
    }

    /** Chance for the node with this name: the same in every world with the same seed, whatever other nodes there are. */
    public RandomGenerator randomFor(String name) {
        return new SplittableRandom(seed ^ name.hashCode() * 0x9E3779B97F4A7C15L);
    }

    /** Makes a place for a cable at a node with the link's one address. */
    public Attachment attach(String host, Link link, Receiver receiver) {
        return attach(host, link, receiver, link.address()::equals);
    }

    /**
     * Makes a place for a cable at a node with several addresses.
     *
     * @param owns whether an address is the node's
     */
    public Attachment attach(String host, Link link, Receiver receiver, Predicate<Ipv4Address> owns) {
        return new Attachment(this, host, link, receiver, owns);
    }

    /** A perfect cable. */
    public Cable connect(Attachment a, Attachment b) {
        return connect(a, b, Impairment.none(), Impairment.none());
    }

    /** A cable whose directions carry what the sender's link is said to take. */
    public Cable connect(Attachment a, Attachment b, Impairment there, Impairment back) {
        return connect(
                a, b, new Path(there, a.link().mtu()), new Path(back, b.link().mtu()));
    }

    /**
     * A cable.
     *
     * @param there the direction from {@code a} to {@code b}
     * @param back the direction from {@code b} to {@code a}
     */
    public Cable connect(Attachment a, Attachment b, Path there, Path back) {
        return new Cable(
                new Direction(this, a, b, there, new SplittableRandom(random.nextLong())),
                new Direction(this, b, a, back, new SplittableRandom(random.nextLong())));
    }

    void lost(String host, Octets datagram, String why) {
        transcript.append(Transcript.Kind.LOST, host, datagram, why);
    }
}
