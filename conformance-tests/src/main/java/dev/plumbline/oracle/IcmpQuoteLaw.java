package dev.plumbline.oracle;

import static dev.plumbline.oracle.Law.violated;

import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An ICMP error quotes the datagram that it is about: the header and at least eight octets more, unchanged (RFC 1122 section
 * 3.2.2). A router has counted the Time to Live down already; and of a datagram that came in fragments only the parts are known.
 */
final class IcmpQuoteLaw implements Law {
    private static final String QUOTE = "RFC1122/ICMP-QUOTE";
    /** Who has received more than that may mean one that nobody remembers. */
    private static final int REMEMBERED = 1000;

    private static final int LEAST = 8;

    private final Deque<Octets> received = new ArrayDeque<>();

    @Override
    public List<String> requirements() {
        return List.of(QUOTE);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        return HostLaws.original(packet).isPresent() ? Set.of(QUOTE) : Set.of();
    }

    @Override
    public void received(Packet packet) {
        received.addLast(packet.datagram());
        if (received.size() > REMEMBERED) {
            received.removeFirst();
        }
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return HostLaws.original(packet)
                .filter(quote -> received.size() < REMEMBERED)
                .filter(quote -> received.stream().noneMatch(datagram -> quotes(quote, datagram)))
                .flatMap(
                        quote -> violated(
                                QUOTE,
                                "the endpoint sent an ICMP error that does not quote any datagram it has received",
                                "the IP header and at least eight octets of the datagram that the error is about, as they came"));
    }

    private static boolean quotes(Octets quote, Octets datagram) {
        if (datagram.length() < Ipv4Packet.MIN_HEADER || quote.length() < Ipv4Packet.MIN_HEADER) {
            return false;
        }
        if (quote.get(Ipv4Field.IDENTIFICATION) != datagram.get(Ipv4Field.IDENTIFICATION)) {
            return false; // so most of a thousand need not be copied
        }
        int header = (int) datagram.get(Ipv4Field.IHL) * 4;
        boolean part = datagram.get(Ipv4Field.MORE_FRAGMENTS) != 0;
        boolean enough = quote.length() >= Math.min(header + LEAST, datagram.length());
        Octets comparable = comparable(datagram, part);
        int common = Math.min(quote.length(), datagram.length());
        return enough && comparable(quote, part).slice(0, common).equals(comparable.slice(0, common));
    }

    /** Without what may have changed. */
    private static Octets comparable(Octets datagram, boolean part) {
        Octets rest = datagram.with(Ipv4Field.TIME_TO_LIVE, 0).with(Ipv4Field.HEADER_CHECKSUM, 0);
        return part ? rest.with(Ipv4Field.TOTAL_LENGTH, 0).withAt(6, Octets.of(0, 0)) : rest;
    }
}
