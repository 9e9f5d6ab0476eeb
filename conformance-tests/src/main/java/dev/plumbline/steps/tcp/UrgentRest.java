package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;

/** Whether the endpoint's application has urgent data before it (RFC 9293 section 3.8.5, MUST-33). */
public enum UrgentRest {
    /** Some, however much: that not every stack can tell. */
    SOME("that there is urgent data to read"),
    /** Not an octet. */
    NONE("that no urgent data remains");

    /** All of them, as a feature writes them. */
    static final String WORDS = "that there is urgent data to read|that no urgent data remains";

    private final String words;

    UrgentRest(String words) {
        this.words = words;
    }

    /** It asks, and that is the answer. */
    void check(Trial t) {
        int left = Scene.application(t).urgentLeft();
        if (left > 0 != (this == SOME)) {
            throw new FindingError(Finding.wrong(
                    "the endpoint's application asked for urgent data, and was told that "
                            + (left > 0 ? "there is some" : "none remains"),
                    words,
                    "the endpoint has said " + left + ", when the application had taken "
                            + Scene.received(t).length() + " octets; the urgent ones are "
                            + Urgency.of(t).peers().from() + " to "
                            + (Urgency.of(t).peers().to() - 1) + ", counted from 0"));
        }
    }

    @Override
    public String toString() {
        return words;
    }
}
