package dev.plumbline.report;

import dev.plumbline.results.Deviation;
import dev.plumbline.results.Failure;
import dev.plumbline.results.ReplayCommand;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a row of the lesson does not hold, for its page: what happened, the picture, where to look. */
final class FailureBox {
    private final Path folder;
    private final String stack;

    /** For results in this folder. */
    FailureBox(Path folder, String stack) {
        this.folder = folder;
        this.stack = stack;
    }

    /** Why it is known that the stack does not keep a requirement. */
    static String about(Deviation known) {
        return new Html()
                .raw("<span class=\"reason\">")
                .words(known.reason() + " ")
                .element("a", "href=\"" + Shown.html(known.link()) + "\"", known.link())
                .raw("</span>")
                .toString();
    }

    /** What the scenario says about the requirement; a row that could not be judged is told in a lower voice. */
    String about(Requirement requirement, Verdict verdict, ScenarioResult scenario) {
        Failure failure = scenario.failure();
        Html html = new Html();
        if (failure == null) {
            String reason = verdict == Verdict.LISTED ? null : scenario.reason();
            return html.unlessEmpty("span", "class=\"reason\"", reason == null ? "" : reason)
                    .toString();
        }
        boolean loud = verdict != Verdict.INCONCLUSIVE && verdict != Verdict.LISTED;
        html.raw(loud ? "<details class=\"why\" open>" : "<details class=\"why quiet\">")
                .element("summary", "", preface(verdict) + failure.headline())
                .raw("<dl>");
        entry(html, "Scenario", "시나리오", scenario.name());
        entry(html, "Expected", "기대한 것", failure.headline().contains(failure.expected()) ? "" : failure.expected());
        entry(html, "Came", "실제로 온 것", failure.came());
        list(html, "Broken besides", "함께 어긴 것", failure.besides());
        list(html, "The smallest case", "가장 작은 예", values(failure));
        html.raw("</dl>");
        picture(html, failure);
        html.raw("<dl>");
        list(html, "Notice", "눈여겨볼 점", failure.noticed());
        list(
                html,
                "Where to look first, often one of these",
                "먼저 살펴볼 곳 (흔한 원인)",
                causes(requirement, verdict, failure));
        if (failure.token() != null) {
            term(html, "Play it again", "다시 재생")
                    .raw("<dd>")
                    .element("code", "", ReplayCommand.of(stack, failure.token()))
                    .raw("</dd>");
        }
        return html.raw("</dl></details>").toString();
    }

    /**
     * The scenario knows better than the row, if it is this row that it found violated. Where the stack is not at fault, nobody need
     * look into it.
     */
    private static List<String> causes(Requirement requirement, Verdict verdict, Failure failure) {
        if (verdict == Verdict.ADAPTER || verdict == Verdict.SUITE_ERROR) {
            return List.of();
        }
        boolean known = requirement.id().equals(failure.requirement())
                && !failure.causes().isEmpty();
        return known ? failure.causes() : requirement.causes();
    }

    private static String preface(Verdict verdict) {
        return verdict == Verdict.INCONCLUSIVE ? "Not judged, for this came first: " : "";
    }

    private static List<String> values(Failure failure) {
        return failure.values().stream()
                .map(value -> value.name() + " = " + value.value())
                .toList();
    }

    private static Html term(Html html, String english, String korean) {
        return html.raw("<dt>")
                .words(english + " ")
                .element("span", "lang=\"ko\"", korean)
                .raw("</dt>");
    }

    private static void entry(Html html, String english, String korean, String words) {
        if (!words.isEmpty()) {
            term(html, english, korean).element("dd", "", words);
        }
    }

    private static void list(Html html, String english, String korean, List<String> lines) {
        if (!lines.isEmpty()) {
            term(html, english, korean).raw("<dd><ul>");
            lines.forEach(line -> html.element("li", "", line));
            html.raw("</ul></dd>");
        }
    }

    /** The ladder as an image of its own, so that no style of it reaches the page; the transcript if there is none. */
    private void picture(Html html, Failure failure) {
        byte @Nullable [] ladder = read(failure.ladder());
        if (ladder != null) {
            html.raw("<div class=\"ladder\" tabindex=\"0\" role=\"group\" aria-label=\"The exchange of packets\">")
                    .raw(
                            "<img alt=\"A ladder diagram; below it is the same in words\" src=\"data:image/svg+xml;base64,")
                    .raw(Base64.getEncoder().encodeToString(ladder))
                    .raw("\"></div>");
            if (!failure.transcript().isEmpty()) {
                html.raw("<details class=\"text\"><summary>The exchange in words</summary>")
                        .element("pre", "tabindex=\"0\"", failure.transcript())
                        .raw("</details>");
            }
        } else {
            html.unlessEmpty("pre", "tabindex=\"0\"", failure.transcript());
        }
    }

    private byte @Nullable [] read(@Nullable String file) {
        try {
            Path path = folder.resolve(file == null ? "" : file);
            return Files.isRegularFile(path) ? Files.readAllBytes(path) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("the ladder " + file, e);
        }
    }
}
