package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Link;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Where a node is attached to the network: its link, seen from outside. Made by {@link Network#attach}. */
public final class Attachment {
    private final Network network;
    private final String host;
    private final Link link;
    private final Receiver receiver;
    private final Predicate<Ipv4Address> owns;
    private final List<Direction> ways = new ArrayList<>();

    Attachment(Network network, String host, Link link, Receiver receiver, Predicate<Ipv4Address> owns) {
        this.network = network;
        this.host = host;
        this.link = link;
        this.receiver = receiver;
        this.owns = owns;
    }

    /** The node's name. */
    public String host() {
        return host;
    }

    /** The node's link. */
    public Link link() {
        return link;
    }

    /**
     * Puts a datagram on the wire; it arrives later, through the timeline, if at all. Recorded is only its loss: who sends
     * records what it sends.
     */
    public void transmit(Octets datagram) {
        if (ways.isEmpty()) {
            network.lost(host, datagram, "no cable is plugged in");
        } else if (ways.size() == 1) {
            ways.get(0).carry(datagram);
        } else {
            choose(datagram).forEach(way -> way.carry(datagram));
        }
    }

    void plug(Direction way) {
        ways.add(way);
    }

    void unplug(Direction way) {
        ways.remove(way);
    }

    void deliver(Octets datagram) {
        receiver.receive(link, datagram);
    }

    /** Among several neighbours the one that has the destination address; all of them if none has it. */
    private List<Direction> choose(Octets datagram) {
        List<Direction> all = List.copyOf(ways);
        if (datagram.length() < Ipv4Packet.MIN_HEADER) {
            return all;
        }
        Ipv4Address destination = new Ipv4Address(datagram.i32(16));
        List<Direction> owners =
                all.stream().filter(way -> way.to().owns.test(destination)).toList();
        return owners.isEmpty() ? all : owners;
    }
}
