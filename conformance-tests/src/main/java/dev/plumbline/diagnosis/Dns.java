package dev.plumbline.diagnosis;

import dev.plumbline.dns.DnsHeader;
import java.util.Optional;

/** Fields of DNS messages that stand in each other's place, or count in another unit (RFC 1035 section 4.1). */
enum Dns implements Diagnoser {
    OTHER_QUERYS_ID {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Facts facts) {
            boolean isOther = facts.datagramsIn()
                    .flatMap(datagram -> DnsText.in(datagram).stream())
                    .anyMatch(message -> message.length() >= DnsHeader.LENGTH && message.u16(0) == seen);
            return Diagnoser.when(
                    quantity == Quantity.DNS_ID && isOther, "that is the ID of another message that has come");
        }
    },
    FLAGS_REVERSED {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Facts facts) {
            long right = Bits.reversed(seen, 16);
            return Diagnoser.when(
                    quantity == Quantity.DNS_FLAGS
                            && (right & DECIDED) == (expected & DECIDED)
                            && (seen & DECIDED) != (expected & DECIDED),
                    "its two octets of flags are the wrong way round: QR is the highest bit of the first one");
        }
    },
    TYPE_AND_CLASS_SWAPPED {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Facts facts) {
            return Diagnoser.when(
                    quantity == Quantity.QUESTION_KIND && seen == Bits.halvesReversed(expected),
                    "type and class are the wrong way round: the type comes first");
        }
    },
    MILLISECONDS {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Facts facts) {
            return Diagnoser.when(
                    quantity == Quantity.RECORD_LIFETIME && expected != 0 && seen == expected * 1000,
                    "it counts milliseconds, and should count seconds");
        }
    },
    LIFETIME_LEFT_ZERO {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Facts facts) {
            return Diagnoser.when(
                    quantity == Quantity.RECORD_LIFETIME && seen == 0,
                    "nothing was written into the field, so nobody may keep the record");
        }
    };

    /** QR, the opcode, RD and the reserved bit: the others are for the server to say. */
    private static final long DECIDED = 0xf940;

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        return difference.expected() == difference.seen()
                ? Optional.empty()
                : explain(difference.quantity(), difference.expected(), difference.seen(), facts);
    }

    abstract Optional<String> explain(Quantity quantity, long expected, long seen, Facts facts);
}
