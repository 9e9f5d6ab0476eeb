package dev.plumbline.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioFilesTest {
    @Test
    void allOfAScenarioIsCalledAfterItAndLiesInNoFolderOfItsOwn() {
        String id = "lesson/ip/a-packet";
        assertThat(List.of(ScenarioFiles.capture(id), ScenarioFiles.ladder(id), ScenarioFiles.transcript(id)))
                .containsExactly(
                        "failures/lesson.ip.a-packet.pcapng",
                        "failures/lesson.ip.a-packet.svg",
                        "transcripts/lesson.ip.a-packet.txt");
    }
}
