package dev.plumbline.diagnosis;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** Lengths that count the wrong things, or count in the wrong unit; and what is left of any number when nothing else is known of it. */
enum Lengths implements Diagnoser {
    VERSION_AND_LENGTH_SWAPPED {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity == Quantity.IP_VERSION && seen == 5 && datagram.length() > 0 && datagram.u8(0) == 0x54,
                    "version and header length are the wrong way round in their octet: the version comes first");
        }
    },
    /** RFC 9293 section 3.1: it stands in the upper four bits. */
    IN_LOW_BITS {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            Octets segment = datagram.from(Math.min(datagram.length(), Ipv4Packet.MIN_HEADER));
            return Diagnoser.when(
                    quantity == Quantity.DATA_OFFSET
                            && seen == 0
                            && segment.has(TcpField.RESERVED)
                            && segment.get(TcpField.RESERVED) == expected,
                    quantity.noun() + " stands in the lower four bits of its octet, and belongs into the upper four");
        }
    },
    OCTETS_FOR_WORDS {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity.isInWords() && seen == Bits.low(expected * WORD, FOUR_BITS),
                    quantity.noun() + " is what four bits hold of " + expected * WORD
                            + " octets: it counts words of 4 octets, " + expected + " of them");
        }
    },
    WORDS_FOR_OCTETS {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity.isLength() && seen * WORD == expected,
                    quantity.noun() + " counts words of 4 octets, and should count octets");
        }
    },
    HEADER_NOT_COUNTED {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity.isLength() && expected - seen == header(quantity),
                    quantity.noun() + " does not count the header's " + header(quantity) + " octets");
        }
    },
    HEADER_COUNTED_TWICE {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity.isLength() && seen - expected == header(quantity),
                    quantity.noun() + " counts the header's " + header(quantity) + " octets twice");
        }
    },
    IP_HEADER_COUNTED {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity == Quantity.UDP_LENGTH && seen - expected == Ipv4Packet.MIN_HEADER,
                    quantity.noun() + " counts the IP header, too");
        }
    },
    NOT_COUNTED_DOWN {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(
                    quantity == Quantity.TIME_TO_LIVE && seen == expected + 1,
                    "it was not counted down, for each router takes one");
        }
    },
    NOTHING_WRITTEN {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            return Diagnoser.when(hasToBeWritten(quantity) && seen == 0, "nothing was written into " + quantity.noun());
        }
    },
    /** The last to be asked: what explains more is told instead. */
    OFF_BY_ONE {
        @Override
        Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram) {
            boolean isCount = quantity.isLength() || quantity.isInWords() || quantity == Quantity.DNS_ID;
            return Diagnoser.when(
                    isCount && Math.abs(seen - expected) == 1,
                    quantity.noun() + " is one too " + (seen > expected ? "high" : "low") + ", " + expected
                            + " would be right");
        }
    };

    private static final int WORD = 4;
    private static final int FOUR_BITS = 4;

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        return difference.expected() == difference.seen()
                ? Optional.empty()
                : explain(difference.quantity(), difference.expected(), difference.seen(), facts.culprit());
    }

    abstract Optional<String> explain(Quantity quantity, long expected, long seen, Octets datagram);

    private static boolean hasToBeWritten(Quantity quantity) {
        return quantity.isLength()
                || quantity.isInWords()
                || quantity.isSequenceNumber()
                || quantity == Quantity.DNS_ID;
    }

    private static int header(Quantity quantity) {
        return quantity == Quantity.UDP_LENGTH ? UdpDatagram.HEADER : Ipv4Packet.MIN_HEADER;
    }
}
