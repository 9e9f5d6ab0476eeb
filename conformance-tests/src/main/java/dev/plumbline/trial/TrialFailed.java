package dev.plumbline.trial;

/** Turns a step red. Its message is the whole explanation; the stack trace would only show the suite, so there is none. */
public final class TrialFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient TrialFailure failure;

    TrialFailed(String message, TrialFailure failure) {
        super(message);
        this.failure = failure;
        setStackTrace(new StackTraceElement[0]);
    }

    /** What failed. */
    public TrialFailure failure() {
        return failure;
    }
}
