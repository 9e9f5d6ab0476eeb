package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trial;

/** What the peer does on a connection that is mostly idle (RFC 9293 section 3.8.4). */
enum IdleDeed implements Deed {
    /** So it is never idle for so long. */
    INTERRUPTS("sends an octet whenever that time is almost over");

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends an octet whenever that time is almost over";

    private final String words;

    IdleDeed(String words) {
        this.words = words;
    }

    @Override
    public void act(Trial t) {
        Idle.interrupt(t);
    }

    @Override
    public String toString() {
        return words;
    }
}
