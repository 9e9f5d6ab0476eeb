package dev.plumbline.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.results.ScenarioInfo;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RubricReaderTest {
    private static final List<ScenarioInfo> ALL = List.of(
            SampleMarks.info("lesson/tcp", "one", "HS-1"),
            SampleMarks.info("lesson/tcp", "two", "HS-1", "UDP-1"),
            SampleMarks.info("lesson/udp", "three", "UDP-1"));

    private final RubricReader reader = new RubricReader(SampleMarks.CATALOGUE, RubricReaderTest::selected);

    /** An expression is empty, or the file of the scenarios. */
    private static List<ScenarioInfo> selected(String tags) {
        return ALL.stream()
                .filter(scenario -> tags.isEmpty()
                        || tags.equals("tier/lesson")
                        || scenario.file().equals(tags))
                .toList();
    }

    @Test
    void anEntryIsAboutRequirementsALevelOrATag() {
        Rubric rubric = read("""
                {"title": "A course", "tries": 10, "points": [
                  {"name": "By name", "points": 2.5, "requirements": ["HS-1", "HS-2"]},
                  {"name": "By level", "points": 3, "level": "must", "partial": true},
                  {"name": "By tag", "points": 4, "tag": "lesson/tcp", "hidden": true}]}""");

        assertThat(rubric.title()).isEqualTo("A course");
        assertThat(rubric.tries()).isEqualTo(10);
        assertThat(rubric.max()).hasToString("9.5");
        assertThat(rubric.criteria().get(0).items())
                .containsExactly(new Criterion.Item("HS-1"), new Criterion.Item("HS-2"));
        assertThat(rubric.criteria().get(1).items()).containsExactly(new Criterion.Item("UDP-1"));
        assertThat(rubric.criteria().get(1).partial()).isTrue();
        assertThat(rubric.criteria().get(2).items())
                .containsExactly(
                        new Criterion.Item("HS-1", Set.of("lesson/tcp/one", "lesson/tcp/two")),
                        new Criterion.Item("UDP-1", Set.of("lesson/tcp/two")));
        assertThat(rubric.criteria().get(2).hidden()).isTrue();
    }

    /** HS-2 is of the lesson, but nothing that is played is about it. */
    @Test
    void aLevelIsWhatIsPlayedOfIt() {
        assertThat(reader.usual().criteria())
                .singleElement()
                .satisfies(lesson -> assertThat(lesson.items()).containsExactly(new Criterion.Item("HS-1")));
    }

    @Test
    void whatCannotBeIsToldWithItsPlace() {
        refuses("{}", "there must be a list 'points'");
        refuses("{\"pionts\": []}", "the rubric has a field 'pionts'");
        refusesEntry("\"points\": 1, \"level\": \"MUST\"", "needs a 'name'");
        refusesEntry("\"name\": \"A\", \"level\": \"MUST\"", "the entry 'A' needs 'points', a number above 0");
        refusesEntry("\"name\": \"A\", \"points\": 1", "the entry 'A' must have one of [level, requirements, tag]");
        refusesEntry("\"name\": \"A\", \"points\": 1, \"tag\": \"x\", \"level\": \"MUST\"", "and has level and tag");
        refusesEntry("\"name\": \"A\", \"points\": 1, \"level\": \"WILL\"", "the level 'WILL'; there are [LESSON,");
        refusesEntry("\"name\": \"A\", \"points\": 1, \"tag\": \"dns\"", "is about nothing that is played");
        refusesEntry(
                "\"name\": \"A\", \"points\": 1, \"requirements\": [\"HS-9\"]",
                "names HS-9, which the catalogue does not have");
    }

    /** Artemis knows a test case by its name alone. */
    @Test
    void eachEntryHasANameOfItsOwn() {
        String entry = "{\"name\": \"A\", \"points\": 1, \"requirements\": [\"HS-1\"]}";
        refuses("{\"points\": [" + entry + "," + entry + "]}", "two entries have the name 'A'");
    }

    private void refusesEntry(String entry, String words) {
        refuses("{\"points\": [{" + entry + "}]}", words);
    }

    private void refuses(String text, String words) {
        assertThatExceptionOfType(BadRubric.class).isThrownBy(() -> read(text)).withMessageContaining(words);
    }

    private Rubric read(String text) {
        try {
            return reader.read(new ObjectMapper().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
