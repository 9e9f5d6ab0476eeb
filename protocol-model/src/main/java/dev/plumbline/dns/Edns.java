package dev.plumbline.dns;

import dev.plumbline.wire.Octets;
import java.util.List;

/**
 * What an OPT record says (RFC 6891 section 6.1.3).
 *
 * @param payloadSize the largest UDP payload that the sender can take, in octets, 0 to 65535
 * @param extendedCode the upper eight bits of the response code, 0 to 255
 * @param version of EDNS, 0 to 255; the one that exists is 0
 * @param dnssecOk DO: the sender wants security records
 * @param z the 15 bits after DO, 0 to 32767
 * @param options attribute and value pairs
 */
public record Edns(
        int payloadSize, int extendedCode, int version, boolean dnssecOk, int z, List<RecordData.Option> options) {
    /** What stands between a record's type and the length of its data, in octets. */
    private static final int SIZE_AND_TTL = 6;

    /** Refuses what does not fit its field. */
    public Edns {
        if (payloadSize < 0 || payloadSize > 0xffff) {
            throw new IllegalArgumentException("a payload size is 0 to 65535, found " + payloadSize);
        }
        if (extendedCode < 0 || extendedCode > 255 || version < 0 || version > 255 || z < 0 || z > 0x7fff) {
            throw new IllegalArgumentException(
                    "code and version are 0 to 255, Z 0 to 32767; found " + extendedCode + ", " + version + ", " + z);
        }
        options = List.copyOf(options);
    }

    /**
     * Whether a message has an OPT record in its additional section, whatever that record says and whatever comes behind it: it need
     * not be readable (RFC 6891 section 7).
     */
    public static boolean isIn(Octets message) {
        try {
            return comesTo(MessageReader.ofMessage(message));
        } catch (NotWellFormed e) {
            return false;
        }
    }

    /** Version 0 with nothing but a payload size. */
    public static Edns ofPayloadSize(int octets) {
        return new Edns(octets, 0, 0, false, 0, List.of());
    }

    /**
     * Reads an OPT record.
     *
     * @throws IllegalArgumentException if it is another type's
     */
    public static Edns of(ResourceRecord opt) {
        if (!(opt.data() instanceof RecordData.Opt data)) {
            throw new IllegalArgumentException("expected an OPT record, found " + opt);
        }
        int bits = (int) opt.ttl();
        return new Edns(
                opt.recordClass().code(),
                bits >>> 24,
                bits >>> 16 & 0xff,
                (bits & 0x8000) != 0,
                bits & 0x7fff,
                data.options());
    }

    private static boolean comesTo(MessageReader in) {
        DnsHeader.read(in);
        int questions = in.u16("QDCOUNT");
        int before = in.u16("ANCOUNT") + in.u16("NSCOUNT");
        int additional = in.u16("ARCOUNT");
        for (int i = 0; i < questions; i++) {
            in.name("QNAME");
            in.u32("QTYPE and QCLASS");
        }
        for (int i = 0; i < before + additional; i++) {
            in.name("NAME");
            boolean isOpt = new RecordType(in.u16("TYPE")).equals(RecordType.OPT);
            if (isOpt && i >= before) {
                return true;
            }
            in.octets(SIZE_AND_TTL, "CLASS and TTL");
            in.octets(in.u16("RDLENGTH"), "RDATA");
        }
        return false;
    }

    /** The OPT record that says this. */
    public ResourceRecord toRecord() {
        long ttl = (long) extendedCode << 24 | version << 16 | (dnssecOk ? 0x8000 : 0) | z;
        return new ResourceRecord(DomainName.ROOT, new RecordClass(payloadSize), ttl, new RecordData.Opt(options));
    }

    /** The same with other upper bits of the response code. */
    public Edns withExtendedCode(int upperBits) {
        return new Edns(payloadSize, upperBits, version, dnssecOk, z, options);
    }
}
