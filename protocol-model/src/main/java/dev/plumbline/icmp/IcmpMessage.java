package dev.plumbline.icmp;

import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;

/** An ICMP message in its checked form (RFC 792; RFC 1122 section 3.2.2). */
public sealed interface IcmpMessage {
    /** The header in octets. */
    int HEADER = 8;

    /** See {@link EchoReply}; this and the following are message types (RFC 792, one section each). */
    int ECHO_REPLY = 0;
    /** See {@link DestinationUnreachable}. */
    int DESTINATION_UNREACHABLE = 3;
    /** Asked to send less, once; a TCP ignores it (RFC 9293 section 3.9.2.2). */
    int SOURCE_QUENCH = 4;
    /** Tells a better first hop (RFC 1122 section 3.2.2.2). */
    int REDIRECT = 5;
    /** See {@link EchoRequest}. */
    int ECHO_REQUEST = 8;
    /** See {@link TimeExceeded}. */
    int TIME_EXCEEDED = 11;
    /** See {@link ParameterProblem}. */
    int PARAMETER_PROBLEM = 12;

    /** Asks a host whether it is there (RFC 1122 section 3.2.2.6). Identifier and sequence number are 0 to 65535. */
    record EchoRequest(int identifier, int sequenceNumber, Octets data) implements IcmpMessage {
        /** Refuses what does not fit its field. */
        public EchoRequest {
            require(identifier >>> 16 == 0, "an ICMP identifier is 0 to 65535, found ", identifier);
            require(sequenceNumber >>> 16 == 0, "an ICMP sequence number is 0 to 65535, found ", sequenceNumber);
        }

        @Override
        public String toString() {
            return "echo request " + identifier + "/" + sequenceNumber + " with " + data;
        }
    }

    /** Answers an echo request with the same identifier, number and data (RFC 1122 section 3.2.2.6). */
    record EchoReply(int identifier, int sequenceNumber, Octets data) implements IcmpMessage {
        /** Refuses what does not fit its field. */
        public EchoReply {
            require(identifier >>> 16 == 0, "an ICMP identifier is 0 to 65535, found ", identifier);
            require(sequenceNumber >>> 16 == 0, "an ICMP sequence number is 0 to 65535, found ", sequenceNumber);
        }

        @Override
        public String toString() {
            return "echo reply " + identifier + "/" + sequenceNumber + " with " + data;
        }
    }

    /**
     * A datagram could not be delivered (RFC 1122 section 3.2.2.1).
     *
     * @param code why: one of the constants below, or another, 0 to 255
     * @param nextHopMtu with {@link #FRAGMENTATION_NEEDED} the size that would fit, in octets (RFC 1191 section 4); else 0
     * @param original the IP header and at least the first eight octets of the datagram
     */
    record DestinationUnreachable(int code, int nextHopMtu, Octets original) implements IcmpMessage {
        /** No way to the network. */
        public static final int NETWORK = 0;
        /** No way to the host. */
        public static final int HOST = 1;
        /** The host has no such transport protocol. */
        public static final int PROTOCOL = 2;
        /** No application has the port. */
        public static final int PORT = 3;
        /** Too large for a link, and Don't Fragment is set. */
        public static final int FRAGMENTATION_NEEDED = 4;
        /** A source route failed. */
        public static final int SOURCE_ROUTE_FAILED = 5;

        /** Refuses what does not fit its field, and an MTU where there is no field for it. */
        public DestinationUnreachable {
            require(code >>> 8 == 0, "an ICMP code is 0 to 255, found ", code);
            require(nextHopMtu >>> 16 == 0, "a next-hop MTU is 0 to 65535, found ", nextHopMtu);
            require(
                    nextHopMtu == 0 || code == FRAGMENTATION_NEEDED,
                    "only code 4 tells a next-hop MTU, found code ",
                    code);
        }

        @Override
        public String toString() {
            return "destination unreachable, code " + code
                    + (code == FRAGMENTATION_NEEDED ? ", next-hop MTU " + nextHopMtu : "") + ", about " + original;
        }
    }

    /**
     * A datagram died of age (RFC 1122 section 3.2.2.4).
     *
     * @param code 0 on the way, 1 while its fragments were awaited
     * @param original the IP header and at least the first eight octets of the datagram
     */
    record TimeExceeded(int code, Octets original) implements IcmpMessage {
        /** Time to Live reached zero on the way. */
        public static final int IN_TRANSIT = 0;
        /** Not all fragments came in time. */
        public static final int REASSEMBLY = 1;

        /** Refuses what does not fit its field. */
        public TimeExceeded {
            require(code >>> 8 == 0, "an ICMP code is 0 to 255, found ", code);
        }

        @Override
        public String toString() {
            return "time exceeded, code " + code + ", about " + original;
        }
    }

    /**
     * A header field makes no sense (RFC 1122 section 3.2.2.5).
     *
     * @param code 0 if {@code pointer} tells where
     * @param pointer the offending octet, 0 to 255
     * @param original the IP header and at least the first eight octets of the datagram
     */
    record ParameterProblem(int code, int pointer, Octets original) implements IcmpMessage {
        /** Refuses what does not fit its field. */
        public ParameterProblem {
            require(code >>> 8 == 0, "an ICMP code is 0 to 255, found ", code);
            require(pointer >>> 8 == 0, "an ICMP pointer is 0 to 255, found ", pointer);
        }

        @Override
        public String toString() {
            return "parameter problem, code " + code + ", octet " + pointer + ", about " + original;
        }
    }

    /**
     * Any other message; a host discards what it does not know in silence (RFC 1122 section 3.2.2).
     *
     * @param type 0 to 255; a message with one of the types above is read back as that type's record
     * @param code 0 to 255
     * @param rest the second word of the header
     * @param body what follows the header
     */
    record Other(int type, int code, int rest, Octets body) implements IcmpMessage {
        /** Refuses what does not fit its field. */
        public Other {
            require(type >>> 8 == 0, "an ICMP type is 0 to 255, found ", type);
            require(code >>> 8 == 0, "an ICMP code is 0 to 255, found ", code);
        }

        @Override
        public String toString() {
            return "type " + type + ", code " + code + ", " + String.format("%08x", rest) + " and " + body;
        }
    }

    /** Whether it reports an error, so that no ICMP error may be sent about it (RFC 1122 section 3.2.2). */
    default boolean isError() {
        int type = parts().type();
        return type == DESTINATION_UNREACHABLE
                || type == SOURCE_QUENCH
                || type == REDIRECT
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    /** The message as an IP payload, checksum included. */
    default Octets encode() {
        Other parts = parts();
        OctetWriter out = new OctetWriter(HEADER, parts.body());
        out.u8(parts.type()).u8(parts.code()).u16(0).i32(parts.rest());
        out.checksum(2, HEADER + parts.body().length(), 0);
        return out.toOctets();
    }

    /** The message taken apart into what all messages have. */
    default Other parts() {
        if (this instanceof EchoRequest m) {
            return new Other(ECHO_REQUEST, 0, m.identifier() << 16 | m.sequenceNumber(), m.data());
        } else if (this instanceof EchoReply m) {
            return new Other(ECHO_REPLY, 0, m.identifier() << 16 | m.sequenceNumber(), m.data());
        } else if (this instanceof DestinationUnreachable m) {
            return new Other(DESTINATION_UNREACHABLE, m.code(), m.nextHopMtu(), m.original());
        } else if (this instanceof TimeExceeded m) {
            return new Other(TIME_EXCEEDED, m.code(), 0, m.original());
        } else if (this instanceof ParameterProblem m) {
            return new Other(PARAMETER_PROBLEM, m.code(), m.pointer() << 24, m.original());
        }
        return (Other) this;
    }

    /** Reads a message and verifies its length and checksum. */
    static Decoded<IcmpMessage> decode(Octets octets) {
        if (octets.length() < HEADER) {
            return Decoded.malformed("ICMP header", "only " + octets.length() + " octets, a header has 8", 0);
        }
        if (InternetChecksum.of(octets) != 0) {
            return Decoded.malformed("ICMP header", String.format("wrong checksum 0x%04x", octets.u16(2)), 2);
        }
        return Decoded.valid(of(new Other(octets.u8(0), octets.u8(1), octets.i32(4), octets.from(HEADER))));
    }

    private static IcmpMessage of(Other parts) {
        int code = parts.code();
        int high = parts.rest() >>> 16;
        int low = parts.rest() & 0xffff;
        Octets body = parts.body();
        return switch (parts.type()) {
            case ECHO_REPLY -> new EchoReply(high, low, body);
            case DESTINATION_UNREACHABLE ->
                new DestinationUnreachable(code, code == DestinationUnreachable.FRAGMENTATION_NEEDED ? low : 0, body);
            case ECHO_REQUEST -> new EchoRequest(high, low, body);
            case TIME_EXCEEDED -> new TimeExceeded(code, body);
            case PARAMETER_PROBLEM -> new ParameterProblem(code, high >>> 8, body);
            default -> parts;
        };
    }

    private static void require(boolean holds, String rule, int found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + found);
        }
    }
}
