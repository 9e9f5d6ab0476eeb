package dev.plumbline.report;

import dev.plumbline.report.PassedExchanges.Exchange;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that there is to say of one requirement. */
final class RequirementPage {
    private static final Pattern SOURCE = Pattern.compile("RFC ([0-9]+)(?: section ([0-9A-Z.]*[0-9A-Z]))?");

    private final Requirement row;
    private final Handbook handbook;
    private final Html html = new Html();
    private Optional<Exchange> exchange = Optional.empty();
    private String found = "";

    RequirementPage(Requirement row, Handbook handbook) {
        this.row = row;
        this.handbook = handbook;
    }

    /**
     * Where the page stands.
     *
     * @param beside the page that leads to all of them
     * @param places whether each of them has a place there
     * @param rows all of them in their order
     */
    record Place(Path beside, boolean places, List<Requirement> rows) {
        /** The link to where a reader comes from. */
        String home(Requirement row) {
            return "../" + beside.getFileName() + (places ? "#" + Html.anchor(row.id()) : "");
        }
    }

    /** With what a run has found. */
    RequirementPage judged(Verdict verdict, String stack) {
        found = new Html()
                .raw("<p class=\"found " + verdict.light().name() + "\">")
                .verdict(verdict)
                .words(" · stack " + stack)
                .raw("</p>")
                .toString();
        return this;
    }

    /** With an example of how it is kept. */
    RequirementPage exchange(Optional<Exchange> passed) {
        exchange = passed;
        return this;
    }

    String page(Place place) {
        html.head(row.id() + ": " + row.statement())
                .raw("\n<link rel=\"stylesheet\" href=\"style.css\">\n</head>\n<body class=\"one\">\n");
        navigation(place);
        html.raw("<main>\n<h1>").element("span", "class=\"id\"", row.id()).words(row.statement());
        html.unlessEmpty("span", "class=\"ko\" lang=\"ko\"", row.statementKo()).raw("</h1>\n");
        html.raw(found);
        facts();
        html.unlessEmpty("blockquote", "", row.quote());
        part("Nothing judges it", row.why().isEmpty() ? List.of() : List.of(row.why()));
        part("Where to look first when it is violated", row.causes());
        scenarios();
        exchange.ifPresent(this::passing);
        faults();
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private void navigation(Place place) {
        int here = place.rows().indexOf(row);
        html.raw("<nav aria-label=\"Requirements\">");
        html.element(
                "a", "href=\"" + Shown.html(place.home(row)) + "\"", place.places() ? "All requirements" : "The class");
        if (here > 0) {
            neighbour("prev", "Before: ", place.rows().get(here - 1));
        }
        if (here + 1 < place.rows().size()) {
            neighbour("next", "Next: ", place.rows().get(here + 1));
        }
        html.raw("</nav>\n");
    }

    private void neighbour(String relation, String word, Requirement other) {
        html.element(
                "a", "rel=\"" + relation + "\" href=\"" + RequirementPages.file(other.id()) + "\"", word + other.id());
    }

    private void facts() {
        html.raw("<dl>");
        fact("Level", row.level().word());
        fact("About", row.stage().words() + " (stage " + row.stage().number() + ")");
        fact("Section", row.section());
        html.raw("<dt>Written in</dt><dd>");
        source();
        html.raw("</dd>");
        fact("Judges stacks with", row.needs().stream().map(Enum::name).collect(Collectors.joining(", ")));
        html.raw("</dl>\n");
    }

    private void fact(String name, String words) {
        if (!words.isEmpty()) {
            html.element("dt", "", name).element("dd", "", words);
        }
    }

    /** Each RFC that is named leads to its section. */
    private void source() {
        Matcher matcher = SOURCE.matcher(row.source());
        int end = 0;
        while (matcher.find()) {
            String section = matcher.group(2) == null ? "" : "#section-" + matcher.group(2);
            html.words(row.source().substring(end, matcher.start()))
                    .element(
                            "a",
                            "href=\"https://www.rfc-editor.org/rfc/rfc" + matcher.group(1) + section + "\"",
                            matcher.group());
            end = matcher.end();
        }
        html.words(row.source().substring(end));
    }

    private void part(String title, List<String> lines) {
        if (!lines.isEmpty()) {
            html.element("h2", "", title).raw("\n<ul>");
            lines.forEach(line -> html.element("li", "", line));
            html.raw("</ul>\n");
        }
    }

    private void scenarios() {
        List<Handbook.Told> all = handbook.scenarios(row.id());
        if (!all.isEmpty()) {
            html.element("h2", "", "How it is judged: " + Amounts.of(all.size(), "scenario"))
                    .raw("\n");
        } else if (row.law()) {
            html.raw("<h2>How it is judged</h2>\n<p>It is a law: in every scenario each packet is looked at.</p>\n");
        }
        String rule = "";
        for (Handbook.Told told : all) {
            html.unlessEmpty("p", "class=\"rule\"", told.rule().equals(rule) ? "" : told.rule());
            html.element("h3", "", told.title()).raw("\n");
            ToldScenario.tell(told.lines(), html);
            rule = told.rule();
        }
    }

    private void passing(Exchange passed) {
        html.raw("<h2>An exchange that is right</h2>\n")
                .element("p", "", passed.scenario())
                .raw("\n");
        ExchangeLadder.draw(passed.transcript(), html);
    }

    private void faults() {
        List<Handbook.Fault> all = handbook.faults(row.id());
        if (!all.isEmpty()) {
            html.raw("<h2>Mistakes that it finds out</h2>\n")
                    .element("p", "class=\"faint\"", "Stacks that are wrong on purpose prove it.")
                    .raw("\n<ul>");
            all.forEach(fault -> html.raw("<li>")
                    .words(fault.sentence() + " ")
                    .element("code", "", fault.name())
                    .raw("</li>\n"));
            html.raw("</ul>\n");
        }
    }
}
