package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Sacking;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.List;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What the peer reports in its SACK options from now on (RFC 2018 section 3). */
enum SackDeed implements Deed {
    /** As a receiver does that has the room (RFC 2018 section 4). */
    KEEPS("keeps and reports what comes behind a gap") {
        @Override
        public void act(Trial t) {
            connection(t).replies().keepEarly();
            sacking(t).report(connection(t)::held);
        }
    },
    /** As a receiver does whose room ends within a segment: a block may end anywhere (RFC 2018 section 3). */
    KEEPS_FRONT("keeps and reports what comes behind a gap, but of the first such segment only the front") {
        @Override
        public void act(Trial t) {
            KEEPS.act(t);
            connection(t).replies().keepFrontOfNextEarly();
        }
    },
    /** As a receiver may that runs out of room: of what it has not kept it reports only the newest (RFC 2018 section 8). */
    RENEGES("reports what comes behind a gap, but does not keep it") {
        @Override
        public void act(Trial t) {
            PeerConnection connection = connection(t);
            sacking(t)
                    .report(() -> newest(connection).stream()
                            .filter(block -> block.left().isAfter(connection.rcvNxt()))
                            .toList());
        }
    },
    /** Beyond SND.NXT. */
    UNSENT("reports what was never sent", SackDeed::unsent),
    /** The second number comes before the first one. */
    SWAPPED("reports blocks that end before they begin", SackDeed::swapped),
    /** It begins where it ends. */
    EMPTY("reports blocks of nothing", SackDeed::empty),
    /** As if it had come twice (RFC 2883 section 4). */
    OLD("reports what it has acknowledged", SackDeed::old),
    /** A block, and something that is none (RFC 9293 section 3.1, MUST-7). */
    ODD("has SACK options of an odd length") {
        @Override
        public void act(Trial t) {
            int length = t.draw(
                    "the length of the option's data",
                    Arbitraries.integers().between(0, 33).filter(n -> n == 0 || n % 8 != 0));
            TcpOption odd = new TcpOption.Unknown(SACK, t.draw("the option's data", Any.data(length, length)));
            connection(t).replies().keepEarly();
            sacking(t).say(() -> List.of(odd));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "keeps and reports what comes behind a gap"
            + "|keeps and reports what comes behind a gap, but of the first such segment only the front"
            + "|reports what comes behind a gap, but does not keep it|reports what was never sent"
            + "|reports blocks that end before they begin|reports blocks of nothing|reports what it has acknowledged"
            + "|has SACK options of an odd length";

    /** Longer than the streams of these scenarios. */
    private static final int FAR = 1 << 20;

    private static final int SACK = 5;
    private static final Arbitrary<Integer> DISTANCE = Arbitraries.integers()
            .between(1, 20_000)
            .edgeCases(edges -> edges.filter(v -> false).add(1, 536, 1460, 2920));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final BiFunction<Trial, PeerConnection, Block> nonsense;

    SackDeed(String words) {
        this(words, (t, connection) -> {
            throw new IllegalStateException("it reports no nonsense");
        });
    }

    SackDeed(String words, BiFunction<Trial, PeerConnection, Block> nonsense) {
        this.words = words;
        this.nonsense = nonsense;
    }

    /** The block keeps its distance to what is expected next; nothing else is reported. */
    @Override
    public void act(Trial t) {
        PeerConnection connection = connection(t);
        Block drawn = nonsense.apply(t, connection);
        int left = drawn.left().minus(connection.rcvNxt());
        int right = drawn.right().minus(connection.rcvNxt());
        connection.replies().keepEarly();
        sacking(t).say(() -> {
            SeqNumber next = connection.rcvNxt();
            return List.of(new Sack(List.of(new Block(next.plus(left), next.plus(right)))));
        });
    }

    private static Block unsent(Trial t, PeerConnection connection) {
        SeqNumber left = connection.rcvNxt().plus(FAR + t.draw("so far beyond everything is the block", DISTANCE));
        return new Block(left, left.plus(t.draw("the length of the block", DISTANCE)));
    }

    private static Block swapped(Trial t, PeerConnection connection) {
        SeqNumber right = connection.rcvNxt().plus(t.draw("so far beyond the gap ends the block", DISTANCE));
        return new Block(right.plus(t.draw("and so much later it begins", DISTANCE)), right);
    }

    private static Block empty(Trial t, PeerConnection connection) {
        SeqNumber place = connection.rcvNxt().plus(t.draw("so far beyond the gap is the block", DISTANCE));
        return new Block(place, place);
    }

    private static Block old(Trial t, PeerConnection connection) {
        int length = t.draw("the length of the block", DISTANCE);
        return new Block(connection.rcvNxt().plus(-length), connection.rcvNxt());
    }

    private static List<Block> newest(PeerConnection connection) {
        List<TcpSegment> all = connection.arrivals();
        TcpSegment last = all.get(all.size() - 1);
        return last.payload().isEmpty() ? List.of() : List.of(new Block(last.seq(), last.end()));
    }

    private static PeerConnection connection(Trial t) {
        return Scene.connection(t);
    }

    private static Sacking sacking(Trial t) {
        return connection(t).extensions().find(Sacking.class).orElseThrow();
    }

    @Override
    public String toString() {
        return words;
    }
}
