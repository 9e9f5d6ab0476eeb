package dev.plumbline.marking;

import dev.plumbline.mark.Mark;
import java.time.Duration;

/** Somebody who wants to know how far a marking is. */
public interface Watcher {
    /** A submission is done; several threads tell, one at a time. */
    void done(Mark mark, int done, int of, Duration left);
}
