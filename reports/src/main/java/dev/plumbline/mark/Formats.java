package dev.plumbline.mark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.text.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that programs for courses read, of one submission: each format has a class of its own, which says where it is described. */
public final class Formats {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Formats() {}

    /** The content of each file, by its name. */
    public static Map<String, String> of(Mark mark) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("gradescope.json", json(Gradescope.of(mark)));
        files.put("classroom.json", json(Classroom.of(mark)));
        files.put("submitty.json", json(Submitty.of(mark)));
        files.put("junit.xml", JunitXml.of(mark));
        List<Artemis.Feedback> feedback = Artemis.of(mark);
        for (int i = 0; i < feedback.size(); i++) {
            files.put("customFeedbacks/" + (i + 1) + ".json", json(feedback.get(i)));
        }
        return files;
    }

    private static String json(Object content) {
        try {
            return JSON.writeValueAsString(content) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why a criterion did not bring everything; what is hidden is not told, and what cannot be seen is written so that it can. */
    static String why(Mark mark, Mark.Earned each) {
        if (each.isFull()) {
            return "";
        }
        if (!mark.sentence().isEmpty() && each.lines().isEmpty()) {
            return mark.state().word() + ": " + Shown.lines(mark.sentence());
        }
        return each.hidden() ? "" : Shown.lines(String.join("\n", each.lines()));
    }

    /** What there is to say of the submission as a whole. */
    static String summary(Mark mark) {
        String state =
                mark.verdict() == null ? mark.state().word() : mark.verdict().words();
        return state + (mark.remark().isEmpty() ? "" : "\n" + Shown.lines(mark.remark()));
    }
}
