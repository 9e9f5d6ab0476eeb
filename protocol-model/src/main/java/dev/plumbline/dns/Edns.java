package dev.plumbline.dns;

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
