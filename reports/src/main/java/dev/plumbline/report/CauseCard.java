package dev.plumbline.report;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Standing;
import java.util.List;

/** The top of the lesson's page: what to repair first, with links to where it is told, and how far the stack has come. */
final class CauseCard {
    private static final int MOST = 8;

    private final Causes causes;
    private final List<Cause> mistakes;
    private final Judgement judgement;
    private final Html html = new Html();

    CauseCard(Causes causes, Judgement judgement) {
        this.causes = causes;
        this.mistakes = causes.mistakes();
        this.judgement = judgement;
    }

    /** Empty if there is nothing to say. */
    @Override
    public String toString() {
        List<String> standing = Standing.of(judgement).map(Standing::words).orElse(List.of());
        if (mistakes.isEmpty() && standing.isEmpty()) {
            return "";
        }
        html.raw("<div class=\"verdict card" + (mistakes.isEmpty() ? "" : " no") + "\">");
        if (!mistakes.isEmpty()) {
            html.element("b", "", "Repair this first").words(" ").element("span", "lang=\"ko\"", "먼저 고칠 것");
            Foreword.of(judgement, causes).forEach(sentence -> html.element("p", "", sentence));
            html.raw("<ol>");
            mistakes.stream().limit(MOST).forEach(this::item);
            html.raw("</ol>");
            rest();
        }
        standing.forEach(sentence -> html.raw("<div>").words(sentence).raw("</div>"));
        return html.raw("</div>\n").toString();
    }

    private void item(Cause cause) {
        html.raw("<li>")
                .element("a", "href=\"#" + Html.anchor(cause.name()) + "\"", cause.name())
                .words(": " + cause.headline());
        if (cause.equals(mistakes.get(0))) {
            noticed(cause);
            holding(cause);
        }
        html.raw("</li>");
    }

    /** Of the one to begin with, what its exchange shows by itself: the nearest there is to the mistake. */
    private void noticed(Cause first) {
        Failure failure = first.shown().failure();
        if (failure != null) {
            failure.noticed().forEach(line -> html.element("div", "class=\"noticed\"", line));
        }
    }

    /** Of the one to begin with, how far it reaches. */
    private void holding(Cause first) {
        List<String> close = causes.holding(first, CauseList.CLOSE_BY).stream()
                .map(ScenarioResult::name)
                .toList();
        if (!close.isEmpty()) {
            html.raw("<div class=\"noticed\">")
                    .words("Close by, this holds ")
                    .element("span", "lang=\"ko\"", "가까이에서 지켜진 것")
                    .words(": " + String.join("; ", close))
                    .raw("</div>");
        }
    }

    private void rest() {
        int more = mistakes.stream().mapToInt(Cause::others).sum();
        int hidden = mistakes.size() - MOST;
        String others = hidden > 0 ? "and " + Amounts.of(hidden, "other mistake") + "; " : "";
        if (more > 0 || hidden > 0) {
            html.words(others + Amounts.of(more, "more failure") + " may follow from these");
        }
    }
}
