package dev.plumbline.mark;

import dev.plumbline.text.Shown;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JUnit's XML as Maven Surefire writes it
 * (https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd) and as Jenkins, GitLab and Artemis read it: a suite for
 * each submission, a test case for each criterion. No time is told, for these files are the same whoever makes them.
 */
public final class JunitXml {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private JunitXml() {}

    /** All submissions. */
    public static String of(Course course) {
        return HEAD + "<testsuites name=\"" + Shown.html(course.rubric().title()) + "\">\n"
                + course.marks().stream().map(JunitXml::suite).collect(Collectors.joining())
                + "</testsuites>\n";
    }

    static String of(Mark mark) {
        return HEAD + suite(mark);
    }

    private static String suite(Mark mark) {
        List<Mark.Earned> all = mark.criteria();
        boolean broke = mark.state() == State.BROKE;
        long wrong = all.stream().filter(each -> !each.isFull()).count();
        StringBuilder text = new StringBuilder(
                "<testsuite name=\"" + Shown.html(mark.submission().id()) + "\" time=\"0\"");
        text.append(" tests=\"").append(all.size()).append("\" errors=\"").append(broke ? wrong : 0);
        text.append("\" skipped=\"0\" failures=\"").append(broke ? 0 : wrong).append("\">\n");
        text.append("  <properties>\n")
                .append(property("points", mark.points().toPlainString()))
                .append(property("max", mark.max().toPlainString()))
                .append(property("state", mark.state().word()))
                .append("  </properties>\n");
        all.forEach(each -> text.append(testCase(mark, each, broke ? "error" : "failure")));
        return text.append("</testsuite>\n").toString();
    }

    private static String property(String name, String value) {
        return "    <property name=\"" + name + "\" value=\"" + Shown.html(value) + "\"/>\n";
    }

    private static String testCase(Mark mark, Mark.Earned each, String kind) {
        String start = "  <testcase name=\"" + Shown.html(each.name()) + "\" classname=\""
                + Shown.html(mark.submission().id()) + "\" time=\"0\"";
        if (each.isFull()) {
            return start + "/>\n";
        }
        String points = each.points().toPlainString() + " of " + each.max().toPlainString() + " points";
        return start + ">\n    <" + kind + " message=\"" + points + "\" type=\"points\">"
                + Shown.html(Formats.why(mark, each)) + "</" + kind + ">\n  </testcase>\n";
    }
}
