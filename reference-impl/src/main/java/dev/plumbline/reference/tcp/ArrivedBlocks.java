package dev.plumbline.reference.tcp;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What has arrived beyond a gap, as the peer is to be told of it (RFC 2018 sections 3 and 4): whole blocks, the one with the latest
 * arrival first.
 */
public class ArrivedBlocks {
    /** How many a segment without other options has room for (RFC 2018 section 3). */
    protected static final int MOST = 4;

    /** Each of them whole: no two touch. */
    private final Deque<Block> latestFirst = new ArrayDeque<>();

    /** The numbers from {@code left} (included) to {@code right} (excluded) have arrived; what they touch is one block now. */
    public void add(SeqNumber left, SeqNumber right) {
        SeqNumber from = left;
        SeqNumber to = right;
        for (Block block : List.copyOf(latestFirst)) {
            if (block.left().isAtOrBefore(to) && block.right().isAtOrAfter(from)) {
                from = block.left().isBefore(from) ? block.left() : from;
                to = SeqNumber.later(block.right(), to);
                latestFirst.remove(block);
            }
        }
        latestFirst.addFirst(new Block(from, to));
    }

    /**
     * The blocks to report, no more than fit into one option.
     *
     * @param rcvNxt the next number expected: what lies before needs no block any more
     */
    public List<Block> beyond(SeqNumber rcvNxt) {
        latestFirst.removeIf(block -> block.right().isAtOrBefore(rcvNxt));
        return latestFirst.stream().limit(MOST).toList();
    }
}
