package dev.plumbline.testbed;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.icmp.IcmpMessage.ParameterProblem;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;

/** ICMP messages in one line (RFC 792 and RFC 1122 section 3.2.2 have the names). */
final class IcmpNotation {
    private IcmpNotation() {}

    static String of(IcmpMessage message) {
        if (message instanceof EchoRequest m) {
            return "icmp echo_request id " + m.identifier() + " seq " + m.sequenceNumber() + length(m.data());
        } else if (message instanceof EchoReply m) {
            return "icmp echo_reply id " + m.identifier() + " seq " + m.sequenceNumber() + length(m.data());
        } else if (message instanceof DestinationUnreachable m) {
            return "icmp unreachable " + unreachable(m) + quoted(m.original());
        } else if (message instanceof TimeExceeded m) {
            return "icmp time_exceeded " + timeExceeded(m.code()) + quoted(m.original());
        } else if (message instanceof ParameterProblem m) {
            return "icmp parameter_problem code " + m.code() + " pointer " + m.pointer() + quoted(m.original());
        }
        IcmpMessage.Other parts = message.parts();
        return "icmp type " + parts.type() + " code " + parts.code() + length(parts.body());
    }

    private static String length(Octets data) {
        return " (" + data.length() + ")";
    }

    private static String unreachable(DestinationUnreachable message) {
        return switch (message.code()) {
            case DestinationUnreachable.NETWORK -> "net";
            case DestinationUnreachable.HOST -> "host";
            case DestinationUnreachable.PROTOCOL -> "protocol";
            case DestinationUnreachable.PORT -> "port";
            case DestinationUnreachable.FRAGMENTATION_NEEDED -> "frag_needed mtu " + message.nextHopMtu();
            case DestinationUnreachable.SOURCE_ROUTE_FAILED -> "source_route_failed";
            default -> "code " + message.code();
        };
    }

    private static String timeExceeded(int code) {
        return switch (code) {
            case TimeExceeded.IN_TRANSIT -> "in_transit";
            case TimeExceeded.REASSEMBLY -> "reassembly";
            default -> "code " + code;
        };
    }

    /** What the error is about, as far as the few octets of it tell. */
    private static String quoted(Octets original) {
        if (original.length() < Ipv4Packet.MIN_HEADER) {
            return " [" + original.toHex() + "]";
        }
        IpProtocol protocol = new IpProtocol(original.u8(9));
        int header = (original.u8(0) & 0xf) * 4;
        boolean ports = protocol.equals(IpProtocol.TCP) || protocol.equals(IpProtocol.UDP);
        if (!ports || original.length() < header + 4) {
            return " [" + protocol + "]";
        }
        return " [" + protocol + " " + original.u16(header) + " > " + original.u16(header + 2) + "]";
    }
}
