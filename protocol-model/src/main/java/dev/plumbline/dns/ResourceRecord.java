package dev.plumbline.dns;

/**
 * A resource record (RFC 1035 section 4.1.3).
 *
 * @param name its owner
 * @param recordClass its class; in an OPT record the sender's payload size instead (RFC 6891 section 6.1.2)
 * @param ttl the TTL field as it is on the wire, 0 to 2^32 - 1; see {@link #timeToLive}
 * @param data its data, which knows its type
 */
public record ResourceRecord(DomainName name, RecordClass recordClass, long ttl, RecordData data) {
    /** The longest time to live in seconds (RFC 2181 section 8). */
    public static final long MAX_TTL = 0x7fffffffL;

    /** Refuses what does not fit the field. */
    public ResourceRecord {
        if (ttl < 0 || ttl > 0xffffffffL) {
            throw new IllegalArgumentException("a TTL field is 0 to 4294967295, found " + ttl);
        }
    }

    /** A record in class IN. */
    public static ResourceRecord in(DomainName name, long ttl, RecordData data) {
        return new ResourceRecord(name, RecordClass.IN, ttl, data);
    }

    /** The type of its data. */
    public RecordType type() {
        return data.type();
    }

    /**
     * How many seconds the record may be kept: the TTL is a number of 31 bits, and one with the top bit set counts as 0
     * (RFC 2181 section 8). RFC 8767 section 4 lets a receiver take it for a large one and cap it instead.
     */
    public long timeToLive() {
        return ttl > MAX_TTL ? 0 : ttl;
    }

    /** The record with another TTL. */
    public ResourceRecord withTtl(long seconds) {
        return new ResourceRecord(name, recordClass, seconds, data);
    }

    /** The record with another owner, as a wildcard gives it (RFC 4592 section 3.3.1). */
    public ResourceRecord withName(DomainName owner) {
        return new ResourceRecord(owner, recordClass, ttl, data);
    }

    /** As it stands in a master file (RFC 1035 section 5.1). */
    @Override
    public String toString() {
        return name + " " + ttl + " " + recordClass + " " + type() + " " + data;
    }
}
