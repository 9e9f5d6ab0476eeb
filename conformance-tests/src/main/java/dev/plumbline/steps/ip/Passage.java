package dev.plumbline.steps.ip;

import dev.plumbline.trial.Trial;
import java.util.Set;

/**
 * What a network does to the packets of one direction, counted from 0, where a trial has planned it.
 *
 * @param lost the numbers of those that are lost
 * @param twice the numbers of those that arrive twice
 */
public record Passage(Set<Integer> lost, Set<Integer> twice) {
    private static final Passage PERFECT = new Passage(Set.of(), Set.of());
    private static final String TO_PEER = "what becomes of packets on their way to the peer";
    private static final String TO_ENDPOINT = "what becomes of packets on their way to the endpoint";

    /** What was planned for the packets of the endpoint. */
    public static Passage toPeer(Trial t) {
        return t.maybe(TO_PEER, Passage.class).orElse(PERFECT);
    }

    /** What was planned for the packets of the peer. */
    public static Passage toEndpoint(Trial t) {
        return t.maybe(TO_ENDPOINT, Passage.class).orElse(PERFECT);
    }

    /** Plans for the packets of the endpoint. */
    public static void planToPeer(Trial t, Passage plan) {
        t.put(TO_PEER, plan);
    }

    /** Plans for the packets of the peer. */
    public static void planToEndpoint(Trial t, Passage plan) {
        t.put(TO_ENDPOINT, plan);
    }
}
