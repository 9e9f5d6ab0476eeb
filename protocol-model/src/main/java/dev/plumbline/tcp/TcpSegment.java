package dev.plumbline.tcp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TCP segment in its checked form (RFC 9293 section 3.1).
 *
 * @param sourcePort the sending application
 * @param destinationPort the receiving application
 * @param seq SEG.SEQ: the number of the first octet of data, or of the SYN if there is one
 * @param ack SEG.ACK: the next number its sender expects; significant only with ACK
 * @param flags the control bits
 * @param window SEG.WND as it stands in the header, 0 to 65535, unscaled
 * @param urgentPointer SEG.UP, 0 to 65535; significant only with URG
 * @param options at most 40 octets when written
 * @param payload the data; with the header it is at most 65515 octets, which an IPv4 packet can carry
 */
public record TcpSegment(
        Port sourcePort,
        Port destinationPort,
        SeqNumber seq,
        SeqNumber ack,
        TcpFlags flags,
        int window,
        int urgentPointer,
        List<TcpOption> options,
        Octets payload) {
    /** The header without options, in octets. */
    public static final int MIN_HEADER = 20;

    private static final int MAX_OPTIONS = 40;
    /** What an IPv4 packet without options can carry, in octets. */
    private static final int MAX_LENGTH = 65535 - 20;

    /** Refuses what cannot be written. */
    public TcpSegment {
        options = List.copyOf(options);
        require(window >>> 16 == 0, "a window is 0 to 65535, found ", window);
        require(urgentPointer >>> 16 == 0, "an urgent pointer is 0 to 65535, found ", urgentPointer);
        int optionLength = TcpOptionCodec.length(options);
        require(optionLength <= MAX_OPTIONS, "TCP options take at most 40 octets, found ", optionLength);
        int length = MIN_HEADER + TcpOptionCodec.padded(optionLength) + payload.length();
        require(length <= MAX_LENGTH, "a TCP segment over IPv4 is at most 65515 octets, found ", length);
    }

    /** Starts a segment from one port to another; everything else is zero or empty until it is set. */
    public static Builder between(Port source, Port destination) {
        return new Builder(source, destination);
    }

    /** Whether {@code flag} is set. */
    public boolean has(TcpFlag flag) {
        return flags.has(flag);
    }

    /** SEG.LEN: octets of data, SYN and FIN counted as one each (RFC 9293 section 3.4). */
    public int len() {
        return payload.length() + (has(TcpFlag.SYN) ? 1 : 0) + (has(TcpFlag.FIN) ? 1 : 0);
    }

    /** The number after the segment's last one: SEG.SEQ + SEG.LEN. */
    public SeqNumber end() {
        return seq.plus(len());
    }

    /**
     * The first number that its sender does not take: SEG.ACK + SEG.WND, the window as the field has it, without a scale. It says
     * something of segments with ACK only.
     */
    public SeqNumber windowEdge() {
        return ack.plus(window);
    }

    /** The first option of a kind, if there is one. */
    public <T extends TcpOption> Optional<T> option(Class<T> kind) {
        for (TcpOption option : options) {
            if (kind.isInstance(option)) {
                return Optional.of(kind.cast(option));
            }
        }
        return Optional.empty();
    }

    /** The blocks of its SACK option; none without one (RFC 2018 section 3). */
    public List<TcpOption.Block> sackBlocks() {
        return option(TcpOption.Sack.class).map(TcpOption.Sack::blocks).orElse(List.of());
    }

    /** Header length in octets, options and padding included. */
    public int headerLength() {
        return MIN_HEADER + TcpOptionCodec.padded(TcpOptionCodec.length(options));
    }

    @Override
    public String toString() {
        return "port " + sourcePort + " to " + destinationPort + ", " + flags.names() + ", number " + seq
                + (has(TcpFlag.ACK) || !ack.equals(SeqNumber.ZERO) ? ", acknowledging " + ack : "") + ", window "
                + window
                + (urgentPointer == 0 ? "" : ", urgent pointer " + urgentPointer)
                + (options.isEmpty() ? "" : ", options " + options)
                + (payload.isEmpty() ? "" : ", data " + payload);
    }

    /** A builder that starts from this segment. */
    public Builder toBuilder() {
        return new Builder(sourcePort, destinationPort)
                .seq(seq)
                .ackNumber(ack)
                .flags(flags)
                .window(window)
                .urgentPointer(urgentPointer)
                .options(options)
                .payload(payload);
    }

    /** The segment with its checksum over the pseudo-header of these addresses (RFC 9293 section 3.1, MUST-2). */
    @Keeps({"LAY-4", "RFC9293/MUST-2", "RFC9293/RESERVED", "RFC9293/MUST-69"})
    public Octets encode(Ipv4Address source, Ipv4Address destination) {
        int header = headerLength();
        int length = header + payload.length();
        OctetWriter out = new OctetWriter(header, payload);
        out.u16(sourcePort.number()).u16(destinationPort.number());
        out.i32(seq.bits()).i32(ack.bits());
        out.u8((header / 4) << 4).u8(flags.bits()).u16(window);
        out.u16(0).u16(urgentPointer);
        for (TcpOption option : options) {
            TcpOptionCodec.write(option, out);
        }
        out.padTo(header).checksum(16, length, pseudoHeader(source, destination, length));
        return out.toOctets();
    }

    /** Reads a segment and verifies its data offset, option lengths and checksum (RFC 9293 section 3.1, MUST-3 and MUST-7). */
    public static Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
        Malformed problem = problem(octets, source, destination);
        if (problem != null) {
            return new Decoded.Rejected<>(problem);
        }
        int header = headerLength(octets);
        List<TcpOption> options = header == MIN_HEADER ? List.of() : new ArrayList<>();
        int bad = MIN_HEADER + TcpOptionCodec.read(octets.slice(MIN_HEADER, header), options);
        if (bad >= MIN_HEADER) {
            return new Decoded.Rejected<>(malformed("option " + octets.u8(bad) + " has an illegal length", bad));
        }
        return Decoded.valid(new TcpSegment(
                new Port(octets.u16(0)),
                new Port(octets.u16(2)),
                new SeqNumber(octets.i32(4)),
                new SeqNumber(octets.i32(8)),
                new TcpFlags(octets.u8(13)),
                octets.u16(14),
                octets.u16(18),
                options,
                octets.from(header)));
    }

    @Keeps("RFC9293/3.1-OFFSET")
    private static @Nullable Malformed problem(Octets octets, Ipv4Address source, Ipv4Address destination) {
        int length = octets.length();
        if (length < MIN_HEADER) {
            return malformed("only " + length + " octets, a header has at least 20", 0);
        } else if (length > MAX_LENGTH) {
            return malformed(length + " octets, an IPv4 packet carries at most " + MAX_LENGTH, 0);
        }
        int header = headerLength(octets);
        if (header < MIN_HEADER || header > length) {
            return malformed("data offset of " + header + " octets in a segment of " + length, 12);
        }
        long sum = pseudoHeader(source, destination, length) + InternetChecksum.sum(octets);
        if (InternetChecksum.finish(sum) != 0) {
            return malformed(String.format("wrong checksum 0x%04x", octets.u16(16)), 16);
        }
        return null;
    }

    /** The reserved bits beside it are not looked at (RFC 9293 section 3.1). */
    @Keeps("RFC9293/3.1-RESERVED")
    private static int headerLength(Octets octets) {
        return (octets.u8(12) >>> 4) * 4;
    }

    private static long pseudoHeader(Ipv4Address source, Ipv4Address destination, int length) {
        return InternetChecksum.pseudoHeader(source.bits(), destination.bits(), IpProtocol.TCP.number(), length);
    }

    private static Malformed malformed(String reason, int offset) {
        return new Malformed("TCP header", reason, offset);
    }

    private static void require(boolean holds, String rule, int found) {
        if (!holds) {
            throw new IllegalArgumentException(rule + found);
        }
    }

    /** Puts a segment together field by field. */
    public static final class Builder {
        private final Port sourcePort;
        private final Port destinationPort;
        private SeqNumber seq = SeqNumber.ZERO;
        private SeqNumber ack = SeqNumber.ZERO;
        private TcpFlags flags = TcpFlags.NONE;
        private int window;
        private int urgentPointer;
        private List<TcpOption> options = List.of();
        private Octets payload = Octets.empty();

        private Builder(Port sourcePort, Port destinationPort) {
            this.sourcePort = sourcePort;
            this.destinationPort = destinationPort;
        }

        /** SEG.SEQ. */
        public Builder seq(SeqNumber number) {
            seq = number;
            return this;
        }

        /** SEG.ACK together with the ACK bit. */
        public Builder ack(SeqNumber number) {
            flags = flags.with(TcpFlag.ACK);
            return ackNumber(number);
        }

        /** The acknowledgment field alone, whatever the ACK bit. */
        public Builder ackNumber(SeqNumber number) {
            ack = number;
            return this;
        }

        /** Adds a control bit. */
        public Builder flag(TcpFlag flag) {
            flags = flags.with(flag);
            return this;
        }

        /** Exactly these control bits. */
        public Builder flags(TcpFlags bits) {
            flags = bits;
            return this;
        }

        /** SEG.WND, 0 to 65535. */
        public Builder window(int octets) {
            window = octets;
            return this;
        }

        /** SEG.UP, 0 to 65535. */
        public Builder urgentPointer(int pointer) {
            urgentPointer = pointer;
            return this;
        }

        /** All options. */
        public Builder options(List<TcpOption> all) {
            options = all;
            return this;
        }

        /** The data. */
        public Builder payload(Octets data) {
            payload = data;
            return this;
        }

        /**
         * The segment.
         *
         * @throws IllegalArgumentException for what cannot be written
         */
        public TcpSegment build() {
            return new TcpSegment(
                    sourcePort, destinationPort, seq, ack, flags, window, urgentPointer, options, payload);
        }
    }
}
