package dev.plumbline.testbed;

import java.time.Duration;

/**
 * A stack threw something out of a method that must not throw.
 *
 * @param at when, since the timeline began
 * @param during what the testbed had asked it to do, in words
 * @param cause what it threw
 */
public record Crash(Duration at, String during, Throwable cause) {}
