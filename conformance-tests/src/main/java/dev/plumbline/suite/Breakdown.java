package dev.plumbline.suite;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Notices that Cucumber itself, or what is around the scenarios, has failed: of a scenario its result tells, of this nothing else. */
final class Breakdown implements TestExecutionListener {
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

    @Override
    public void executionFinished(TestIdentifier part, TestExecutionResult result) {
        if (part.isContainer()) {
            result.getThrowable().ifPresent(why -> first.compareAndSet(null, why));
        }
    }

    /** What failed first, as a sentence. */
    Optional<String> sentence() {
        return Optional.ofNullable(first.get()).map(why -> "not all scenarios could be played: " + cause(why));
    }

    /** JUnit wraps what an engine throws. */
    private static Throwable cause(Throwable why) {
        return why.getCause() == null ? why : why.getCause();
    }
}
