package dev.plumbline.steps.ip;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.values.AnySegment;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;

/** TCP headers that are longer than usual, or say what cannot be; the checksum fits all the same (RFC 9293 section 3.1). */
final class SegmentHeader {
    private static final int WORD = 4;
    /** Without the last of the four bits, which accurate ECN uses (RFC 9768 section 3.1): whoever implements that need not ignore it. */
    private static final int RESERVED = 8;

    private SegmentHeader() {}

    /** Options that a receiver knows, or can skip by their length. */
    static Wrapped withOptions(Trial t, Ipv4Packet packet) {
        TcpSegment segment = segment(packet).toBuilder()
                .options(t.draw("the TCP options", Any.tcpOptions()))
                .build();
        return Wrapped.right(carrying(packet, segment.encode(packet.source(), packet.destination())));
    }

    /** The same, and behind them the end of the list and more words than they would need (RFC 9293 section 3.2). */
    static Wrapped endingEarly(Trial t, Ipv4Packet packet) {
        TcpSegment segment = segment(packet).toBuilder()
                .options(t.draw("the TCP options", AnySegment.fewOptions()))
                .build();
        Octets octets = segment.encode(packet.source(), packet.destination());
        int words = t.draw("how many words of zeros follow", AnyPacket.count(2));
        Octets options =
                octets.slice(TcpSegment.MIN_HEADER, segment.headerLength()).plus(Octets.wrap(new byte[WORD * words]));
        return Wrapped.right(checksummed(packet, with(packet.payload(), options)));
    }

    /** Options of which one has a length that cannot be. */
    static Wrapped withIllegalOption(Trial t, Ipv4Packet packet) {
        Octets options = t.draw("the octets of its options", AnySegment.illegalOptions());
        return Wrapped.wrong(
                checksummed(packet, with(packet.payload(), options)).encode(),
                "one of its options has a length that cannot be");
    }

    /** Bits that mean nothing yet. */
    static Wrapped withReservedBits(Trial t, Ipv4Packet packet) {
        int bits = t.draw("the reserved bits", AnyPacket.count(RESERVED - 1).map(bit -> 2 * bit));
        return Wrapped.right(checksummed(packet, packet.payload().with(TcpField.RESERVED, bits)));
    }

    /** The data begins before the header ends, or behind the segment. */
    static Wrapped withWrongOffset(Trial t, Ipv4Packet packet) {
        Octets payload = packet.payload();
        int words = t.draw("the data offset in words", AnySegment.wrongOffset(payload.length()));
        return Wrapped.wrong(
                checksummed(packet, payload.with(TcpField.DATA_OFFSET, words)).encode(),
                "its data offset is " + words + " words of a segment of " + payload.length() + " octets");
    }

    private static TcpSegment segment(Ipv4Packet packet) {
        return TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
    }

    /** A segment without options gets some, whatever they are. */
    private static Octets with(Octets segment, Octets options) {
        return segment.slice(0, TcpSegment.MIN_HEADER)
                .with(TcpField.DATA_OFFSET, (TcpSegment.MIN_HEADER + options.length()) / WORD)
                .plus(options)
                .plus(segment.from(TcpSegment.MIN_HEADER));
    }

    private static Ipv4Packet checksummed(Ipv4Packet packet, Octets segment) {
        Octets blank = segment.with(TcpField.CHECKSUM, 0);
        long sum = InternetChecksum.pseudoHeader(
                        packet.source().bits(),
                        packet.destination().bits(),
                        packet.protocol().number(),
                        segment.length())
                + InternetChecksum.sum(blank);
        return carrying(packet, segment.with(TcpField.CHECKSUM, InternetChecksum.finish(sum)));
    }

    private static Ipv4Packet carrying(Ipv4Packet packet, Octets segment) {
        return packet.withFragment(0, false, segment);
    }
}
