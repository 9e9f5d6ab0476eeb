package dev.plumbline.mark;

import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Marks as a table (RFC 4180 section 2): a line for each submission. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
public final class MarksCsv {
    private static final String FORMULA = "=+-@";

    private MarksCsv() {}

    /** All of it, with a header line. */
    public static String of(Course course) {
        List<String> header = new ArrayList<>(List.of("id", "name", "points", "max", "state", "verdict"));
        course.rubric().criteria().forEach(each -> header.add(each.name()));
        header.addAll(List.of("passed", "failed", "inconclusive", "not claimed", "first", "remark"));
        return line(header) + course.marks().stream().map(MarksCsv::row).collect(Collectors.joining());
    }

    private static String row(Mark mark) {
        List<String> cells = new ArrayList<>(List.of(
                mark.submission().id(),
                mark.submission().name(),
                mark.points().toPlainString(),
                mark.max().toPlainString(),
                mark.state().word(),
                mark.verdict() == null ? "" : mark.verdict().words()));
        mark.criteria().forEach(each -> cells.add(each.points().toPlainString()));
        for (Verdict counted : List.of(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE, Verdict.NOT_CLAIMED)) {
            cells.add(Integer.toString(mark.count(counted)));
        }
        cells.add(mark.first().map(FirstCause::requirement).orElse(""));
        cells.add(mark.remark());
        return line(cells);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(MarksCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        String shown = Shown.line(text);
        String safe = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
        return safe.matches("[^,\"]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
