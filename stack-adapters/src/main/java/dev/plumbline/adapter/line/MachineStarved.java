package dev.plumbline.adapter.line;

/** The machine did not let a stack's program run: nothing can be said of the stack. */
public final class MachineStarved extends StackBroken {
    private static final long serialVersionUID = 1L;

    /** With a sentence about the machine, and what else is known. */
    MachineStarved(String sentence, String detail) {
        super(sentence, detail);
    }

    private MachineStarved(MachineStarved earlier) {
        super(earlier);
    }

    @Override
    StackBroken again() {
        return new MachineStarved(this);
    }

    @Override
    public boolean isTheStacksFault() {
        return false;
    }
}
