package dev.plumbline.diagnosis;

import dev.plumbline.tcp.TcpFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Mistakes in reading a number from octets, or in writing it: they can be made with any field. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below hold nothing
enum Reading implements Diagnoser {
    /** On a machine that has the low octet first. */
    OCTETS_REVERSED(
            "its octets are the wrong way round: on the wire the high octet comes first (network byte order)",
            Reading::isReversed),
    HALVES_REVERSED(
            "its two halves of 16 bits are the wrong way round: on the wire the high one comes first",
            (field, seen) -> field.width() == 32 && field.added() == 0 && seen == Bits.halvesReversed(field.base())),
    ADDED_IN_WRONG_ORDER(
            "it was counted on before the number was turned round from the network's byte order",
            (field, seen) -> field.added() != 0
                    && field.width() == 32
                    && seen == Bits.reversed(Bits.low(Bits.reversed(field.base(), 32) + field.added(), 32), 32)),
    SIGNED_OCTETS(
            "an octet of 128 or more was taken for a negative number: a byte has a sign in Java, so mask it with 0xff",
            (field, seen) -> Bits.signedReadings(field.base(), field.width()).stream()
                    .anyMatch(image -> Bits.low(image + field.added(), field.width()) == seen)),
    HIGH_BIT_LOST(
            "its highest bit is lost: the field has no sign, and all of its bits count",
            (field, seen) -> field.width() >= 16
                    && seen == Bits.low((field.base() & ~(1L << (field.width() - 1))) + field.added(), field.width())),
    LOW_PART_ONLY(
            "only the lower half of its bits is left",
            (field, seen) -> field.width() >= 16 && seen != 0 && seen == Bits.low(field.value(), field.width() / 2));

    /** A field that was read as {@code base}, to which something was added before it was written. */
    private record Field(long base, long added, int width) {
        long value() {
            return Bits.low(base + added, width);
        }
    }

    private static final String REPEATED =
            "; it repeats the acknowledgment number of what came, so either that is read so, or this is written so";

    private final String words;
    private final BiPredicate<Field, Long> makes;

    Reading(String words, BiPredicate<Field, Long> makes) {
        this.words = words;
        this.makes = makes;
    }

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        Quantity quantity = difference.quantity();
        if ((quantity.isChecksum() && this != OCTETS_REVERSED) || quantity == Quantity.FLAGS || quantity.isInWords()) {
            return Optional.empty();
        }
        boolean fits =
                inEachField(difference) || (quantity == Quantity.ACKNOWLEDGMENT && afterCounting(difference, facts));
        String subject = quantity.isLength() && difference.words().isEmpty() ? quantity.noun() + ": " : "";
        return Diagnoser.when(fits, subject + words + (isRepeated(difference, facts) ? REPEATED : ""));
    }

    /** A number that goes back as it came: that it is wrong does not tell which of the two ways made it so. */
    private static boolean isRepeated(Difference difference, Facts facts) {
        return difference.quantity() == Quantity.SEQUENCE
                && facts.arrived().stream()
                        .anyMatch(s -> s.has(TcpFlag.ACK) && s.ack().value() == difference.expected());
    }

    /** Each field is right or has this mistake. */
    private boolean inEachField(Difference difference) {
        List<Integer> widths = difference.quantity().widths();
        long expected = difference.expected();
        long seen = difference.seen();
        boolean any = false;
        for (int i = widths.size() - 1; i >= 0; i--) {
            int width = widths.get(i);
            Field field = new Field(Bits.low(expected, width), 0, width);
            long found = Bits.low(seen, width);
            boolean right = field.value() == found;
            if (!right && !makes.test(field, found)) {
                return false;
            }
            any |= !right;
            expected >>>= width;
            seen >>>= width;
        }
        return any && expected == 0 && seen == 0;
    }

    /** The peer's number was read so, and what it has sent was added. */
    private boolean afterCounting(Difference difference, Facts facts) {
        return difference.seen() != difference.expected()
                && facts.arrivedUpTo(difference.expected())
                        .filter(s -> makes.test(new Field(s.seq().value(), s.len(), 32), difference.seen()))
                        .isPresent();
    }

    private static boolean isReversed(Field field, long seen) {
        return field.width() >= 16
                && seen == Bits.low(Bits.reversed(field.base(), field.width()) + field.added(), field.width());
    }
}
