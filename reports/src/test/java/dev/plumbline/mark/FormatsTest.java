package dev.plumbline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each format as whoever reads it describes it; where, the format's class says. */
class FormatsTest {
    private static final Course COURSE = SampleMarks.course();
    private static final Mark GOOD = COURSE.marks().get(0);
    private static final Mark BAD = COURSE.marks().get(1);
    private static final Mark UNREADABLE = COURSE.marks().get(2);

    @Test
    void gradescopeAddsUpItsTestsAndHidesWhatIsHidden() throws JsonProcessingException {
        JsonNode bad = json(BAD, "gradescope.json");
        assertThat(fields(bad)).containsExactly("output", "visibility", "tests");
        assertThat(bad.path("output").textValue()).isEqualTo("DOES NOT CONFORM\nHS-1: it came <too> late & wrong");
        JsonNode first = bad.path("tests").get(0);
        assertThat(fields(first)).containsExactly("score", "max_score", "name", "number", "output", "visibility");
        assertThat(first.path("score").decimalValue()).isEqualByComparingTo("5");
        assertThat(first.path("max_score").isNumber()).isTrue();
        assertThat(first.path("number").textValue()).isEqualTo("1");
        assertThat(first.path("output").textValue()).startsWith("HS-1 failed: ");
        JsonNode hidden = bad.path("tests").get(1);
        assertThat(hidden.path("visibility").textValue()).isEqualTo("after_published");
        assertThat(hidden.path("output").textValue()).isEmpty();
    }

    /** Its reporter adds up scores and fails a job whose status is no pass. */
    @Test
    void classroomHasAStatusAndAScoreForEachTest() throws JsonProcessingException {
        JsonNode good = json(GOOD, "classroom.json");
        assertThat(good.path("version").intValue()).isEqualTo(1);
        assertThat(good.path("status").textValue()).isEqualTo("pass");
        assertThat(good.path("max_score").decimalValue()).hasToString("12.5");
        assertThat(good.path("tests")).allSatisfy(test -> {
            assertThat(fields(test)).containsExactly("name", "status", "score", "message");
            assertThat(test.path("status").textValue()).isEqualTo("pass");
        });
        assertThat(json(BAD, "classroom.json").path("status").textValue()).isEqualTo("fail");
    }

    @Test
    void submittyCountsWholePoints() throws JsonProcessingException {
        JsonNode good = json(GOOD, "submitty.json");
        assertThat(fields(good))
                .containsExactly("testcases", "automatic_grading_total", "nonhidden_automatic_grading_total");
        assertThat(good.path("automatic_grading_total").intValue()).isEqualTo(12);
        assertThat(good.path("nonhidden_automatic_grading_total").intValue()).isEqualTo(10);
        JsonNode unreadable =
                json(UNREADABLE, "submitty.json").path("testcases").get(0);
        assertThat(fields(unreadable))
                .containsExactly("test_name", "view_testcase", "autochecks", "testcase_message", "points_awarded");
        assertThat(unreadable.path("autochecks").get(0).path("messages"))
                .extracting(message -> message.path("message").textValue() + "|"
                        + message.path("type").textValue())
                .containsExactly("does not compile: A.java:1: no; & more|failure", "line 2|failure");
    }

    @Test
    void artemisIsToldWhyWhereSomethingIsNotSuccessful() throws JsonProcessingException {
        JsonNode good = json(GOOD, "customFeedbacks/1.json");
        assertThat(fields(good)).containsExactly("name", "successful");
        assertThat(good.path("successful").booleanValue()).isTrue();
        JsonNode bad = json(BAD, "customFeedbacks/1.json");
        assertThat(bad.path("successful").booleanValue()).isFalse();
        assertThat(bad.path("message").textValue()).startsWith("5.00 of 10 points\nHS-1 failed");
        assertThat(json(BAD, "customFeedbacks/2.json").path("message").textValue())
                .isEqualTo("0.00 of 2.5 points");
    }

    /** Whatever a name or a stack says, it is read again as it was. */
    @Test
    void junitsXmlHasASuiteForEachSubmissionAndATestCaseForEachCriterion() throws Exception {
        NodeList suites = xml(JunitXml.of(COURSE)).getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isEqualTo(3);
        Element bad = (Element) suites.item(1);
        assertThat(bad.getAttribute("name")).isEqualTo("b b\"<i>");
        assertThat(List.of("tests", "failures", "errors", "skipped"))
                .extracting(bad::getAttribute)
                .containsExactly("2", "2", "0", "0");
        Element hidden = (Element) bad.getElementsByTagName("testcase").item(1);
        assertThat(hidden.getAttribute("name")).isEqualTo("<b>UDP</b>");
        Element failure = (Element) bad.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("5.00 of 10 points");
        assertThat(failure.getTextContent()).isEqualTo("HS-1 failed: it came <too> late & wrong");
        assertThat(xml(Formats.of(GOOD).get("junit.xml")).getTagName()).isEqualTo("testsuite");
    }

    private static Element xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static JsonNode json(Mark mark, String file) throws JsonProcessingException {
        return new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(Formats.of(mark).get(file));
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
