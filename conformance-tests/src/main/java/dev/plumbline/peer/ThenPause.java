package dev.plumbline.peer;

import dev.plumbline.testbed.Timeline;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits for something, and then lets time pass, so that what follows it closely is there, too. */
public final class ThenPause implements Expectation {
    private final Expectation first;
    private final Timeline timeline;
    private final Duration pause;
    private @Nullable Duration end;

    /** Waits for {@code first}, and for {@code pause} more. */
    public ThenPause(Expectation first, Timeline timeline, Duration pause) {
        this.first = first;
        this.timeline = timeline;
        this.pause = pause;
    }

    @Override
    public Duration limit(Patience patience) {
        return first.limit(patience).plus(pause);
    }

    @Override
    public boolean isSettled() {
        if (end == null && first.isSettled()) {
            end = timeline.now().plus(pause);
            var unused = timeline.after(pause, () -> {});
        }
        return end != null && timeline.now().compareTo(end) >= 0;
    }

    @Override
    public Optional<Finding> finding() {
        return first.finding();
    }
}
