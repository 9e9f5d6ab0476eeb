package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Block;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has arrived beyond a gap, as the peer is to be told of it (RFC 2018 sections 3 and 4): whole blocks, the one with the latest
 * arrival first. Before them stands what has arrived twice, once (RFC 2883 section 4).
 */
public class ArrivedBlocks {
    /** How many a segment without other options has room for (RFC 2018 section 3). */
    protected static final int MOST = 4;

    /** Each of them whole: no two touch. */
    private final Deque<Block> latestFirst = new ArrayDeque<>();

    /** What of the latest arrival was here already, until the peer is told. */
    private Optional<Block> twice = Optional.empty();

    /**
     * The numbers from {@code left} (included) to {@code right} (excluded) arrive. What of them is here already is to be told, of
     * several such parts the first one (RFC 2883 section 4.2).
     *
     * @param rcvNxt the next number expected: what lies before is here
     */
    @Keeps({"RFC2883/4-FIRST", "RFC2883/4.2-PART"})
    public void arrive(SeqNumber left, SeqNumber right, SeqNumber rcvNxt) {
        Stream<Block> here = Stream.concat(Stream.of(new Block(left, rcvNxt)), latestFirst.stream());
        twice = here.filter(block -> left.isBefore(right))
                .filter(block -> block.left().isBefore(right) && block.right().isAfter(left))
                .map(block -> new Block(SeqNumber.later(block.left(), left), earlier(block.right(), right)))
                .min(Comparator.comparingInt(block -> block.left().minus(left)));
    }

    private static SeqNumber earlier(SeqNumber a, SeqNumber b) {
        return a.isBefore(b) ? a : b;
    }

    /** What of the latest arrival was here already. */
    protected Optional<Block> twice() {
        return twice;
    }

    /** The peer is told of what has arrived twice, and is not told again (RFC 2883 section 4, guideline (2)). */
    @Keeps("RFC2883/4-ONCE")
    public void reported() {
        twice = Optional.empty();
    }

    /** The numbers from {@code left} (included) to {@code right} (excluded) have arrived; what they touch is one block now. */
    @Keeps({"RFC2018/3-ISOLATED", "RFC2018/4-FIRST", "RFC2018/4-REPEAT"})
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
     * The blocks to report, no more than fit into one option. What has arrived twice within a block is followed by that block: it is
     * the latest one (RFC 2883 section 4, guideline (4)).
     *
     * @param rcvNxt the next number expected: what lies before needs no block any more
     */
    @Keeps({"RFC2018/3-HELD", "RFC2018/4-MANY", "RFC2883/4-SECOND"})
    public List<Block> beyond(SeqNumber rcvNxt) {
        latestFirst.removeIf(block -> block.right().isAtOrBefore(rcvNxt));
        return Stream.concat(twice().stream(), latestFirst.stream()).limit(MOST).toList();
    }
}
