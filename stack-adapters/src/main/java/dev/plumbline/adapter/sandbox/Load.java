package dev.plumbline.adapter.sandbox;

/**
 * What a program with all that it has started uses.
 *
 * @param processorNanos of processor time, so far
 * @param residentOctets of memory, now
 * @param wanting whether any of it runs, or would if the machine let it: it waits for a processor or for a disk
 */
public record Load(long processorNanos, long residentOctets, boolean wanting) {}
