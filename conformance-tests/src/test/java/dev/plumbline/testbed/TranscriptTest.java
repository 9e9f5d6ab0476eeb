package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stack that was left behind on its thread goes on writing while the suite reads. */
@Timeout(60)
class TranscriptTest {
    private final Transcript transcript = new Transcript(new VirtualTimeline());

    @Test
    void canBeReadWhileAnotherThreadWrites() throws InterruptedException {
        Thread writer = new Thread(() -> IntStream.range(0, 10_000).forEach(i -> transcript.note("again")));
        transcript.note("first");
        writer.start();
        while (writer.isAlive()) {
            int read = 0;
            for (Transcript.Entry entry : transcript.entries()) {
                read += entry.text().length();
            }
            assertThat(read).isPositive();
        }
        writer.join();
        assertThat(transcript.entries()).hasSize(10_001);
    }

    @Test
    void onceItIsSealedNothingIsAddedAndNobodyHearsOfIt() {
        List<Transcript.Entry> heard = new ArrayList<>();
        transcript.listen(heard::add);
        transcript.note("before");
        transcript.seal();
        transcript.note("after");
        assertThat(transcript.entries()).extracting(Transcript.Entry::text).containsExactly("before");
        assertThat(heard).isEqualTo(transcript.entries());
    }

    @Test
    void whatWasReadDoesNotGrow() {
        List<Transcript.Entry> before = transcript.entries();
        transcript.note("after");
        assertThat(before).isEmpty();
    }
}
