package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;
import java.util.Optional;

/** Laws about what a host tells of in SACK options (RFC 2018 sections 3 and 8, RFC 2883 section 4). */
final class SackRules {
    private static final String HELD = "RFC2018/3-HELD";
    private static final String ONCE = "RFC2883/4-ONCE";

    private SackRules() {}

    static List<TcpRule> all(TimeBase time) {
        return List.of(held(), toldOnce(time));
    }

    /** RFC 2018 section 3: data that has been received and queued; what is acknowledged is queued no more. */
    private static TcpRule held() {
        return TcpRule.of(
                HELD,
                SackRules::isReport,
                (flow, segment) -> segment.sackBlocks().stream()
                        .flatMap(block -> wrong(flow, segment, block).stream())
                        .findFirst()
                        .flatMap(
                                why -> Law.violated(
                                        HELD,
                                        "the endpoint tells of a block from " + why,
                                        "blocks of octets that have come in, first edge first, and that lie behind what is acknowledged")));
    }

    private static Optional<String> wrong(TcpFlow flow, TcpSegment segment, Block block) {
        String words = block.left() + " to " + block.right();
        boolean first = block.equals(segment.sackBlocks().get(0));
        if (!block.left().isBefore(block.right())) {
            return Optional.of(words + ", which ends before it begins");
        } else if (!flow.hasArrived(block.left(), block.right())) {
            return Optional.of(words + ", of which not everything has come in");
        }
        return block.right().isAtOrBefore(segment.ack()) && !first
                ? Optional.of(words + ", which it acknowledges up to " + segment.ack())
                : Optional.empty();
    }

    /** RFC 2883 section 4, guidelines (1) and (2). In virtual time only, for the kernel deviates now and then: decision 0024. */
    private static TcpRule toldOnce(TimeBase time) {
        return TcpRule.of(
                ONCE,
                (flow, segment) -> time == TimeBase.VIRTUAL && isReport(flow, segment) && tellsOfDuplicate(segment),
                (flow, segment) -> judgeDuplicate(flow, segment.sackBlocks().get(0)));
    }

    private static Optional<Violation> judgeDuplicate(TcpFlow flow, Block first) {
        return flow.tellsTwice(first.left(), first.right())
                ? Optional.empty()
                : Law.violated(
                        ONCE,
                        "the endpoint tells that the octets from " + first.left() + " to " + first.right()
                                + " have come twice, which they have not since it last said so",
                        "a first block of what is acknowledged, or lies in the second block, for each duplicate once");
    }

    /** RFC 2883 section 5 says how its receiver recognises it. */
    private static boolean tellsOfDuplicate(TcpSegment segment) {
        List<Block> blocks = segment.sackBlocks();
        Block first = blocks.get(0);
        boolean within = blocks.size() > 1
                && first.left().isAtOrAfter(blocks.get(1).left())
                && first.right().isAtOrBefore(blocks.get(1).right());
        return first.left().isBefore(segment.ack()) || within;
    }

    private static boolean isReport(TcpFlow flow, TcpSegment segment) {
        return flow.isSynchronised() && segment.option(Sack.class).isPresent();
    }
}
