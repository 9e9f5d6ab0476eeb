package dev.plumbline.testbed;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Flows.Flow;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One datagram in packetdrill's notation, or why its payload has none. */
final class DatagramNotation {
    private DatagramNotation() {}

    static Decoded<String> of(Ipv4Packet packet, Flows flows) {
        String end = (flows.isUsual(packet) ? "" : " # " + packet.source() + " > " + packet.finalDestination())
                + way(packet);
        if (packet.isFragment()) {
            return Decoded.valid(fragment(packet) + end);
        }
        return switch (packet.protocol().number()) {
            case 1 -> map(IcmpMessage.decode(packet.payload()), message -> IcmpNotation.of(message) + end);
            case 6 ->
                map(
                        TcpSegment.decode(packet.payload(), packet.source(), packet.finalDestination()),
                        segment -> tcp(segment, Flow.of(packet, segment), flows) + way(packet));
            case 17 ->
                map(
                        UdpDatagram.decode(packet.payload(), packet.source(), packet.finalDestination()),
                        datagram -> udp(datagram) + end);
            default ->
                Decoded.valid("ip proto " + packet.protocol().number() + " ("
                        + packet.payload().length() + ")" + end);
        };
    }

    /** The source route, if it has one that is not used up: where it goes next. */
    private static String way(Ipv4Packet packet) {
        return packet.finalDestination().equals(packet.destination()) ? "" : " # via " + packet.destination();
    }

    private static String fragment(Ipv4Packet packet) {
        return "fragment of " + packet.identification() + " "
                + packet.protocol() + " "
                + packet.fragmentOffset() + ":"
                + packet.fragmentEnd()
                + (packet.moreFragments() ? "+" : "");
    }

    private static String udp(UdpDatagram datagram) {
        return "udp (" + datagram.payload().length() + ") " + datagram.sourcePort() + " > " + datagram.destinationPort()
                + DnsNotation.of(datagram);
    }

    private static String tcp(TcpSegment segment, Flow flow, Flows flows) {
        int seq = flows.relative(flow, segment.seq());
        int length = segment.payload().length();
        StringBuilder text = new StringBuilder().append(segment.flags());
        text.append(' ')
                .append(seq)
                .append(':')
                .append(seq + length)
                .append('(')
                .append(length)
                .append(')');
        if (segment.has(TcpFlag.ACK)) {
            text.append(" ack ").append(flows.relative(flow.reverse(), segment.ack()));
        }
        text.append(" win ").append(segment.window());
        if (segment.has(TcpFlag.URG)) {
            text.append(" urg ").append(segment.urgentPointer());
        }
        if (!segment.options().isEmpty()) {
            text.append(segment.options().stream()
                    .map(option -> option(option, flow.reverse(), flows))
                    .collect(Collectors.joining(",", " <", ">")));
        }
        List<String> remarks = new ArrayList<>();
        if (flows.number(flow) > 1) {
            remarks.add("flow " + flows.number(flow));
        }
        remarks.addAll(beforeTheFirst(segment, flow, flows));
        return text + (remarks.isEmpty() ? "" : " # " + String.join(", ", remarks));
    }

    /** What lies before the number that a direction is counted from: a reader of a negative number wants to know which it is. */
    private static List<String> beforeTheFirst(TcpSegment segment, Flow flow, Flows flows) {
        List<String> numbers = new ArrayList<>();
        if (flows.relative(flow, segment.seq()) < 0) {
            numbers.add("the sequence number itself is " + segment.seq());
        }
        if (segment.has(TcpFlag.ACK) && flows.relative(flow.reverse(), segment.ack()) < 0) {
            numbers.add("the acknowledgment number itself is " + segment.ack());
        }
        return numbers;
    }

    private static String option(TcpOption option, Flow reverse, Flows flows) {
        if (option instanceof TcpOption.MaximumSegmentSize mss) {
            return "mss " + mss.octets();
        } else if (option instanceof TcpOption.WindowScale scale) {
            return "wscale " + scale.shift();
        } else if (option instanceof TcpOption.SackPermitted) {
            return "sackOK";
        } else if (option instanceof TcpOption.Timestamps stamps) {
            return "TS val " + Integer.toUnsignedString(stamps.value()) + " ecr "
                    + Integer.toUnsignedString(stamps.echo());
        } else if (option instanceof TcpOption.Sack sack) {
            return sack.blocks().stream()
                    .map(block -> flows.relative(reverse, block.left()) + ":" + flows.relative(reverse, block.right()))
                    .collect(Collectors.joining(" ", "sack ", ""));
        } else if (option instanceof TcpOption.Unknown unknown) {
            return "kind " + unknown.kind() + " 0x" + unknown.data().toHex();
        }
        return "nop";
    }

    private static <T> Decoded<String> map(Decoded<T> decoded, Function<T, String> text) {
        return decoded.match(
                value -> Decoded.valid(text.apply(value)),
                why -> Decoded.malformed(why.header(), why.reason(), why.offset()));
    }
}
