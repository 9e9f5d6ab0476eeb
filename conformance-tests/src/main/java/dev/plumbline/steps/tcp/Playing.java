package dev.plumbline.steps.tcp;

import dev.plumbline.testbed.Timeline;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A chain of moves, played one after another while the model looks on. It is one thing that is awaited, so that a chain that is shorter
 * fails in the same place.
 */
final class Playing implements Expectation {
    private static final Duration LONG_ENOUGH = Duration.ofDays(7);

    private final Trial trial;
    private final Modelled scene;
    private final Timeline timeline;
    private final Iterator<Move> moves;
    private boolean over;

    private Playing(Trial trial, List<Move> chain) {
        this.trial = trial;
        this.scene = Modelled.of(trial);
        this.timeline = trial.world().timeline();
        this.moves = chain.iterator();
    }

    /** Begins now. */
    static Playing of(Trial trial, List<Move> chain) {
        Playing playing = new Playing(trial, chain);
        playing.next();
        return playing;
    }

    private void next() {
        if (scene.finding().isPresent() || trial.world().crash().isPresent() || !moves.hasNext()) {
            over = true;
            return;
        }
        Move move = moves.next();
        scene.make(move);
        var unused = timeline.after(move.pause(), this::settle);
    }

    private void settle() {
        scene.settle();
        next();
    }

    @Override
    public Duration limit(Patience patience) {
        return LONG_ENOUGH;
    }

    @Override
    public boolean isSettled() {
        return over;
    }

    @Override
    public Optional<Finding> finding() {
        return scene.finding();
    }
}
