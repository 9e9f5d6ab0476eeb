package dev.plumbline.adapter.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static final StackTraceElement MINE = new StackTraceElement("org.example.Mine", "receive", "Mine.java", 7);
    private static final StackTraceElement RUNNERS =
            new StackTraceElement("dev.plumbline.adapter.runner.Guest", "heed", "Guest.java", 40);

    @Test
    void theLastPlaceIsToldAndTheRestStaysApart() {
        String errors = "hello\n" + note(RUNNERS) + "between\n" + note(MINE, RUNNERS) + "bye";
        Whereabouts read = Whereabouts.in(errors);
        assertThat(read.place()).isEqualTo("running\n    at org.example.Mine.receive(Mine.java:7)");
        assertThat(read.rest()).isEqualTo("hello\nbetween\nbye");
    }

    @Test
    void whoHasToldNoneIsNowhere() {
        assertThat(Whereabouts.in("hello\n")).isEqualTo(new Whereabouts("", "hello"));
        assertThat(Whereabouts.in("")).isEqualTo(new Whereabouts("", ""));
    }

    @Test
    void deepOnesAreCut() {
        StackTraceElement[] deep = new StackTraceElement[1000];
        Arrays.fill(deep, new StackTraceElement("a".repeat(10_000), "b", "C.java", 1));
        String note = Whereabouts.note(Thread.State.WAITING, deep);
        assertThat(note).contains("waiting\n", "    ... 976 more\n").hasSizeLessThan(10_000);
    }

    private static String note(StackTraceElement... trace) {
        return Whereabouts.note(Thread.State.RUNNABLE, trace);
    }
}
