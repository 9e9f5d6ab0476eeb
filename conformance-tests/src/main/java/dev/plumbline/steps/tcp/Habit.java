package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.time.Duration;

/** How the endpoint goes about something that takes it several segments: judged when enough of them have been seen. */
public interface Habit {
    /** So short is no timeout. */
    Duration NO_TIMEOUT = Duration.ofMillis(190);

    /** Enough to judge by is seen. */
    Expectation seen(Trial t);

    /** Throws a finding if it went about it in another way. */
    void judge(Trial t);

    /** Throws a finding unless all is right. */
    static void require(boolean right, String headline, String expected, String came) {
        if (!right) {
            throw new FindingError(Finding.wrong(headline, expected, came));
        }
    }
}
