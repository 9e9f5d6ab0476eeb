package dev.plumbline.testbed;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A router of the testbed's own: forwards by the longest prefix (RFC 1812 section 5.2.4.3), counts the Time to Live down
 * (RFC 1812 section 5.3.1), fragments (RFC 791 section 3.2) and reports what it cannot deliver (RFC 1812 section 4.3.3).
 *
 * <p>It records what it drops and what it sends on its own behalf, but not what it forwards. It is nobody's destination: a
 * datagram to one of its own addresses is dropped.
 */
public final class Router implements Receiver {
    private final Network network;
    private final String name;
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Route> table;
    private int turn;

    /**
     * A router.
     *
     * @param links its links, in order of their index; the networks on them must be in the table, too
     * @param table where destinations are reached; equal prefixes take turns, packet by packet (RFC 1812 section 5.2.4.5)
     */
    public Router(Network network, String name, List<Link> links, List<Route> table) {
        this.network = network;
        this.name = name;
        this.table = List.copyOf(table);
        links.forEach(link -> attachments.add(network.attach(name, link, this)));
    }

    /** Its name in the transcript. */
    public String name() {
        return name;
    }

    /** Where the cable of the link with this index is plugged in. */
    public Attachment attachment(int index) {
        return attachments.get(index);
    }

    @Override
    public void receive(Link link, Octets datagram) {
        Ipv4Packet.decode(datagram)
                .match(
                        packet -> {
                            forward(packet, datagram);
                            return true;
                        },
                        problem -> {
                            network.lost(name, datagram, problem.toString());
                            return false;
                        });
    }

    private void forward(Ipv4Packet packet, Octets datagram) {
        Optional<Link> next = nextLink(packet.destination());
        if (isOwn(packet.destination())) {
            network.lost(name, datagram, "a router is nobody's destination");
        } else if (packet.timeToLive() <= 1) {
            network.lost(name, datagram, "time to live exceeded");
            report(packet, new TimeExceeded(TimeExceeded.IN_TRANSIT, IcmpErrors.quote(datagram)));
        } else if (next.isEmpty()) {
            network.lost(name, datagram, "no route to " + packet.destination());
            report(packet, new DestinationUnreachable(DestinationUnreachable.NETWORK, 0, IcmpErrors.quote(datagram)));
        } else {
            sendOn(next.get(), packet, datagram);
        }
    }

    private void sendOn(Link link, Ipv4Packet packet, Octets datagram) {
        Attachment out = attachments.get(link.index());
        if (packet.totalLength() <= link.mtu()) {
            out.transmit(Fragmentation.aged(packet, datagram));
        } else if (packet.dontFragment()) {
            network.lost(name, datagram, "larger than the MTU of " + link.mtu() + " octets, and DF is set");
            int code = DestinationUnreachable.FRAGMENTATION_NEEDED;
            report(packet, new DestinationUnreachable(code, link.mtu(), IcmpErrors.quote(datagram)));
        } else {
            Ipv4Packet aged = packet.withTimeToLive(packet.timeToLive() - 1);
            Fragmentation.split(aged, link.mtu()).forEach(fragment -> out.transmit(fragment.encode()));
        }
    }

    /** Tells the sender, from the address of the link that leads to it (RFC 1812 section 4.3.2.4). */
    private void report(Ipv4Packet about, IcmpMessage error) {
        Optional<Link> back = nextLink(about.source());
        if (back.isEmpty() || !IcmpErrors.mayBeSentAbout(about)) {
            return;
        }
        Octets report = IcmpErrors.datagram(back.get().address(), about, error);
        network.transcript().append(Kind.SENT, name, report, "");
        attachments.get(back.get().index()).transmit(report);
    }

    private Optional<Link> nextLink(Ipv4Address destination) {
        List<Route> matching = table.stream()
                .filter(route -> route.destination().contains(destination))
                .toList();
        int longest = matching.stream()
                .mapToInt(route -> route.destination().length())
                .max()
                .orElse(0);
        List<Route> best = matching.stream()
                .filter(route -> route.destination().length() == longest)
                .toList();
        return best.isEmpty()
                ? Optional.empty()
                : Optional.of(best.get(turn++ % best.size()).link());
    }

    private boolean isOwn(Ipv4Address address) {
        return attachments.stream().anyMatch(at -> at.link().address().equals(address));
    }
}
