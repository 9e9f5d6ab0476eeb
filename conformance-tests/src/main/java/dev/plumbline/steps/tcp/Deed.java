package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;

/** Something that a peer does who is played by hand. */
public interface Deed {
    /** What only sets the scene for it: where that is not reached, nothing was judged. */
    default Expectation needs(Trial t) {
        return Expectation.NOTHING;
    }

    /** What it waits for before. */
    default Expectation before(Trial t) {
        return Expectation.NOTHING;
    }

    /** It does so. */
    void act(Trial t);

    /** What it waits for afterwards. */
    default Expectation after(Trial t) {
        return Expectation.NOTHING;
    }
}
