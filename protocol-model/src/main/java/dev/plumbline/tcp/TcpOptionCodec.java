package dev.plumbline.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpOption.NoOperation;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.Unknown;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads the options of a TCP header (RFC 9293 section 3.2). */
final class TcpOptionCodec {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int MSS = 2;
    private static final int WSCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int SACK = 5;
    private static final int TIMESTAMPS = 8;

    private TcpOptionCodec() {}

    /** Octets that {@code options} take, padding to whole words not included. */
    static int length(List<TcpOption> options) {
        int length = 0;
        for (TcpOption option : options) {
            length += length(option);
        }
        return length;
    }

    /** The same with the padding. */
    static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    /** Whether an option of this kind with so much data has a meaning of its own, and so is not {@link Unknown}. */
    static boolean isKnown(int kind, int dataLength) {
        return switch (kind) {
            case MSS -> dataLength == 2;
            case WSCALE -> dataLength == 1;
            case SACK_PERMITTED -> dataLength == 0;
            case SACK -> dataLength > 0 && dataLength % 8 == 0;
            case TIMESTAMPS -> dataLength == 8;
            default -> false;
        };
    }

    static void write(TcpOption option, OctetWriter out) {
        if (option instanceof NoOperation) {
            out.u8(NOP);
            return;
        }
        out.u8(kind(option)).u8(length(option));
        if (option instanceof MaximumSegmentSize mss) {
            out.u16(mss.octets());
        } else if (option instanceof WindowScale scale) {
            out.u8(scale.shift());
        } else if (option instanceof Timestamps stamps) {
            out.i32(stamps.value()).i32(stamps.echo());
        } else if (option instanceof Sack sack) {
            sack.blocks()
                    .forEach(block ->
                            out.i32(block.left().bits()).i32(block.right().bits()));
        } else if (option instanceof Unknown unknown) {
            out.octets(unknown.data());
        }
    }

    /** Reads {@code options} into {@code into}; returns the offset of the first with an illegal length, or -1. */
    @Keeps({"RFC9293/MUST-4", "RFC9293/MUST-5", "RFC9293/MUST-6", "RFC9293/MUST-7", "RFC9293/MUST-64"})
    static int read(Octets options, List<TcpOption> into) {
        int at = 0;
        while (at < options.length() && options.u8(at) != END) {
            int kind = options.u8(at);
            if (kind == NOP) {
                into.add(new NoOperation());
                at++;
                continue;
            }
            int length = at + 1 < options.length() ? options.u8(at + 1) : 0;
            if (length < 2 || at + length > options.length()) {
                return at;
            }
            into.add(option(kind, options.slice(at + 2, at + length)));
            at += length;
        }
        return -1;
    }

    private static TcpOption option(int kind, Octets data) {
        if (!isKnown(kind, data.length())) {
            return new Unknown(kind, data);
        }
        return switch (kind) {
            case MSS -> new MaximumSegmentSize(data.u16(0));
            case WSCALE -> new WindowScale(data.u8(0));
            case SACK_PERMITTED -> new SackPermitted();
            case SACK -> sack(data);
            default -> new Timestamps(data.i32(0), data.i32(4));
        };
    }

    private static Sack sack(Octets data) {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < data.length(); at += 8) {
            blocks.add(new Block(new SeqNumber(data.i32(at)), new SeqNumber(data.i32(at + 4))));
        }
        return new Sack(blocks);
    }

    private static int kind(TcpOption option) {
        if (option instanceof MaximumSegmentSize) {
            return MSS;
        } else if (option instanceof WindowScale) {
            return WSCALE;
        } else if (option instanceof SackPermitted) {
            return SACK_PERMITTED;
        } else if (option instanceof Sack) {
            return SACK;
        } else if (option instanceof Timestamps) {
            return TIMESTAMPS;
        }
        return ((Unknown) option).kind();
    }

    private static int length(TcpOption option) {
        if (option instanceof NoOperation) {
            return 1;
        } else if (option instanceof MaximumSegmentSize) {
            return 4;
        } else if (option instanceof WindowScale) {
            return 3;
        } else if (option instanceof Timestamps) {
            return 10;
        } else if (option instanceof Sack sack) {
            return 2 + 8 * sack.blocks().size();
        } else if (option instanceof Unknown unknown) {
            return 2 + unknown.data().length();
        }
        return 2;
    }
}
