package dev.plumbline.steps.udp;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Streams;
import dev.plumbline.steps.ip.IpHeader;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be right in the first packet that carries what the endpoint's application has sent. */
public enum Trait {
    /** Four numbers say who sends it, and to whom (RFC 768 section "Fields"). */
    ROUTE("both addresses and both ports") {
        @Override
        String expected(Trial t) {
            return "a UDP datagram from " + UdpScene.of(t).source() + " to "
                    + UdpScene.of(t).destination();
        }

        @Override
        List<Objection> objections(Packet packet, Trial t) {
            return Packets.route(packet, UdpScene.of(t).source(), UdpScene.of(t).destination());
        }
    },
    /** Two headers, the data, and nothing behind it. */
    ENVELOPES("an IP header, a UDP header and exactly that data") {
        @Override
        String expected(Trial t) {
            return "one packet: IP header, UDP header, and the " + data(t).length() + " octets of data";
        }

        @Override
        List<Objection> objections(Packet packet, Trial t) {
            Ipv4Packet ip = packet.ip().orElseThrow();
            if (packet.udp().isEmpty()) {
                return List.of(Objection.of("it is no UDP datagram"));
            }
            Octets payload = packet.udp().get().payload();
            if (!payload.equals(data(t))) {
                return List.of(Objection.of(
                        "its data is other than what the application sent: " + Streams.difference(data(t), payload)));
            }
            int length = ip.headerLength() + UdpDatagram.HEADER + payload.length();
            return packet.datagram().length() == length
                    ? List.of()
                    : List.of(Objection.of("it is " + packet.datagram().length() + " octets long"));
        }

        @Override
        List<Objection> unreadable(Octets datagram, Trial t) {
            return Stream.of(datagram)
                    .filter(octets -> octets.has(Ipv4Field.TOTAL_LENGTH))
                    .map(octets -> octets.get(Ipv4Field.TOTAL_LENGTH))
                    .filter(length -> length != datagram.length())
                    .map(length -> Objection.of(
                            Quantity.IP_TOTAL_LENGTH,
                            datagram.length(),
                            length,
                            "its total length is " + length + ", but it has " + datagram.length() + " octets"))
                    .toList();
        }
    },
    /** Each of its fields is right (RFC 791 section 3.1). */
    IP_HEADER(
            "an IP header with version 4, its length, the whole length, UDP, the two addresses and a checksum that is right") {
        @Override
        String expected(Trial t) {
            return "an IP header as RFC 791 section 3.1 has it, for " + data(t).length() + " octets of data";
        }

        @Override
        List<Objection> objections(Packet packet, Trial t) {
            return wrong(packet.datagram(), t);
        }

        @Override
        List<Objection> unreadable(Octets datagram, Trial t) {
            return wrong(datagram, t);
        }

        private List<Objection> wrong(Octets datagram, Trial t) {
            return IpHeader.objections(
                    datagram,
                    Scene.peer(t).endpoint(),
                    UdpScene.of(t).destination().address(),
                    data(t).length());
        }
    },
    /** Each of its fields is right; the law of the wire computes the checksum (RFC 768 section "Fields"). */
    UDP_HEADER("a UDP header of eight octets with the right ports, length and checksum") {
        @Override
        String expected(Trial t) {
            return "a UDP header with both ports, length " + (UdpDatagram.HEADER + data(t).length())
                    + " and a checksum";
        }

        @Override
        List<Objection> objections(Packet packet, Trial t) {
            List<Objection> wrong = new ArrayList<>(ROUTE.objections(packet, t));
            long length = field(packet, UdpField.LENGTH);
            if (length != UdpDatagram.HEADER + data(t).length()) {
                wrong.add(Objection.of(
                        Quantity.UDP_LENGTH,
                        UdpDatagram.HEADER + (long) data(t).length(),
                        length,
                        "its length is " + length));
            }
            if (field(packet, UdpField.CHECKSUM) == 0) {
                wrong.add(Objection.of("it has no checksum (0)"));
            }
            return wrong;
        }
    },
    /** Zero would say that there is no checksum (RFC 768 section "Fields"). */
    CHECKSUM_OF_ONES("all ones in its UDP checksum") {
        @Override
        String expected(Trial t) {
            return "65535 in the checksum field, because 0 would say that there is no checksum";
        }

        @Override
        List<Objection> objections(Packet packet, Trial t) {
            long checksum = field(packet, UdpField.CHECKSUM);
            return checksum == 0xffff ? List.of() : List.of(Objection.of("the checksum field holds " + checksum));
        }
    };

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    /** Waits for the packet. */
    Expectation arrives(Trial t) {
        return new FirstPacket(t, this);
    }

    abstract String expected(Trial t);

    /** What is wrong with it. */
    abstract List<Objection> objections(Packet packet, Trial t);

    /** What is wrong with one that cannot be read, if that is for this trait to say. */
    List<Objection> unreadable(Octets datagram, Trial t) {
        return List.of();
    }

    @Override
    public String toString() {
        return words;
    }

    private static Octets data(Trial t) {
        return UdpScene.of(t).sent().get(0);
    }

    /** A field of its UDP header; -1 if it has none. */
    private static long field(Packet packet, UdpField field) {
        Optional<Octets> header = packet.udp().flatMap(udp -> packet.ip()).map(Ipv4Packet::payload);
        return header.map(h -> h.get(field)).orElse(-1L);
    }
}
