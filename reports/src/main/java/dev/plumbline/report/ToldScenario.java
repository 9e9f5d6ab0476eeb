package dev.plumbline.report;

import java.util.Arrays;
import java.util.List;

/** A scenario's lines as people read them: steps in a list, tables as tables. */
final class ToldScenario {
    private static final String EXAMPLES = "Examples:";

    private final Html html;
    private boolean inSteps;
    private boolean inTable;

    private ToldScenario(Html html) {
        this.html = html;
    }

    /** Adds the lines to a page. */
    static void tell(List<String> lines, Html html) {
        ToldScenario told = new ToldScenario(html);
        lines.forEach(told::line);
        told.endTable();
        told.endSteps();
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            cells(line);
        } else if (line.equals(EXAMPLES)) {
            endTable();
            endSteps();
        } else {
            step(line);
        }
    }

    private void step(String line) {
        endTable();
        if (!inSteps) {
            html.raw("<ol class=\"steps\">\n");
            inSteps = true;
        }
        int blank = line.indexOf(' ');
        String keyword = blank < 0 ? line : line.substring(0, blank);
        html.raw("<li>")
                .element("b", "", keyword)
                .words(line.substring(keyword.length()))
                .raw("</li>\n");
    }

    /** The first line of a table after "Examples:" names the columns, and that of a step's table its first row. */
    private void cells(String line) {
        boolean head = !inTable && !inSteps;
        if (!inTable) {
            endSteps();
            html.raw(
                    "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table class=\"cells\">\n");
            inTable = true;
        }
        String[] cells = line.substring(1, Math.max(1, line.lastIndexOf('|'))).split("\\|", -1);
        html.raw("<tr>");
        Arrays.stream(cells)
                .map(String::strip)
                .forEach(cell -> html.element(head ? "th" : "td", head ? "scope=\"col\"" : "", cell));
        html.raw("</tr>\n");
    }

    private void endTable() {
        if (inTable) {
            html.raw("</table></div>\n");
            inTable = false;
        }
    }

    private void endSteps() {
        if (inSteps) {
            html.raw("</ol>\n");
            inSteps = false;
        }
    }
}
