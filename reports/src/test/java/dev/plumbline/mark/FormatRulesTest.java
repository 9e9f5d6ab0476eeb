package dev.plumbline.mark;

import static dev.plumbline.mark.Shape.array;
import static dev.plumbline.mark.Shape.number;
import static dev.plumbline.mark.Shape.object;
import static dev.plumbline.mark.Shape.oneOf;
import static dev.plumbline.mark.Shape.text;
import static dev.plumbline.mark.Shape.truth;
import static dev.plumbline.mark.Shape.whole;
import static dev.plumbline.mark.Shape.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/**
 * Each format by the rules of whoever reads it, for submissions in each state, and whatever a stack or a name says. A rule that cannot
 * fail is none: each is broken once, too.
 */
class FormatRulesTest {
    /**
     * Gradescope's own description (https://gradescope-autograders.readthedocs.io/en/latest/specs/, "Output format" and "Controlling
     * test case visibility"). A score is needed for the whole or for each test; ours is each test's, for the whole's would override them.
     */
    private static final Shape GRADESCOPE = object().maybe("output", text())
            .maybe("visibility", visibility())
            .maybe("stdout_visibility", visibility())
            .maybe("execution_time", number())
            .with(
                    "tests",
                    array(object().with("score", number())
                            .maybe("max_score", number())
                            .maybe("name", text())
                            .maybe("number", text())
                            .maybe("output", text())
                            .maybe("tags", array(text()))
                            .maybe("visibility", visibility())));

    /**
     * What GitHub Classroom's reporter reads (https://github.com/classroom-resources/autograding-grading-reporter, src/main.js,
     * src/console-results.js and src/notify-classroom.js): scores are added up, so each must be a number, and the states are three.
     */
    private static final Shape CLASSROOM = object().with("version", whole())
            .with("status", status())
            .with("max_score", number())
            .with(
                    "tests",
                    array(object().with("name", words())
                            .with("status", status())
                            .with("score", number())
                            .with("message", text())));

    /**
     * What Submitty's grader writes (https://github.com/Submitty/Submitty, grading/main_validator.cpp, {@code WriteToResultsJSON},
     * {@code ValidateAutoCheck} and {@code validateTestCases}): points are whole, and an autocheck has at least one message, whose types
     * are four.
     */
    private static final Shape SUBMITTY = object().with(
                    "testcases",
                    array(object().with("test_name", words())
                            .maybe("view_testcase", truth())
                            .maybe(
                                    "autochecks",
                                    array(object().with("description", words())
                                            .with(
                                                    "messages",
                                                    array(object().with("message", words())
                                                            .with(
                                                                    "type",
                                                                    oneOf(
                                                                            "failure",
                                                                            "warning",
                                                                            "success",
                                                                            "information"))))))
                            .maybe("testcase_label", words())
                            .maybe("testcase_message", words())
                            .with("points_awarded", whole())))
            .with("automatic_grading_total", whole())
            .with("nonhidden_automatic_grading_total", whole());

    /**
     * What Artemis accepts (https://github.com/ls1intum/Artemis, {@code CustomFeedbackParser.validateCustomFeedback}): a name that is not
     * blank; and a message where it was not successful, see {@link #whoIsNotSuccessfulIsToldWhy}.
     */
    private static final Shape ARTEMIS =
            object().with("name", words()).with("successful", truth()).maybe("message", words());

    private static final Map<String, Shape> SHAPES = Map.of(
            "gradescope.json", GRADESCOPE,
            "classroom.json", CLASSROOM,
            "submitty.json", SUBMITTY,
            "customFeedbacks/1.json", ARTEMIS,
            "customFeedbacks/2.json", ARTEMIS);

    /** Of what a stack may say; none of the last four may stand in XML 1.0, not even as a reference. */
    private static final String ODD = "<i>]]>&amp; \" ' 과제 \uD83D\uDE00 \u0000\u001b[31m\uD800\uFFFE";

    private static Shape visibility() {
        return oneOf("hidden", "after_due_date", "after_published", "visible");
    }

    private static Shape status() {
        return oneOf("pass", "fail", "error");
    }

    static Stream<Mark> marks() {
        Course course = SampleMarks.course();
        Submission odd = new Submission("id " + ODD, "name " + ODD);
        Rubric rubric = SampleMarks.rubric(
                SampleMarks.handshake(10, true),
                new Criterion("Odd " + ODD, new BigDecimal("2.5"), false, true, List.of(new Criterion.Item("UDP-1"))));
        Grader grader = new Grader(rubric);
        return Stream.concat(
                course.marks().stream(),
                Arrays.stream(State.values())
                        .filter(state -> state != State.JUDGED)
                        .map(state -> grader.notJudged(odd, state, ODD + "\nline 2\r\n\r\nline 4")));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void eachFileIsAsItsReaderWantsIt(Mark mark) throws JsonProcessingException {
        Map<String, String> files = new TreeMap<>(Formats.of(mark));
        assertThat(valid(files.remove("junit.xml"))).isEmpty();
        assertThat(files).containsOnlyKeys(SHAPES.keySet());
        for (Map.Entry<String, String> file : files.entrySet()) {
            JsonNode content = new ObjectMapper().readTree(file.getValue());
            assertThat(SHAPES.get(file.getKey()).complaints(content))
                    .as(file.getKey() + file.getValue())
                    .isEmpty();
            assertThat(told(content)).noneMatch(text -> text.contains("\u001b") || text.contains("\0"));
        }
    }

    /** What is shown of what a stack may have said; names are the rubric's. */
    private static List<String> told(JsonNode content) {
        return Stream.of("output", "message")
                .flatMap(field -> content.findValuesAsText(field).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("marks")
    void whoIsNotSuccessfulIsToldWhy(Mark mark) throws JsonProcessingException {
        for (int i = 1; i <= mark.criteria().size(); i++) {
            JsonNode feedback = new ObjectMapper().readTree(Formats.of(mark).get("customFeedbacks/" + i + ".json"));
            assertThat(feedback.path("successful").booleanValue() || feedback.has("message"))
                    .isTrue();
        }
    }

    /** Submitty shows what is not hidden, and adds both up. */
    @ParameterizedTest
    @MethodSource("marks")
    void sumsAreSumsOfWhatTheyStandFor(Mark mark) throws JsonProcessingException {
        JsonNode submitty = new ObjectMapper().readTree(Formats.of(mark).get("submitty.json"));
        int all = 0;
        int shown = 0;
        for (JsonNode test : submitty.path("testcases")) {
            all += test.path("points_awarded").intValue();
            shown += test.path("view_testcase").booleanValue()
                    ? test.path("points_awarded").intValue()
                    : 0;
        }
        assertThat(submitty.path("automatic_grading_total").intValue()).isEqualTo(all);
        assertThat(submitty.path("nonhidden_automatic_grading_total").intValue())
                .isEqualTo(shown);
        JsonNode classroom = new ObjectMapper().readTree(Formats.of(mark).get("classroom.json"));
        assertThat(classroom.path("max_score").decimalValue()).isEqualByComparingTo(mark.max());
    }

    @Test
    void theClassIsASuiteForEach() {
        assertThat(valid(JunitXml.of(SampleMarks.course()))).isEmpty();
        List<Mark> odd = marks().toList();
        Rubric titled = new Rubric(ODD, "", 1, SampleMarks.course().rubric().criteria());
        assertThat(valid(JunitXml.of(new Course(titled, 7, "", odd)))).isEmpty();
    }

    /** Each field that is taken away, or becomes something else, is missed. */
    @Test
    void eachRuleOfTheJsonCanFail() throws JsonProcessingException {
        Mark mark = SampleMarks.course().marks().get(2);
        for (Map.Entry<String, String> file : Formats.of(mark).entrySet()) {
            if (file.getKey().endsWith(".json")) {
                Shape shape = Objects.requireNonNull(SHAPES.get(file.getKey()));
                for (ObjectNode broken : broken(new ObjectMapper().readTree(file.getValue()))) {
                    assertThat(shape.complaints(broken))
                            .as(broken.toPrettyString())
                            .isNotEmpty();
                }
            }
        }
    }

    /** The tree with one value in it made another, in each place. */
    private static List<ObjectNode> broken(JsonNode whole) {
        List<ObjectNode> all = new ArrayList<>();
        for (int place = 0; change(whole.deepCopy(), new int[] {place}); place++) {
            ObjectNode copy = whole.deepCopy();
            change(copy, new int[] {place});
            all.add(copy);
        }
        ObjectNode more = whole.deepCopy();
        all.add(more.put("more", 1));
        return all;
    }

    /** Changes the value in this place of all, and tells whether there is one. */
    private static boolean change(JsonNode node, int[] place) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
                String name = names.next();
                if (place[0]-- == 0) {
                    object.set(name, new ObjectMapper().createArrayNode().add(1));
                    return true;
                }
                if (change(object.get(name), place)) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (JsonNode each : array) {
                if (change(each, place)) {
                    return true;
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @MethodSource("replacements")
    void eachRuleOfTheXmlCanFail(String what, String other) {
        String right = JunitXml.of(SampleMarks.course());
        assertThat(right).contains(what);
        assertThat(valid(right.replace(what, other))).as(other).isNotEmpty();
    }

    static Stream<String[]> replacements() {
        return Stream.of(
                new String[] {" tests=", " test="},
                new String[] {" skipped=\"0\"", ""},
                new String[] {" type=\"points\"", ""},
                new String[] {" classname=", " class="},
                new String[] {" time=\"0\"", " time=\"soon\""},
                new String[] {"<properties>", "<properties><i/>"},
                new String[] {"testcase", "case"},
                new String[] {"testsuites", "suites"},
                new String[] {"<failure", "<skipped/><failure"});
    }

    /** What does not fit; empty if all does. */
    private static String valid(String xml) {
        try {
            schema().newValidator().validate(new StreamSource(new StringReader(xml)));
            return "";
        } catch (SAXException | IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Schema schema() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Objects.requireNonNull(FormatRulesTest.class.getResource("junit.xsd")));
    }
}
