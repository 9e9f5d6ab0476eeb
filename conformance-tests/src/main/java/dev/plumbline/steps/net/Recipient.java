package dev.plumbline.steps.net;

import dev.plumbline.trial.Trial;

/** Which of a router's peers a packet must get to. */
public enum Recipient {
    SECOND("the second peer") {
        @Override
        int number(Trial t) {
            return 1;
        }
    },
    LONGEST_PREFIX("the peer that the longest prefix leads to") {
        @Override
        int number(Trial t) {
            return RouterScene.of(t).peerOfLongest();
        }
    };

    private final String words;

    Recipient(String words) {
        this.words = words;
    }

    /** Its number; the first peer is number 0. */
    abstract int number(Trial t);

    @Override
    public String toString() {
        return words;
    }
}
