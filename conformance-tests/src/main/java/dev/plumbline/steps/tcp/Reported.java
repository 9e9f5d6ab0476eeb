package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import java.util.List;

/** Which blocks the endpoint's answer reports (RFC 2018 section 3). */
public enum Reported {
    /** There is nothing to report, or nobody who would understand it. */
    NO_BLOCK("no block") {
        @Override
        List<Block> blocks(Trial t) {
            return List.of();
        }
    },
    /** Nothing else is there beyond the gap. */
    ARRIVED("what arrived") {
        @Override
        List<Block> blocks(Trial t) {
            TcpSegment arrived = TcpScene.of(t).arrived();
            return List.of(new Block(arrived.seq(), arrived.end()));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "no block|what arrived";

    private final String words;

    Reported(String words) {
        this.words = words;
    }

    /** These. */
    abstract List<Block> blocks(Trial t);

    /** The last segment that the endpoint has sent reports them, and no others. */
    void check(Trial t) {
        List<TcpSegment> all = Scene.connection(t).arrivals();
        TcpSegment answer = all.get(all.size() - 1);
        List<Block> found = answer.sackBlocks();
        Habit.require(
                found.equals(blocks(t)),
                "the endpoint does not report " + words + ": " + TcpScene.of(t).arrivedWords(),
                words + " in its SACK option" + (blocks(t).isEmpty() ? "" : ": " + blocks(t)),
                found.isEmpty() ? "no SACK option" : found.toString());
    }

    @Override
    public String toString() {
        return words;
    }
}
