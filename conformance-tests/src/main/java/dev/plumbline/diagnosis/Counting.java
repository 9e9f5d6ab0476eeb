package dev.plumbline.diagnosis;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** What a segment takes of the numbers: each octet of data one, a SYN and a FIN one, nothing else anything (RFC 9293 section 3.4). */
enum Counting implements Diagnoser {
    SYN_NOT_COUNTED {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(off == -1 && arrived.has(TcpFlag.SYN), "the SYN was not counted");
        }
    },
    FIN_NOT_COUNTED {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(off == -1 && arrived.has(TcpFlag.FIN), "the FIN was not counted");
        }
    },
    LAST_OCTET_NAMED {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(
                    off == -1 && isDataAlone(arrived) && isNewest(arrived, facts) && !stays(off, arrived, facts),
                    "it names the last octet that has come, and not the next one that is expected");
        }
    },
    /** SEG.SEQ and not SEG.SEQ + SEG.LEN, or nothing was taken: from outside it is the same. */
    DATA_WITHOUT_EFFECT {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            int data = arrived.payload().length();
            return Diagnoser.when(
                    isDataAlone(arrived) && off == -data && isNewest(arrived, facts) && stays(off, arrived, facts),
                    "it has stayed where it was before the segment with " + Text.octetsOfData(data) + " came");
        }
    },
    ONE_FOR_ALL_DATA {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            int data = arrived.payload().length();
            return Diagnoser.when(
                    data > 2 && isDataAlone(arrived) && off == 1L - data,
                    "the segment was counted as 1, and not its " + Text.octetsOfData(data));
        }
    },
    /** Something was wrong with it, for which it was to be dropped. */
    TAKEN_ALL_THE_SAME {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            SeqNumber next = arrived.end();
            return facts.arrivedUpTo(next.plus(off).value())
                    .filter(taken -> off > 0 && taken.seq().equals(next))
                    .map(taken -> "the segment with " + whatCounts(taken) + " was taken, but it was not to be");
        }
    },
    DAMAGE_TAKEN {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(
                    off > 0 && facts.damaged().anyMatch(octets -> carries(octets, arrived.end(), off)),
                    "the segment with " + Text.octetsOfData(off) + " was taken, though its checksum is wrong");
        }
    },
    /** What lies before or behind it was not looked at. */
    OUT_OF_PLACE_TAKEN {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            SeqNumber next = arrived.end();
            return facts.arrived().stream()
                    .filter(s -> isDataAlone(s)
                            && s.payload().length() == off
                            && s.seq().isAfter(next))
                    .findFirst()
                    .map(s -> "the segment with " + Text.octetsOfData(off) + " and number " + s.seq()
                            + " was taken, but " + next + " comes next");
        }
    },
    HEADERS_COUNTED {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            int header = arrived.headerLength();
            if (off == header) {
                return Optional.of("the TCP header's " + header + " octets were counted as data");
            }
            return Diagnoser.when(
                    off == header + Ipv4Packet.MIN_HEADER, "the IP and the TCP header were counted as data");
        }
    },
    SYN_COUNTED_TWICE {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(
                    off == 1 && arrived.has(TcpFlag.SYN) && arrived.len() == 1, "the SYN was counted twice");
        }
    },
    FIN_COUNTED_TWICE {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(
                    off == 1 && arrived.has(TcpFlag.FIN) && arrived.len() == 1, "the FIN was counted twice");
        }
    },
    DATA_COUNTED_TWICE {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            int data = arrived.payload().length();
            boolean cameTwice = facts.arrived().stream().filter(arrived::equals).count() > 1;
            return Diagnoser.when(
                    isDataAlone(arrived) && off == data && (data > 1 || cameTwice),
                    "the segment with " + Text.octetsOfData(data)
                            + (cameTwice ? " came twice and was counted twice" : " was counted twice"));
        }
    },
    NOTHING_COUNTED_AS_ONE {
        @Override
        Optional<String> explain(long off, TcpSegment arrived, Facts facts) {
            return Diagnoser.when(
                    off == 1 && arrived.len() == 0 && facts.damaged().findAny().isEmpty(),
                    "a segment without data was counted as one octet, but a bare ACK takes no number");
        }
    };

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        if (difference.quantity() != Quantity.ACKNOWLEDGMENT) {
            return Optional.empty();
        }
        int off = (int) (difference.seen() - difference.expected());
        return facts.arrivedUpTo(difference.expected()).flatMap(arrived -> explain(off, arrived, facts));
    }

    /**
     * What makes the acknowledgment so much too high, or too low if it is negative.
     *
     * @param arrived the segment that should have been acknowledged as a whole, and nothing beyond
     */
    abstract Optional<String> explain(long off, TcpSegment arrived, Facts facts);

    /** What came before it may have stayed unacknowledged for another reason. */
    private static boolean isNewest(TcpSegment arrived, Facts facts) {
        return facts.arrived().stream()
                .filter(s -> s.len() > 0)
                .findFirst()
                .filter(arrived::equals)
                .isPresent();
    }

    /** Whether the last segment that has left acknowledged the same. */
    private static boolean stays(long off, TcpSegment arrived, Facts facts) {
        return facts.left().stream()
                .filter(s -> s.has(TcpFlag.ACK))
                .findFirst()
                .filter(s -> s.ack().equals(arrived.end().plus(off)))
                .isPresent();
    }

    /** Whether it is a segment with so many octets of data from this number on. */
    private static boolean carries(Octets segment, SeqNumber from, long octets) {
        int header = (segment.u8(12) >> 4) * 4;
        return segment.i32(4) == from.bits() && segment.length() - header == octets;
    }

    private static String whatCounts(TcpSegment segment) {
        String control = segment.has(TcpFlag.SYN) ? "SYN" : "FIN";
        String data = Text.octetsOfData(segment.payload().length());
        return segment.payload().isEmpty() ? control : isDataAlone(segment) ? data : data + " and " + control;
    }

    private static boolean isDataAlone(TcpSegment arrived) {
        return arrived.len() > 0 && arrived.len() == arrived.payload().length();
    }
}
