package dev.plumbline.report;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.KnownDeviations;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.RunHeader;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The lesson with its verdicts: every section in the lesson's order, every row in English with Korean beside it, and for each
 * row that does not hold, what is wrong and where to look. One page, which opens as a file and asks nothing of the network.
 */
public final class LessonPage {
    private final Judgement judgement;
    private final Links links;
    private final FailureBox failures;
    private final KnownDeviations deviations;
    private final Causes causes;
    private final Html html = new Html();

    /**
     * What the page leads to, as seen from it.
     *
     * @param all where all scenarios are
     * @param requirements the folder of {@link RequirementPages}; empty if there is none
     * @param pages of which verdict there is a page
     */
    public record Links(String all, String requirements, Predicate<Verdict> pages) {
        /** With a page for each requirement. */
        public Links(String all, String requirements) {
            this(all, requirements, any -> true);
        }
    }

    private LessonPage(Judgement judgement, Path folder, Links links) {
        this.judgement = judgement;
        this.links = links;
        this.causes = Causes.of(judgement);
        this.failures = new FailureBox(folder, judgement.results().run().stack());
        this.deviations = new KnownDeviations(judgement.results());
    }

    /**
     * Writes the page.
     *
     * @param folder the folder of the results, where the failures' pictures are
     * @param links where it leads
     * @return the page
     */
    public static Path write(Judgement judgement, Path folder, Path page, Links links) {
        try {
            Files.writeString(page, new LessonPage(judgement, folder, links).page());
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("the lesson's page " + page, e);
        }
    }

    private String page() {
        RunHeader run = judgement.results().run();
        html.head(run.named() + ": how the Internet carries data")
                .raw("\n<style>\n" + Html.resource("lesson.css") + "</style>\n</head>\n<body>\n");
        html.raw("<main>\n");
        header(run);
        failing();
        Map<String, List<JudgedRequirement>> lesson = sections(true);
        Map<String, List<JudgedRequirement>> beyond = sections(false);
        navigation("The lesson", lesson);
        if (!beyond.isEmpty()) {
            html.raw("<details class=\"more\">")
                    .element("summary", "", "Beyond the lesson: " + Amounts.of(beyond.size(), "section"));
            navigation("Beyond the lesson", beyond);
            html.raw("</details>\n");
        }
        lesson.values().forEach(this::section);
        beyond.values().forEach(this::section);
        html.raw("</main>\n<footer>")
                .element("a", "href=\"" + Shown.html(links.all()) + "\"", "All scenarios, step by step");
        html.words(" · every failure can be played again with its replay command · suite " + run.suite()
                + (run.java().isEmpty() ? "" : ", Java " + run.java() + ", " + run.os()));
        return html.raw("</footer>\n</body>\n</html>\n").toString();
    }

    private void header(RunHeader run) {
        html.raw("<h1>How the Internet carries data<span lang=\"ko\">인터넷은 데이터를 어떻게 나르는가</span></h1>\n");
        html.element(
                        "p",
                        "class=\"run\"",
                        "Stack " + run.named() + " · seed " + run.seed() + " · "
                                + Amounts.of(run.tries(), "world") + " for each scenario with \"any\""
                                + (run.started().isEmpty() ? "" : " · " + run.started())
                                + (run.tags().isEmpty() ? "" : " · only " + run.tags()))
                .raw("\n");
        boolean good = judgement.verdict() == RunVerdict.CONFORMS;
        html.raw("<div class=\"verdict" + (good ? "" : " no") + "\">")
                .element("b", "", judgement.verdict().words())
                .words(" · " + lessonTally());
        judgement.complaints().forEach(complaint -> html.raw("<br>").words(complaint));
        html.raw("</div>\n").raw(new CauseCard(causes, judgement).toString());
    }

    private String lessonTally() {
        List<JudgedRequirement> rows = judgement.requirements().stream()
                .filter(each -> each.requirement().level() == Level.LESSON)
                .toList();
        long holding =
                rows.stream().filter(each -> each.verdict() == Verdict.PASS).count();
        return holding + " of the lesson's " + rows.size() + " statements hold for this stack";
    }

    /** What does not hold, before anything else: the statements of the lesson first, then the laws and what the RFCs say. */
    private void failing() {
        List<JudgedRequirement> rows = judgement.requirements().stream()
                .filter(each -> each.verdict() == Verdict.FAIL)
                .toList();
        if (!rows.isEmpty()) {
            html.raw("<nav class=\"failing\" aria-label=\"What does not hold\">")
                    .element("b", "", Amounts.of(rows.size(), "requirement") + " violated:");
            rows.forEach(each -> html.element(
                    "a",
                    "class=\"no\" href=\"#" + Html.anchor(each.requirement().id()) + "\"",
                    each.requirement().id()));
            html.raw("</nav>\n");
        }
    }

    private void navigation(String name, Map<String, List<JudgedRequirement>> sections) {
        if (sections.isEmpty()) {
            return;
        }
        html.raw("<nav aria-label=\"" + name + "\">");
        sections.forEach((title, rows) -> html.element(
                "a", "href=\"#" + Html.anchor(title) + "\"" + (isRed(rows) ? " class=\"no\"" : ""), title));
        html.raw("</nav>\n");
    }

    /** What was left out, since what it stands on fails, is not called wrong. */
    private Verdict.Light light(Verdict verdict) {
        boolean leftOut = verdict == Verdict.NOT_RUN && judgement.results().isStopped();
        return leftOut ? Verdict.Light.GREY : verdict.light();
    }

    private boolean isRed(List<JudgedRequirement> rows) {
        return rows.stream().anyMatch(row -> light(row.verdict()) == Verdict.Light.RED);
    }

    /** The rows of the lesson, or those beyond it, by section in the order of the catalogue. */
    private Map<String, List<JudgedRequirement>> sections(boolean lesson) {
        return judgement.requirements().stream()
                .filter(each -> (each.requirement().level() == Level.LESSON) == lesson)
                .collect(Collectors.groupingBy(
                        each -> each.requirement().section(),
                        LinkedHashMap::new,
                        Collectors.toCollection(ArrayList::new)));
    }

    private void section(List<JudgedRequirement> rows) {
        Requirement first = rows.get(0).requirement();
        long holding =
                rows.stream().filter(row -> row.verdict() == Verdict.PASS).count();
        html.raw("<h2 id=\"" + Html.anchor(first.section()) + "\">").words(first.section());
        html.element("span", "lang=\"ko\"", first.sectionKo())
                .element("span", "class=\"tally\"", holding + " of " + rows.size())
                .raw("</h2>\n");
        rows.forEach(this::row);
    }

    private void row(JudgedRequirement row) {
        Requirement requirement = row.requirement();
        boolean translated = !requirement.statementKo().isEmpty();
        html.raw("<div class=\"row" + (translated ? "" : " law") + "\" id=\"" + Html.anchor(requirement.id()) + "\">")
                .raw("<span class=\"id\">");
        if (links.requirements().isEmpty() || !links.pages().test(row.verdict())) {
            html.words(requirement.id());
        } else {
            String page = links.requirements() + "/" + RequirementPages.file(requirement.id());
            html.element("a", "href=\"" + Shown.html(page) + "\"", requirement.id());
        }
        html.raw("</span>");
        html.raw("<span class=\"en\">").words(requirement.statement());
        html.element("span", "class=\"source\"", requirement.source()).raw("</span>");
        html.unlessEmpty("span", "class=\"ko\" lang=\"ko\"", requirement.statementKo());
        Verdict verdict = row.verdict();
        boolean amber = verdict == Verdict.DEVIATES || verdict == Verdict.LISTED;
        String colour = amber ? verdict.name() : light(verdict).name();
        html.raw("<span class=\"badge " + colour + "\">").verdict(verdict).raw("</span>");
        if (verdict == Verdict.NOT_OBSERVABLE || verdict == Verdict.LEFT_OUT) {
            html.unlessEmpty("span", "class=\"reason\"", requirement.why());
        }
        if (verdict == Verdict.LISTED) {
            deviations.of(row).stream().map(FailureBox::about).distinct().forEach(html::raw);
        }
        if (verdict != Verdict.PASS) {
            row.example().flatMap(causes::shadowOf).ifPresent(this::shadow);
            row.example().ifPresent(scenario -> html.raw(failures.about(requirement, verdict, scenario)));
        }
        html.raw("</div>\n");
    }

    /** A row that cannot hold before another one does says so. */
    private void shadow(Cause cause) {
        html.raw("<span class=\"reason\">")
                .words("Shadowed by ")
                .element("a", "href=\"#" + Html.anchor(cause.name()) + "\"", cause.name())
                .words(", which is to be repaired first")
                .raw("</span>");
    }
}
