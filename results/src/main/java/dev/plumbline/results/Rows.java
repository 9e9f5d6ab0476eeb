package dev.plumbline.results;

import dev.plumbline.results.Failure.NamedValue;
import dev.plumbline.spi.Capability;
import org.jspecify.annotations.Nullable;

/** How each type of line in a results file becomes a record. Fields that nobody asks for are left alone. */
final class Rows {
    private Rows() {}

    static RunHeader run(Row row) {
        if (row.count("format") != ResultsWriter.FORMAT) {
            throw new Row.Wrong("format " + row.count("format")
                    + " is not known to this version of Plumbline, which reads " + ResultsWriter.FORMAT);
        }
        return new RunHeader(
                row.text("suite"),
                row.text("stack"),
                row.text("timeBase"),
                row.texts("capabilities"),
                row.number("seed"),
                row.count("tries"),
                row.text("tags"),
                row.optionalText("replay"),
                row.text("started"),
                row.text("java"),
                row.text("os"),
                row.count("planned"),
                row.settings("settings"),
                row.optionalText("sandbox"),
                row.flag("again"),
                orEmpty(row.optionalText("title")));
    }

    static Requirement requirement(Row row) {
        return new Requirement(
                row.text("id"),
                row.oneOf(Level.class, "level"),
                row.optionalOneOf(Stage.class, "stage").orElse(Stage.PACKETS),
                row.text("section"),
                row.text("sectionKo"),
                row.text("statement"),
                orEmpty(row.optionalText("statementKo")),
                row.text("source"),
                orEmpty(row.optionalText("quote")),
                row.optionalSet(Capability.class, "needs"),
                row.optionalTexts("causes"),
                row.optionalOneOf(Judging.class, "judging").orElse(Judging.SCENARIOS),
                orEmpty(row.optionalText("why")),
                row.count("scenarios"));
    }

    static Deviation deviation(Row row) {
        return new Deviation(
                row.text("requirement"),
                row.optionalText("scenario"),
                row.text("reason"),
                row.text("link"),
                row.flag("nowAndThen"));
    }

    static ScenarioResult scenario(Row row) {
        return new ScenarioResult(
                row.text("id"),
                row.text("feature"),
                orEmpty(row.optionalText("rule")),
                row.text("name"),
                row.optionalOneOf(Stage.class, "stage").orElse(Stage.PACKETS),
                row.texts("requirements"),
                row.texts("laws"),
                row.optionalTexts("broken"),
                row.optionalTexts("deviations"),
                row.oneOf(Outcome.class, "verdict"),
                row.optionalText("reason"),
                row.count("trials"),
                row.number("datagrams"),
                row.number("virtualMicros"),
                row.number("wallMicros"),
                failure(row.optionalRow("failure")));
    }

    static Results.End end(Row row) {
        return new Results.End(
                row.count("scenarios"), row.number("wallMicros"), row.settings("digests"), row.optionalText("stopped"));
    }

    private static @Nullable Failure failure(@Nullable Row row) {
        if (row == null) {
            return null;
        }
        return new Failure(
                row.optionalText("step"),
                row.optionalText("requirement"),
                row.text("headline"),
                orEmpty(row.optionalText("expected")),
                orEmpty(row.optionalText("came")),
                row.optionalTexts("besides"),
                row.optionalTexts("noticed"),
                row.optionalTexts("causes"),
                row.text("message"),
                row.rows("values", value -> new NamedValue(value.text("name"), value.text("value"))),
                orEmpty(row.optionalText("transcript")),
                row.optionalText("token"),
                row.optionalText("pcap"),
                row.optionalText("ladder"),
                row.flag("breakdown"),
                row.flag("diagnosed"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
