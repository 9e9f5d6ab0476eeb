package dev.plumbline.mark;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What Artemis takes beside JUnit's XML: a JSON file for each test case in a folder {@code customFeedbacks}
 * (https://github.com/ls1intum/Artemis, {@code de.tum.cit.aet.artemis.buildagent.dto.testsuite.CustomFeedback}; a message is needed where it
 * was not successful). Artemis gives the points: its test cases have the names of the criteria.
 */
final class Artemis {
    private Artemis() {}

    /** A criterion. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Feedback(String name, boolean successful, String message) {}

    static List<Feedback> of(Mark mark) {
        return mark.criteria().stream()
                .map(each -> new Feedback(each.name(), each.isFull(), message(mark, each)))
                .toList();
    }

    private static String message(Mark mark, Mark.Earned each) {
        if (each.isFull()) {
            return "";
        }
        String points = each.points().toPlainString() + " of " + each.max().toPlainString() + " points";
        String why = Formats.why(mark, each);
        return why.isEmpty() ? points : points + "\n" + why;
    }
}
