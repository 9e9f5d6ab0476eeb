package dev.plumbline.adapter.processor;

import java.util.BitSet;

/** A set of processors, as system calls have it: a bit each (sched_setaffinity(2)). */
final class Mask {
    /** For 1024 processors. */
    static final int OCTETS = 128;

    private final BitSet processors;

    private Mask(BitSet processors) {
        this.processors = processors;
    }

    /** Of one. */
    static Mask of(int processor) {
        BitSet one = new BitSet();
        one.set(processor);
        return new Mask(one);
    }

    /** Of those whose bits are set. */
    static Mask of(byte[] octets) {
        return new Mask(BitSet.valueOf(octets));
    }

    byte[] octets() {
        byte[] octets = new byte[OCTETS];
        byte[] used = processors.toByteArray();
        System.arraycopy(used, 0, octets, 0, used.length);
        return octets;
    }

    boolean holds(int processor) {
        return processors.get(processor);
    }

    /** Whether there is more than one to choose from. */
    boolean isAChoice() {
        return processors.cardinality() > 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mask mask && mask.processors.equals(processors);
    }

    @Override
    public int hashCode() {
        return processors.hashCode();
    }

    @Override
    public String toString() {
        return processors.toString();
    }
}
