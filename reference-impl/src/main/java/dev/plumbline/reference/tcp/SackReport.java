package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;

/**
 * What a segment says of what has arrived (RFC 2018 section 3).
 *
 * @param ack its acknowledgment number
 * @param isDuplicate whether it says nothing new and carries no block: the answer to something that arrived twice
 * @param blocks its blocks
 */
record SackReport(SeqNumber ack, boolean isDuplicate, List<Block> blocks) {
    /** The report in {@code seg}, which moves SND.UNA if it {@code advances}. */
    static SackReport in(TcpSegment seg, boolean advances) {
        List<Block> blocks = seg.sackBlocks();
        return new SackReport(seg.ack(), !advances && blocks.isEmpty() && seg.len() == 0, blocks);
    }

    /** D-SACK: the first block tells of something that arrived twice (RFC 2883 section 4). */
    boolean tellsOfDuplicate() {
        if (blocks.isEmpty()) {
            return false;
        }
        Block first = blocks.get(0);
        return first.left().isBefore(ack) || (blocks.size() > 1 && isWithin(first, blocks.get(1)));
    }

    /** The same, about what ends at {@code end}. */
    boolean tellsOfDuplicate(SeqNumber end) {
        return tellsOfDuplicate() && blocks.get(0).right().equals(end);
    }

    private static boolean isWithin(Block inner, Block outer) {
        return inner.left().isAtOrAfter(outer.left()) && inner.right().isAtOrBefore(outer.right());
    }
}
