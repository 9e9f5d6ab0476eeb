package dev.plumbline.diagnosis;

import dev.plumbline.dns.Question;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;

/**
 * Two values that should be equal and are not, as the wire has them.
 *
 * @param quantity what was compared
 * @param expected what would have been right
 * @param seen what it was
 * @param words the part of a failure's headline that says so; empty if the whole headline does
 */
public record Difference(Quantity quantity, long expected, long seen, String words) {
    /** QR in the second word of a DNS message's header (RFC 1035 section 4.1.1). */
    private static final int ANSWERED = 0x8000;

    private static final int FLAGS_AT = 2;

    /** One that the whole headline tells. */
    public static Difference of(Quantity quantity, long expected, long seen) {
        return new Difference(quantity, expected, seen, "");
    }

    /** That what was asked and what is repeated differ in their type or class; empty if it is anything else. */
    public static Optional<Difference> of(List<Question> asked, List<Question> repeated, String words) {
        boolean comparable = asked.size() == 1
                && repeated.size() == 1
                && asked.get(0).name().equals(repeated.get(0).name());
        return comparable
                ? Optional.of(new Difference(Quantity.QUESTION_KIND, kind(asked.get(0)), kind(repeated.get(0)), words))
                : Optional.empty();
    }

    /** That the flags of an answer lack the mark of one (QR): those of the query with it, and what is there instead. */
    public static Difference ofUnmarked(Octets query, Octets answer) {
        return of(Quantity.DNS_FLAGS, ANSWERED | query.u16(FLAGS_AT), answer.u16(FLAGS_AT));
    }

    /** The same, told by these words. */
    public Difference inWords(String part) {
        return new Difference(quantity, expected, seen, part);
    }

    /** That one address is not the other. */
    public static Difference of(Ipv4Address expected, Ipv4Address seen, String words) {
        return new Difference(
                Quantity.ADDRESS, Integer.toUnsignedLong(expected.bits()), Integer.toUnsignedLong(seen.bits()), words);
    }

    private static long kind(Question question) {
        return (long) question.type().code() << 16 | question.recordClass().code();
    }
}
