package dev.plumbline.tcp;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The control bits of a segment (RFC 9293 section 3.1).
 *
 * @param bits the header's flags octet, 0 to 255
 */
public record TcpFlags(int bits) {
    /** No bit set. */
    public static final TcpFlags NONE = new TcpFlags(0);

    /** Keeps the eight control bits. */
    public TcpFlags {
        bits &= 0xff;
    }

    /** Exactly the given bits. */
    public static TcpFlags of(TcpFlag... flags) {
        int bits = 0;
        for (TcpFlag flag : flags) {
            bits |= flag.bit();
        }
        return new TcpFlags(bits);
    }

    /** Whether {@code flag} is set. */
    public boolean has(TcpFlag flag) {
        return (bits & flag.bit()) != 0;
    }

    /** These and {@code flag}. */
    public TcpFlags with(TcpFlag flag) {
        return new TcpFlags(bits | flag.bit());
    }

    /** These but {@code flag}. */
    public TcpFlags without(TcpFlag flag) {
        return new TcpFlags(bits & ~flag.bit());
    }

    /** The names of the bits that are set, such as {@code SYN+ACK}. */
    public String names() {
        String names =
                Stream.of(TcpFlag.values()).filter(this::has).map(Enum::name).collect(Collectors.joining("+"));
        return names.isEmpty() ? "no flag" : names;
    }

    /** One letter for each bit that is set, as packetdrill writes them: {@code S.} for SYN and ACK. */
    @Override
    public String toString() {
        StringBuilder letters = new StringBuilder();
        for (TcpFlag flag : TcpFlag.values()) {
            if (has(flag) && flag != TcpFlag.ACK) {
                letters.append(flag.letter());
            }
        }
        if (has(TcpFlag.ACK)) {
            letters.append(TcpFlag.ACK.letter());
        }
        return letters.isEmpty() ? "-" : letters.toString();
    }
}
