package dev.plumbline.adapter.sandbox;

/**
 * What a program with all that it has started uses.
 *
 * @param processorNanos of processor time, so far
 * @param residentOctets of memory, now
 * @param wanting whether any of it runs, or would if there were a processor for it
 * @param blocked whether any of it waits for a disk; or for what looks like one, such as a child that has its memory (vfork(2))
 */
public record Load(long processorNanos, long residentOctets, boolean wanting, boolean blocked) {}
