package dev.plumbline.dns;

/**
 * What a query asks (RFC 1035 section 4.1.2).
 *
 * @param name QNAME
 * @param type QTYPE
 * @param recordClass QCLASS
 */
public record Question(DomainName name, RecordType type, RecordClass recordClass) {
    /** A question in class IN. */
    public static Question in(DomainName name, RecordType type) {
        return new Question(name, type, RecordClass.IN);
    }

    /** Such as {@code A? www.example.com.}; the class is there if it is not IN. */
    @Override
    public String toString() {
        String in = recordClass.equals(RecordClass.IN) ? "" : recordClass + " ";
        return in + type + "? " + name;
    }
}
