package dev.plumbline.steps.tcp;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Timeline;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A chain of moves, played one after another while the model looks on. It is one thing that is awaited, so that a chain that is shorter
 * fails in the same place.
 */
final class Playing implements Expectation {
    /** In real time each move takes as long as it takes. */
    private static final int LONGEST_IN_REAL_TIME = 10;

    private static final Duration LONG_ENOUGH = Duration.ofHours(12);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Trial trial;
    private final Modelled scene;
    private final Timeline timeline;
    private final Iterator<Move> moves;
    private final boolean real;
    private Duration moved = Duration.ZERO;
    private Duration quietSince = Duration.ZERO;
    private boolean over;

    private Playing(Trial trial, List<Move> chain) {
        this.trial = trial;
        this.scene = Modelled.of(trial);
        this.timeline = trial.world().timeline();
        this.real = timeline.base() == TimeBase.REAL;
        this.moves = real ? chain.stream().limit(LONGEST_IN_REAL_TIME).iterator() : chain.iterator();
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
        try {
            scene.make(move);
        } catch (CallRefused refused) {
            scene.refused(refused);
        }
        moved = timeline.now();
        quietSince = moved;
        after(real ? LOOK : move.pause(), real ? this::look : this::settle);
    }

    private void after(Duration howLong, Runnable action) {
        var unused = timeline.after(howLong, action);
    }

    private void settle() {
        scene.settle();
        next();
    }

    /** In real time the next move comes when nothing is due, and nothing has come for a moment; what is due comes sooner or later. */
    private void look() {
        Duration now = timeline.now();
        boolean late = now.minus(moved).compareTo(Waits.arrival(Waits.ANSWER, TimeBase.REAL)) > 0;
        if (!scene.isSettled()) {
            quietSince = now;
        }
        boolean quiet = now.minus(quietSince).compareTo(Waits.silence(Waits.SILENCE, TimeBase.REAL)) >= 0;
        if (late || quiet || scene.finding().isPresent()) {
            settle();
        } else {
            after(LOOK, this::look);
        }
    }

    @Override
    public Duration limit(TimeBase time) {
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
