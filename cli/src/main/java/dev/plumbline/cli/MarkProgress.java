package dev.plumbline.cli;

import dev.plumbline.mark.Mark;
import dev.plumbline.marking.Watcher;
import dev.plumbline.text.Shown;
import java.time.Duration;
import java.util.Locale;

/** How far a marking is: a line for each submission that is done, and on a terminal one that is written over. */
final class MarkProgress implements Watcher {
    private static final String ERASE = "\r\u001b[K";
    private static final int NAME = 24;
    private static final long MINUTE = 60;

    private final Screen screen;

    MarkProgress(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void done(Mark mark, int done, int of, Duration left) {
        close();
        screen.line(String.format(
                Locale.ROOT,
                "%4d/%d  %-" + NAME + "s %7s  %s",
                done,
                of,
                Shown.line(mark.submission().name()),
                mark.points().toPlainString(),
                Shown.line(mark.state().word() + (mark.remark().isEmpty() ? "" : "; " + mark.remark()))));
        if (screen.isTerminal() && done < of) {
            screen.out().print(done + "/" + of + ", about " + words(left) + " left");
            screen.out().flush();
        } else if (!screen.isTerminal() && done < of && done % 10 == 0) {
            screen.line("      about " + words(left) + " left");
        }
    }

    private static String words(Duration left) {
        long seconds = left.toSeconds();
        return seconds < MINUTE ? seconds + " s" : (seconds + MINUTE / 2) / MINUTE + " min";
    }

    /** Leaves the screen ready for what comes next. */
    void close() {
        if (screen.isTerminal()) {
            screen.out().print(ERASE);
            screen.out().flush();
        }
    }
}
