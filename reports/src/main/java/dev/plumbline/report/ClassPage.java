package dev.plumbline.report;

import dev.plumbline.mark.Course;
import dev.plumbline.mark.Criterion;
import dev.plumbline.mark.FirstCause;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.State;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A class on one page: where it stands, which mistakes are common, and a table of all, which sorts by any of its columns. It opens as a
 * file and asks nothing of the network.
 */
public final class ClassPage {
    private static final int MOST_FAILURES = 15;

    private final Course course;
    private final Html html = new Html();

    private ClassPage(Course course) {
        this.course = course;
    }

    /** The page; what was found of a submission is in {@code students/ID/lesson.html}, as seen from it. */
    public static String of(Course course) {
        return new ClassPage(course).page();
    }

    private String page() {
        html.head(course.rubric().title() + ": the class")
                .raw("\n<style>\n" + Html.resource("class.css") + "</style>\n</head>\n<body>\n<main>\n");
        header();
        causes();
        failures();
        criteria();
        table();
        html.raw("</main>\n<script>\n" + Html.resource("class.js") + "</script>\n");
        return html.raw("</body>\n</html>\n").toString();
    }

    private void header() {
        html.element("h1", "", course.rubric().title());
        html.raw("\n")
                .element(
                        "p",
                        "class=\"run\"",
                        Amounts.of(course.marks().size(), "submission") + " · seed " + course.seed() + " · "
                                + Amounts.of(course.rubric().tries(), "world") + " for each scenario with \"any\""
                                + (course.rubric().tags().isEmpty()
                                        ? ""
                                        : " · scenarios: " + course.rubric().tags())
                                + " · " + course.suite());
        html.raw("\n<ul class=\"figures\">");
        figure(course.median() + " of " + course.rubric().max().toPlainString(), "points are the median");
        course.states().forEach((state, count) -> figure(Long.toString(count), state.word()));
        long conform = course.marks().stream()
                .filter(mark -> mark.verdict() == RunVerdict.CONFORMS)
                .count();
        figure(Long.toString(conform), "conform");
        html.raw("</ul>\n");
    }

    private void figure(String number, String word) {
        html.raw("<li>").element("b", "", number).words(word).raw("</li>");
    }

    private void causes() {
        List<Course.Common> all = course.firstCauses();
        if (all.isEmpty()) {
            return;
        }
        html.raw("<h2>What comes first</h2>\n<ol class=\"causes\">\n");
        for (Course.Common common : all) {
            html.raw("<li><details><summary>");
            share(common.ids().size());
            html.words(common.what()).raw("</summary><p class=\"who\">");
            if (!common.requirement().isEmpty()) {
                requirement(common.requirement());
                html.words(" " + common.statement()).raw(" · ");
            }
            for (int i = 0; i < common.ids().size(); i++) {
                html.raw(i == 0 ? "" : ", ");
                link(common.ids().get(i), common.ids().get(i));
            }
            html.raw("</p></details></li>\n");
        }
        html.raw("</ol>\n");
    }

    private void failures() {
        Map<String, Integer> all = course.failures();
        if (all.isEmpty()) {
            return;
        }
        html.raw("<h2>What fails most</h2>\n<ul class=\"figures\">");
        all.entrySet().stream().limit(MOST_FAILURES).forEach(entry -> {
            html.raw("<li>")
                    .element("b", "", entry.getValue() + " of " + course.marks().size());
            requirement(entry.getKey());
            html.raw("</li>");
        });
        html.raw("</ul>\n");
    }

    private void share(int count) {
        int all = course.marks().size();
        html.raw("<meter min=\"0\" max=\"" + all + "\" value=\"" + count + "\" aria-hidden=\"true\"></meter>");
        html.element("b", "", count + " of " + all).raw(" ");
    }

    private void criteria() {
        html.raw("<h2>Medians</h2>\n<ul class=\"figures\">");
        List<Criterion> all = course.rubric().criteria();
        for (int i = 0; i < all.size(); i++) {
            figure(
                    course.median(i).toPlainString() + " of "
                            + all.get(i).points().toPlainString(),
                    all.get(i).name());
        }
        html.raw("</ul>\n");
    }

    private void table() {
        html.raw("<h2 id=\"all\">All submissions</h2>\n<table class=\"marks\" aria-labelledby=\"all\">\n")
                .raw("<caption>The heads of the columns sort.</caption>\n<thead><tr>");
        List.of("Name", "Points").forEach(this::head);
        course.rubric().criteria().forEach(each -> head(each.name()));
        List.of("State", "Passed", "Failed", "First").forEach(this::head);
        html.raw("</tr></thead>\n<tbody>\n");
        course.marks().forEach(this::row);
        html.raw("</tbody>\n</table>\n");
    }

    private void head(String name) {
        html.raw("<th scope=\"col\">")
                .element("button", "type=\"button\"", name)
                .raw("</th>");
    }

    private void row(Mark mark) {
        html.raw("<tr><th scope=\"row\">");
        link(mark.submission().id(), mark.submission().name());
        html.raw("</th>");
        number("Points", mark.points());
        mark.criteria().forEach(each -> number(each.name(), each.points()));
        boolean good = mark.verdict() == RunVerdict.CONFORMS;
        boolean bad = mark.state() != State.JUDGED;
        html.raw("<td data-of=\"State\">")
                .element("span", good ? "class=\"good\"" : bad ? "class=\"bad\"" : "", state(mark))
                .raw("</td>");
        number("Passed", BigDecimal.valueOf(mark.count(Verdict.PASS)));
        number("Failed", BigDecimal.valueOf(mark.failed().size()));
        html.raw("<td data-of=\"First\">");
        mark.first().ifPresent(cause -> requirement(cause.requirement()));
        html.raw(" ")
                .element(
                        "span",
                        "class=\"remark\"",
                        mark.first().map(FirstCause::headline).orElse(mark.remark()))
                .raw("</td></tr>\n");
    }

    private static String state(Mark mark) {
        return mark.verdict() == null
                ? mark.state().word()
                : mark.verdict().words().toLowerCase(Locale.ROOT);
    }

    private void number(String of, BigDecimal value) {
        String shown = value.toPlainString();
        html.raw("<td class=\"number\" data-n=\"" + shown + "\" data-of=\"" + Shown.html(of) + "\">")
                .words(shown)
                .raw("</td>");
    }

    private void link(String id, String name) {
        html.element("a", "href=\"" + Shown.html(address(id)) + "\"", name);
    }

    /** The link to its page. */
    private void requirement(String id) {
        html.element("a", "href=\"" + Shown.html(RequirementPages.link(id)) + "\"", id);
    }

    private static String address(String id) {
        try {
            return new URI(null, null, "students/" + id + "/lesson.html", null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(id, e);
        }
    }
}
