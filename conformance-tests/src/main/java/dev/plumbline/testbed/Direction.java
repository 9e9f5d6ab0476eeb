package dev.plumbline.testbed;

import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.random.RandomGenerator;

/** One direction of a cable, at work. */
final class Direction {
    private final Network network;
    private final Attachment from;
    private final Attachment to;
    private final RandomGenerator random;
    private Path path;
    private int count;

    Direction(Network network, Attachment from, Attachment to, Path path, RandomGenerator random) {
        this.network = network;
        this.from = from;
        this.to = to;
        this.path = path;
        this.random = random;
    }

    Attachment to() {
        return to;
    }

    /** From now on this path; the count of datagrams starts again at 0. What is on the way arrives as it would have. */
    void use(Path other) {
        path = other;
        count = 0;
    }

    void carry(Octets datagram) {
        int n = count++;
        if (datagram.length() > path.mtu()) {
            network.lost(from.host(), datagram, "larger than the MTU of " + path.mtu() + " octets");
            return;
        }
        List<Impairment.Delivery> deliveries = path.impairment().pass(n, datagram, random);
        if (deliveries.isEmpty()) {
            network.lost(from.host(), datagram, "dropped by the network");
        }
        for (Impairment.Delivery delivery : deliveries) {
            network.timeline().after(delivery.delay(), () -> to.deliver(delivery.datagram()));
        }
    }

    void plug() {
        from.plug(this);
    }

    void unplug() {
        from.unplug(this);
    }
}
