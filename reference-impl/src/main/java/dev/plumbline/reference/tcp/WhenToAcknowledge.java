package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import java.time.Duration;

/**
 * When to send an ACK segment (RFC 9293 section 3.8.6.3): text in order is acknowledged with the next segment that leaves anyway,
 * or with the second segment of text that comes, or after a moment.
 */
public class WhenToAcknowledge {
    /** Must be less than half a second (RFC 9293 section 3.8.6.3, MUST-40); the same as in many stacks. */
    protected static final Duration DELAY = Duration.ofMillis(200);

    private static final int MOST_CHALLENGES = 10;
    private static final Duration CHALLENGES_IN = Duration.ofSeconds(5);

    private Duration challengedSince = Duration.ZERO;
    private int challenges;

    /** How long an acknowledgment may wait. */
    @Keeps("RFC9293/MUST-40")
    public Duration delay() {
        return DELAY;
    }

    /** Whether text that has come in order may wait for its acknowledgment: not if other text waits already. */
    @Keeps({"RFC9293/SHLD-18", "RFC9293/SHLD-19"})
    public boolean mayWait(Tcb tcb) {
        return !tcb.running.contains(TimerKind.DELAYED_ACK);
    }

    /** What may be forged is answered with what is expected next (RFC 5961 sections 3.2 and 4.2). */
    void challenge(Turn turn, Sender sender) {
        if (mayChallenge(turn.now)) {
            sender.acknowledge(turn);
        }
    }

    /** Whether it is challenged now: not as often as somebody else likes, but as in the example of RFC 5961 section 7. */
    @Keeps("RFC5961/THROTTLE")
    protected boolean mayChallenge(Duration now) {
        if (now.minus(challengedSince).compareTo(CHALLENGES_IN) >= 0) {
            challengedSince = now;
            challenges = 0;
        }
        challenges++;
        return challenges <= MOST_CHALLENGES;
    }
}
