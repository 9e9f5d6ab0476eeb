package dev.plumbline.diagnosis;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.HeaderField;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of a packet field by field, so that they can be compared with what a debugger shows. */
final class Fields {
    private static final int ADDRESS = 32;

    /** What a receiver has no use for. */
    private static final Set<HeaderField> IDLE = Set.of(TcpField.RESERVED, TcpField.URGENT_POINTER);

    private Fields() {}

    /** A line for each header, and one for the checksums; none for what cannot be read. */
    static List<String> of(Octets datagram) {
        return Ipv4Packet.decode(datagram).value().map(ip -> of(ip, datagram)).orElse(List.of());
    }

    private static List<String> of(Ipv4Packet ip, Octets datagram) {
        List<String> lines = new ArrayList<>();
        lines.add("IP: " + words(datagram, Ipv4Field.values()));
        HeaderField[] fields = fields(ip.protocol());
        if (fields.length > 0 && !ip.isFragment() && ip.payload().has(fields[fields.length - 1])) {
            lines.add(ip.protocol() + ": " + words(ip.payload(), fields));
        }
        lines.add(Stream.of(Summed.ofIp(datagram), Summed.ofPayload(datagram))
                .flatMap(summed -> summed.stream())
                .map(Fields::words)
                .collect(Collectors.joining(", ")));
        return lines;
    }

    private static String words(Summed summed) {
        String noun = "the " + summed.quantity().noun();
        boolean none = summed.quantity() == Quantity.UDP_CHECKSUM && summed.seen() == 0;
        return none ? noun + " is 0: there is none" : noun + (summed.isRight() ? " is right" : " is not right");
    }

    private static HeaderField[] fields(IpProtocol protocol) {
        return protocol.equals(IpProtocol.UDP)
                ? UdpField.values()
                : protocol.equals(IpProtocol.TCP) ? TcpField.values() : new HeaderField[0];
    }

    private static String words(Octets header, HeaderField[] fields) {
        return Arrays.stream(fields)
                .filter(field -> !IDLE.contains(field))
                .map(field -> name(field) + " " + value(header, field))
                .collect(Collectors.joining(", "));
    }

    private static String name(HeaderField field) {
        return field == Ipv4Field.IHL
                ? "IHL"
                : field.toString().toLowerCase(Locale.ROOT).replace('_', ' ').replace("dont", "don't");
    }

    private static String value(Octets header, HeaderField field) {
        long value = header.get(field);
        if (field == Ipv4Field.SOURCE || field == Ipv4Field.DESTINATION) {
            return new Ipv4Address((int) value) + String.format(" (0x%08x)", value);
        }
        if (field == TcpField.FLAGS) {
            return new TcpFlags((int) value).names();
        }
        if (name(field).endsWith("checksum")) {
            return Text.hex(value);
        }
        return field.bits() == ADDRESS ? value + String.format(" (0x%08x)", value) : Long.toString(value);
    }
}
