package dev.plumbline.suite;

import dev.plumbline.results.Results;
import dev.plumbline.results.SelfTestCommand;
import dev.plumbline.trial.Finding;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The mistakes of the program around the stack. What it does once it does in every scenario: when it has made the same mistake
 * a few times, the others would say nothing new, and nothing about the stack.
 */
final class Mistakes {
    static final String REASON = "the program around the stack does not keep to the line protocol";

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final String stack;

    Mistakes(String stack) {
        this.stack = stack;
    }

    /** Counts it, if it is one. */
    void heed(Finding finding) {
        if (finding.kind() == Finding.Kind.ADAPTER) {
            counts.merge(finding.expected(), 1, Integer::sum);
        }
    }

    /** Whether there is no use in going on. */
    boolean areTooMany() {
        return counts.values().stream().anyMatch(count -> count >= Results.MOST_MISTAKES);
    }

    /** Why a scenario is not played. */
    String sentence() {
        return "not run: " + REASON + "; " + SelfTestCommand.of(stack) + " judges it alone";
    }

    /** Where to look. */
    static String hint(String stack) {
        return "this is about the program around the stack, its adapter, and not about the stack. "
                + SelfTestCommand.of(stack) + " judges it alone; docs/line-protocol.md says what is right";
    }
}
