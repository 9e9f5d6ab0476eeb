package dev.plumbline.diagnosis;

import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** Segments that are larger than the peer takes (RFC 9293 section 3.7.1): what is expected is the peer's MSS. */
enum Sizes implements Diagnoser {
    OPTIONS_NOT_TAKEN_OFF {
        @Override
        Optional<String> explain(long mss, long size, TcpSegment segment, Facts facts) {
            int options = segment.headerLength() - TcpSegment.MIN_HEADER;
            return Diagnoser.when(
                    options > 0 && segment.payload().length() == mss,
                    "its data alone fills the MSS, and the " + options + " octets of its options were not taken off");
        }
    },
    OWN_MSS_USED {
        @Override
        Optional<String> explain(long mss, long size, TcpSegment segment, Facts facts) {
            boolean isOwn = facts.ownSyn()
                    .flatMap(s -> s.option(MaximumSegmentSize.class))
                    .filter(own -> own.octets() == size)
                    .isPresent();
            return Diagnoser.when(
                    isOwn, "that is the MSS that it has announced itself: what it sends is for the peer's");
        }
    },
    HEADERS_ADDED_TO_MSS {
        @Override
        Optional<String> explain(long mss, long size, TcpSegment segment, Facts facts) {
            return Diagnoser.when(
                    size == mss + IP_AND_TCP || size == mss + TcpSegment.MIN_HEADER,
                    "the MSS was taken for what is left beside the headers, but it counts no header at all: "
                            + (size - mss) + " octets were added");
        }
    };

    private static final int IP_AND_TCP = 40;

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        boolean isTooLarge =
                difference.quantity() == Quantity.SEGMENT_SIZE && difference.seen() > difference.expected();
        return facts.segment()
                .filter(s -> isTooLarge && size(s) == difference.seen())
                .flatMap(s -> explain(difference.expected(), difference.seen(), s, facts));
    }

    private static int size(TcpSegment segment) {
        return segment.headerLength()
                - TcpSegment.MIN_HEADER
                + segment.payload().length();
    }

    abstract Optional<String> explain(long mss, long size, TcpSegment segment, Facts facts);
}
