package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cause.Causes;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForewordTest {
    private static final String EVERY_PACKET = "RFC791/HEADER";

    @Test
    void aStackThatNothingHasLeftIsToldSo() {
        SampleRun run = failing().law(EVERY_PACKET, "Laws").failing("a", "A-1", "nothing came", "A-1");
        assertThat(of(run.end(1)))
                .singleElement()
                .asString()
                .startsWith("Not one packet has left this stack in the whole run, though ");
    }

    @Test
    void oneThatThrewBeforeItCouldSendAnythingIsToldThatOnly() {
        SampleRun run = new SampleRun("x").planned(1).requirement("A-2", Level.LESSON, "S", 1);
        assertThat(of(run.law(EVERY_PACKET, "Laws")
                        .crashing("b", "A-2", "it threw while booting", "org.example.Mine.<init>(Mine.java:7)")
                        .end(1)))
                .isEmpty();
    }

    @Test
    void oneThatHasSentAnythingIsNot() {
        SampleRun run = failing().law(EVERY_PACKET, "Laws").failing("a", "A-1", "nothing came", "A-1");
        assertThat(of(run.watched("b", EVERY_PACKET).end(2))).isEmpty();
    }

    @Test
    void thatItThrewElsewhereIsToldBeforeWhatDidNotHappen() {
        SampleRun run = failing()
                .requirement("A-2", Level.LESSON, "S", 1)
                .failing("a", "A-1", "this did not happen: it answers", "A-1")
                .crashing(
                        "b",
                        "A-2",
                        "the stack threw it while receiving a datagram",
                        "org.example.Mine.receive(Mine.java:7)");
        assertThat(of(run.end(2)))
                .containsExactly("In 1 scenario the stack broke down; in the first the stack threw it while receiving a"
                        + " datagram, in org.example.Mine.receive(Mine.java:7). It may be why other"
                        + " things go wrong, or come of them.");
    }

    @Test
    void andBeforeWhatIsWrongWithAPacketForTheyMayBeOne() {
        SampleRun run = failing()
                .requirement("A-2", Level.LESSON, "S", 1)
                .failing("a", "A-1", "the endpoint sent something wrong: it has no ACK", "A-1")
                .crashing("b", "A-2", "the stack threw it", "org.example.Mine.receive(Mine.java:7)");
        assertThat(of(run.end(2))).singleElement().asString().startsWith("In 1 scenario the stack broke down;");
    }

    @Test
    void whereThatIsWhatIsToldFirstItIsToldOnce() {
        SampleRun run = new SampleRun("x").planned(1).requirement("A-2", Level.LESSON, "S", 1);
        assertThat(of(run.crashing("b", "A-2", "it threw", "org.example.Mine.receive(Mine.java:7)")
                        .end(1)))
                .isEmpty();
    }

    @Test
    void whatIsExactlyKnownElsewhereIsToldBeforeWhatDidNotHappen() {
        SampleRun run = failing()
                .requirement("A-2", Level.LESSON, "S", 3)
                .failing("a", "A-1", "this did not happen: it answers", "A-1")
                .explained("b", "A-2", "it acknowledges 7, which is 9 too high: its octets are the wrong way round")
                .explained("c", "A-2", "it acknowledges 8, which is 2 too low: an octet was taken for negative")
                .explained("d", "A-2", "it acknowledges 9, which is 3 too low: an octet was taken for negative");
        assertThat(of(run.end(4)))
                .containsExactly("In 2 scenarios what came is exactly what a well-known mistake makes; in the first it"
                        + " acknowledges 8, which is 2 too low: an octet was taken for negative. It may be why"
                        + " other things go wrong.");
    }

    @Test
    void andNotWhereItIsOneTooManyWhichHasMoreReasons() {
        SampleRun run = failing()
                .requirement("A-2", Level.LESSON, "S", 1)
                .failing("a", "A-1", "this did not happen: it answers", "A-1")
                .explained("b", "A-2", "it acknowledges 7, which is 1 too low: the SYN was not counted");
        assertThat(of(run.end(2))).isEmpty();
    }

    @Test
    void andNotWhereWhatIsToldFirstIsKnownItself() {
        SampleRun run = failing()
                .requirement("A-2", Level.LESSON, "S", 1)
                .explained("a", "A-1", "it acknowledges 8, which is 2 too low: an octet was taken for negative")
                .explained("b", "A-2", "it acknowledges 7, which is 9 too high: its octets are the wrong way round");
        assertThat(of(run.end(2))).isEmpty();
    }

    private static SampleRun failing() {
        return new SampleRun("x").planned(2).requirement("A-1", Level.LESSON, "S", 1);
    }

    private static List<String> of(SampleRun run) {
        Judgement judgement = run.judgement();
        return Foreword.of(judgement, Causes.of(judgement));
    }
}
