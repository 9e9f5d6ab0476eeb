package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;

/** How the endpoint repairs a loss of which duplicate acknowledgments tell (RFC 5681 section 3.2, RFC 6582 section 3.2). */
enum RecoveryHabit implements Habit {
    /** RFC 5681 section 3.2, step 2. One segment makes the difference, so nothing of it may be hidden by a machine that is busy. */
    HALVES_FLIGHT("goes on with half of what was under way before the duplicates") {
        @Override
        public void judge(Trial t) {
            String excess = new Repair(t).excess();
            Habit.require(
                    excess.isEmpty(),
                    "when the loss was repaired the endpoint put more under way than half of what was when it was noticed",
                    "at most half of that, without what limited transmit has sent since (RFC 5681 section 3.2, step 2)",
                    excess);
        }
    },
    /** RFC 5681 section 3.2, steps 3 and 4. */
    CONSERVES("puts no more under way while it repairs than duplicates allow") {
        @Override
        public void judge(Trial t) {
            String excess = new Inflation(t).excess();
            Habit.require(
                    excess.isEmpty(),
                    "while the loss was repaired the endpoint put more under way than had left the network",
                    "half of what was under way, three segments, and one more for each further duplicate (RFC 5681 section 3.2, steps"
                            + " 3 and 4), less what is acknowledged meanwhile (RFC 6582 section 3.2, step 3)",
                    excess);
        }
    },
    /**
     * RFC 6582 section 3.2, step 3, full acknowledgments; who needs a timeout may go back as far as it likes, and where time is
     * real a machine may be so busy that there is one.
     */
    NOTHING_ELSE("sends nothing again but the lost segment") {
        @Override
        public void judge(Trial t) {
            List<Crossing> sent = Crossing.sent(t)
                    .filter(crossing -> !crossing.segment().payload().isEmpty())
                    .toList();
            for (int i = 0; i < sent.size() && isPrompt(t); i++) {
                Duration since = sinceSent(sent, i);
                Habit.require(
                        Repair.isOfLost(t, sent.get(i).segment()) || since.compareTo(NO_TIMEOUT) >= 0,
                        "the endpoint sent a segment again that nobody had missed",
                        "only the lost segment: the repair is over when all is acknowledged that was under way when the loss was"
                                + " noticed (RFC 6582 section 3.2, step 3), and without a sign of a loss nothing is sent again before a"
                                + " timeout has passed (RFC 6298 section 5)",
                        sent.get(i).segment() + " once more after " + since.toMillis() + " ms");
            }
        }

        /** How long ago the first octet of a segment was on the wire before; for ever, if it was not. */
        private Duration sinceSent(List<Crossing> sent, int which) {
            Crossing now = sent.get(which);
            return sent.subList(0, which).stream()
                    .filter(before -> now.segment()
                            .seq()
                            .isWithin(
                                    before.segment().seq(),
                                    before.segment().payload().length()))
                    .map(before -> now.at().minus(before.at()))
                    .reduce((first, last) -> last)
                    .orElse(Duration.ofDays(1));
        }
    },
    /** RFC 6582 section 3.2, step 3, partial acknowledgments. On a busy machine a pause is no timeout. */
    GOES_ON("sends each of the others again as soon as the one before has come") {
        @Override
        public void judge(Trial t) {
            Duration last = Sendings.of(t, Talk.of(t).gap().from()).time(2);
            for (Crossing crossing : Crossing.all(t)) {
                boolean later = isPrompt(t) && crossing.at().compareTo(last) > 0;
                Habit.require(
                        !later || crossing.at().minus(last).compareTo(NO_TIMEOUT) < 0,
                        "the endpoint waited for a timeout, though its peer had acknowledged a part of what it missed",
                        "the next segment that is missing, at once: an acknowledgment of only a part of what was under way says that"
                                + " another one is lost (RFC 6582 section 3.2, step 3)",
                        "nothing between " + last.toMillis() + " ms and "
                                + crossing.at().toMillis() + " ms; then " + crossing.segment());
                last = later ? crossing.at() : last;
            }
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "goes on with half of what was under way before the duplicates|puts no more under way while it repairs than duplicates allow|sends nothing again but the lost segment"
                    + "|sends each of the others again as soon as the one before has come";

    private final String words;

    RecoveryHabit(String words) {
        this.words = words;
    }

    /** Whether no timeout, but duplicates told of the loss: a fast retransmit is only a SHOULD (RFC 5681 section 3.2). */
    private static boolean isPrompt(Trial t) {
        return Sendings.of(t, Talk.of(t).gap().from()).firstInterval().compareTo(NO_TIMEOUT) < 0;
    }

    @Override
    public Expectation seen(Trial t) {
        return Side.PEER.receivesEverything(t);
    }

    @Override
    public String toString() {
        return words;
    }
}
