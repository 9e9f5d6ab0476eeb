package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Link;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A node without a stack: it keeps what arrives, and sends whatever it is told to, however wrong. */
public final class PeerHost implements Receiver {
    private final Network network;
    private final String name;
    private final Attachment attachment;
    private final List<Octets> received = new ArrayList<>();
    private final List<Consumer<Octets>> listeners = new ArrayList<>();

    /** With the link's one address. */
    public PeerHost(Network network, String name, Link link) {
        this(network, name, link, Set.of(link.address()));
    }

    /** With several addresses, which matters only where it is not alone at the other end of a link. */
    public PeerHost(Network network, String name, Link link, Set<Ipv4Address> addresses) {
        this.network = network;
        this.name = name;
        Set<Ipv4Address> own = Set.copyOf(addresses);
        this.attachment = network.attach(name, link, this, own::contains);
    }

    /** Its name in the transcript. */
    public String name() {
        return name;
    }

    /** Where cables are plugged in. */
    public Attachment attachment() {
        return attachment;
    }

    /** The address of its link. */
    public Ipv4Address address() {
        return attachment.link().address();
    }

    /** Puts any octets on the wire. */
    public void send(Octets datagram) {
        network.transcript().append(Kind.SENT, name, datagram, "");
        attachment.transmit(datagram);
    }

    /** Has {@code listener} told of everything that arrives from now on. */
    public void onReceive(Consumer<Octets> listener) {
        listeners.add(listener);
    }

    /** What has arrived, in order of arrival: a view that grows, and cannot be changed through. */
    public List<Octets> received() {
        return Collections.unmodifiableList(received);
    }

    @Override
    public void receive(Link link, Octets datagram) {
        network.transcript().append(Kind.RECEIVED, name, datagram, "");
        received.add(datagram);
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).accept(datagram);
        }
    }
}
