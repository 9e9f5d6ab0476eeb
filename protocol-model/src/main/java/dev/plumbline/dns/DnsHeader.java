package dev.plumbline.dns;

import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;

/**
 * The header of a message but for the four counts (RFC 1035 section 4.1.1).
 *
 * @param id by which an answer finds its query, 0 to 65535
 * @param response QR
 * @param opcode OPCODE
 * @param authoritative AA
 * @param truncated TC
 * @param recursionDesired RD
 * @param recursionAvailable RA
 * @param z the three bits after RA, 0 to 7; the lower two are AD and CD (RFC 6895 section 2)
 * @param code RCODE, 0 to 15
 */
public record DnsHeader(
        int id,
        boolean response,
        Opcode opcode,
        boolean authoritative,
        boolean truncated,
        boolean recursionDesired,
        boolean recursionAvailable,
        int z,
        ResponseCode code) {
    /** The header in octets, counts included. */
    public static final int LENGTH = 12;

    private static final int QR = 0x8000;
    private static final int AA = 0x0400;
    private static final int TC = 0x0200;
    private static final int RD = 0x0100;
    private static final int RA = 0x0080;

    /** Refuses what does not fit its field. */
    public DnsHeader {
        if (id < 0 || id > 0xffff || z < 0 || z > 7 || code.code() > 15) {
            throw new IllegalArgumentException(
                    "an ID is 0 to 65535, Z 0 to 7, RCODE 0 to 15; found " + id + ", " + z + ", " + code.code());
        }
    }

    /** Of a standard query that asks for recursion, as a resolver sends it (RFC 1034 section 5.3.1). */
    public static DnsHeader query(int id) {
        return ofFlags(id, RD);
    }

    /**
     * Reads the first twelve octets of a message, for who answers even what is malformed after them; fewer are malformed
     * (RFC 1035 section 4.1.1).
     */
    public static Decoded<DnsHeader> decode(Octets message) {
        try {
            return Decoded.valid(read(MessageReader.ofMessage(message)));
        } catch (NotWellFormed e) {
            return new Decoded.Rejected<>(e.why());
        }
    }

    /** Reads the header up to its counts, which must be there too. */
    static DnsHeader read(MessageReader in) {
        if (in.remaining() < LENGTH) {
            throw in.malformed("only " + in.remaining() + " octets, a header has 12", 0);
        }
        return ofFlags(in.u16("ID"), in.u16("the flags"));
    }

    /** The second of the header's six numbers. */
    int flags() {
        return bit(response, QR)
                | opcode.code() << 11
                | bit(authoritative, AA)
                | bit(truncated, TC)
                | bit(recursionDesired, RD)
                | bit(recursionAvailable, RA)
                | z << 4
                | code.code();
    }

    private static DnsHeader ofFlags(int id, int flags) {
        return new DnsHeader(
                id,
                (flags & QR) != 0,
                Opcode.of(flags >> 11 & 0xf),
                (flags & AA) != 0,
                (flags & TC) != 0,
                (flags & RD) != 0,
                (flags & RA) != 0,
                flags >> 4 & 7,
                ResponseCode.of(flags & 0xf));
    }

    private static int bit(boolean set, int mask) {
        return set ? mask : 0;
    }
}
