package dev.plumbline.tcp;

import dev.plumbline.wire.Octets;
import java.util.List;

/** A TCP option (RFC 9293 section 3.2). The end of the option list is not one here: it is padding and ends reading. */
public sealed interface TcpOption {
    /** Fills up, so that another option can start on a word (RFC 9293 section 3.2). */
    record NoOperation() implements TcpOption {
        @Override
        public String toString() {
            return "no operation";
        }
    }

    /** The largest segment its sender can take (RFC 9293 section 3.7.1): 0 to 65535 octets of data. */
    record MaximumSegmentSize(int octets) implements TcpOption {
        /** Refuses what does not fit into 16 bits. */
        public MaximumSegmentSize {
            if (octets >>> 16 != 0) {
                throw new IllegalArgumentException("a maximum segment size is 0 to 65535, found " + octets);
            }
        }

        @Override
        public String toString() {
            return "MSS " + octets;
        }
    }

    /** By how many bits its sender's windows are to be shifted left (RFC 7323 section 2.2): 0 to 255, above 14 taken as 14. */
    record WindowScale(int shift) implements TcpOption {
        /** Refuses what does not fit into an octet. */
        public WindowScale {
            if (shift >>> 8 != 0) {
                throw new IllegalArgumentException("a window scale is 0 to 255, found " + shift);
            }
        }

        @Override
        public String toString() {
            return "window scale " + shift;
        }
    }

    /** Its sender understands selective acknowledgments (RFC 2018 section 2). */
    record SackPermitted() implements TcpOption {
        @Override
        public String toString() {
            return "SACK permitted";
        }
    }

    /** What arrived beyond the acknowledgment number (RFC 2018 section 3): one to four blocks. */
    record Sack(List<Block> blocks) implements TcpOption {
        /** Refuses what does not fit into a header. */
        public Sack {
            blocks = List.copyOf(blocks);
            if (blocks.isEmpty() || blocks.size() > 4) {
                throw new IllegalArgumentException("a SACK option has 1 to 4 blocks, found " + blocks.size());
            }
        }

        @Override
        public String toString() {
            return "SACK of " + blocks;
        }
    }

    /** Octets that arrived, from {@code left} (included) to {@code right} (excluded). */
    record Block(SeqNumber left, SeqNumber right) {
        @Override
        public String toString() {
            return left + " to " + right;
        }
    }

    /** The sender's clock, and the last one it got (RFC 7323 section 3.2); both are 32 bits, modulo 2^32. */
    record Timestamps(int value, int echo) implements TcpOption {
        @Override
        public String toString() {
            return "timestamp " + Integer.toUnsignedString(value) + " echo " + Integer.toUnsignedString(echo);
        }
    }

    /**
     * Any other option, or one of the above with a length that its RFC does not give it.
     *
     * @param kind 2 to 255
     * @param data what follows the kind and length octets, at most 38 octets
     */
    record Unknown(int kind, Octets data) implements TcpOption {
        /** Refuses what would be read back as something else. */
        public Unknown {
            if (kind < 2 || kind > 255 || data.length() > 38) {
                throw new IllegalArgumentException("TCP option " + kind + " with " + data.length() + " octets of data");
            }
            if (TcpOptionCodec.isKnown(kind, data.length())) {
                throw new IllegalArgumentException(
                        "TCP option " + kind + " with " + data.length() + " octets of data has a type of its own here");
            }
        }

        @Override
        public String toString() {
            return "option " + kind + " with " + data;
        }
    }
}
