package dev.plumbline.steps.dns;

import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyDns;

/** For how long what a server says may be remembered (RFC 1035 section 3.2.1). */
enum Lifetime {
    ANY("any time to live") {
        @Override
        int seconds(Trial t) {
            return t.draw(TIME_TO_LIVE, AnyDns.timeToLive(t.world().timeline().base()));
        }
    },
    ZERO("a time to live of zero") {
        @Override
        int seconds(Trial t) {
            return 0;
        }
    },
    /** Where it does not matter. */
    FIVE_MINUTES("five minutes") {
        @Override
        int seconds(Trial t) {
            return 300;
        }
    };

    static final String TIME_TO_LIVE = "the time to live in seconds";

    private final String phrase;

    Lifetime(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    abstract int seconds(Trial t);
}
