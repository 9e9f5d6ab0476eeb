package dev.plumbline.mark;

/** How far the judging of a submission got. */
public enum State {
    /** It was judged by all that was asked for. */
    JUDGED("judged"),
    /** It was cut off when its time was used up. */
    OVER_BUDGET("ran out of time"),
    /** It is an archive, and cannot be unpacked, or must not be. */
    NOT_UNPACKED("cannot be unpacked"),
    /** Its sources are not right. */
    DOES_NOT_COMPILE("does not compile"),
    /** There is no stack in it that could be started. */
    NO_STACK("no stack that starts"),
    /** There is nothing in it. */
    EMPTY("empty"),
    /** The list names it, and it is not there. */
    MISSING("not handed in"),
    /** The suite or this machine failed: says nothing about the submission. */
    BROKE("could not be judged");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /** As people read it. */
    public String word() {
        return word;
    }
}
