package dev.plumbline.steps.ip;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the header of a packet that carries a UDP datagram, field by field (RFC 791 section 3.1). */
public final class IpHeader {
    private final Octets packet;
    private final List<Objection> wrong = new ArrayList<>();

    private IpHeader(Octets packet) {
        this.packet = packet;
    }

    /** What is wrong, in words; nothing if it carries so many octets of data from one address to the other. */
    public static List<Objection> objections(Octets packet, Ipv4Address source, Ipv4Address destination, int data) {
        if (packet.length() < Ipv4Packet.MIN_HEADER) {
            return List.of(Objection.of("it has only " + packet.length() + " octets"));
        }
        IpHeader header = new IpHeader(packet);
        int length = (int) packet.get(Ipv4Field.IHL) * 4;
        header.holds("the version", Ipv4Field.VERSION, 4);
        header.holds("the total length", Ipv4Field.TOTAL_LENGTH, length + UdpDatagram.HEADER + data);
        header.holds("the bit that is reserved", Ipv4Field.RESERVED_FLAG, 0);
        header.holds("the protocol", Ipv4Field.PROTOCOL, IpProtocol.UDP.number());
        header.address("source", Ipv4Field.SOURCE, source);
        header.address("destination", Ipv4Field.DESTINATION, destination);
        if (length < Ipv4Packet.MIN_HEADER || length > packet.length()) {
            header.wrong.add(Objection.of("the header length (IHL) says " + length + " octets"));
        } else if (InternetChecksum.of(packet.slice(0, length)) != 0) {
            header.wrong.add(Objection.of("the header checksum is wrong"));
        }
        return header.wrong;
    }

    private void holds(String name, Ipv4Field field, long value) {
        if (packet.get(field) != value) {
            long found = packet.get(field);
            String words = name + " is " + found + " instead of " + value;
            wrong.add(
                    field == Ipv4Field.TOTAL_LENGTH
                            ? Objection.of(Quantity.IP_TOTAL_LENGTH, value, found, words)
                            : Objection.of(words));
        }
    }

    private void address(String name, Ipv4Field field, Ipv4Address value) {
        Ipv4Address found = new Ipv4Address((int) packet.get(field));
        if (!found.equals(value)) {
            wrong.add(Objection.of(value, found, "the " + name + " address is " + found + " instead of " + value));
        }
    }
}
