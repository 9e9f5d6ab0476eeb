package dev.plumbline.suite;

/**
 * How a run ended.
 *
 * @param scenarios how many scenarios have a result
 * @param complete whether all that were planned have one
 */
public record RunOutcome(int scenarios, boolean complete) {}
