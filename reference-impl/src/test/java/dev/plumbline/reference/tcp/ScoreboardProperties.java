package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Block;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("Numbers that come in pieces")
class ScoreboardProperties {
    private static final int SPACE = 60;

    /** The numbers from {@code from} to {@code to}, counted from an initial one. */
    record Piece(int from, int to) {
        Block block(SeqNumber first) {
            return new Block(first.plus(from), first.plus(to));
        }

        Set<Integer> numbers() {
            return new TreeSet<>(IntStream.range(from, to).boxed().toList());
        }
    }

    /** A scoreboard, and the same kept as sets of numbers. */
    private static final class Both {
        final SeqNumber first;
        final Scoreboard board = new Scoreboard();
        final Set<Integer> outstanding = new TreeSet<>();
        final Set<Integer> sacked = new TreeSet<>();
        int sent;
        int una;

        Both(SeqNumber first) {
            this.first = first;
        }

        void send(int size) {
            board.transmitted(first.plus(sent), first.plus(sent + size), Duration.ZERO);
            outstanding.addAll(new Piece(sent, sent + size).numbers());
            sent += size;
        }

        /** What leaves again is no larger than what is under way. */
        void sendAgain(Piece piece) {
            int from = Math.max(una, piece.from());
            int to = Math.min(sent, piece.to());
            if (from < to) {
                board.transmitted(first.plus(from), first.plus(to), Duration.ZERO);
            }
        }

        /** Segments that a block covers in part only are not counted: a receiver keeps segments whole, or not at all. */
        void sack(Piece piece) {
            Set<Integer> covered = piece.numbers();
            for (SentSegment segment : board.missing()) {
                Set<Integer> numbers = numbers(segment);
                sacked.addAll(covered.containsAll(numbers) ? numbers : Set.of());
            }
            board.sacked(List.of(piece.block(first)));
        }

        void acknowledge(int upTo) {
            una = Math.max(una, Math.min(sent, upTo));
            board.acknowledged(first.plus(una));
            outstanding.removeIf(number -> number < una);
            sacked.removeIf(number -> number < una);
        }

        Set<Integer> numbers(SentSegment segment) {
            return new Piece(segment.seq.minus(first), segment.end.minus(first)).numbers();
        }

        Set<Integer> numbers(Predicate<SentSegment> which) {
            Set<Integer> all = new TreeSet<>();
            board.missing().stream().filter(which).forEach(segment -> all.addAll(numbers(segment)));
            return all;
        }
    }

    @Property(tries = 500)
    @Label("are missing on the scoreboard exactly if they were sent and neither acknowledged nor reported")
    void missing(@ForAll("initialNumbers") SeqNumber first, @ForAll("histories") List<Piece> history) {
        Both both = new Both(first);
        for (Piece piece : history) {
            switch (piece.from() % 4) {
                case 0 -> both.send(piece.to() - piece.from());
                case 1 -> both.sack(piece);
                case 2 -> both.sendAgain(piece);
                default -> both.acknowledge(piece.to());
            }
            Set<Integer> missing = new TreeSet<>(both.outstanding);
            missing.removeAll(both.sacked);
            assertThat(both.numbers(segment -> true)).isEqualTo(missing);
            assertThat(both.board.pipe()).isEqualTo(missing.size());
        }
    }

    @Property(tries = 500)
    @Label("are reported in whole blocks, that of the last arrival first, and no more than four of them")
    void blocks(@ForAll("initialNumbers") SeqNumber first, @ForAll("histories") List<Piece> arrivals) {
        ArrivedBlocks blocks = new ArrivedBlocks();
        Set<Integer> arrived = new TreeSet<>();
        for (Piece piece : arrivals) {
            blocks.add(first.plus(piece.from()), first.plus(piece.to()));
            arrived.addAll(piece.numbers());
            List<Block> reported = blocks.beyond(first);
            assertThat(reported).hasSizeBetween(1, 4).doesNotHaveDuplicates();
            assertThat(reported).allMatch(block -> isWhole(arrived, block, first));
            assertThat(reported.get(0)).matches(block -> numbers(block, first).containsAll(piece.numbers()));
        }
    }

    private static Set<Integer> numbers(Block block, SeqNumber first) {
        return new Piece(block.left().minus(first), block.right().minus(first)).numbers();
    }

    private static boolean isWhole(Set<Integer> arrived, Block block, SeqNumber first) {
        return arrived.containsAll(numbers(block, first))
                && !arrived.contains(block.left().minus(first) - 1)
                && !arrived.contains(block.right().minus(first));
    }

    @Provide
    Arbitrary<List<Piece>> histories() {
        Arbitrary<Integer> from = Arbitraries.integers().between(1, SPACE);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 12);
        return Combinators.combine(from, length)
                .as((at, octets) -> new Piece(at, at + octets))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<SeqNumber> initialNumbers() {
        return Arbitraries.integers().between(-SPACE, 1).map(SeqNumber::new);
    }
}
