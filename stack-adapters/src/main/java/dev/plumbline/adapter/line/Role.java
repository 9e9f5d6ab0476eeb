package dev.plumbline.adapter.line;

/** What part a message has in a conversation: who says it, what comes after it, and what it ends. */
public enum Role {
    /** From the suite: {@code ok} or {@code refused} answers it, and in virtual time that ends the turn it opened. */
    CALL,
    /** From the suite: nothing answers it in real time; in virtual time {@code done} ends the turn it opened. */
    ORDER,
    /** From the suite: said before a turn, and opens none. */
    TIME,
    /** From the suite: what a program waits for after it has said an event, or asked for random octets. */
    REPLY,
    /** From the suite: the last line. */
    FAREWELL,
    /** From the program: the first line. */
    GREETING,
    /** From the program: what it says of itself before it is ready. */
    INTRODUCTION,
    /** From the program: the end of its introduction. */
    READY,
    /** From the program: the last line, at any time in virtual time. */
    GIVING_UP,
    /** From the program: the answer to a call. */
    ANSWER,
    /** From the program: in virtual time, the end of a turn that was no call. */
    DONE,
    /** From the program: in virtual time, the end of any turn in which the stack broke down. */
    BREAKDOWN,
    /** From the program: an application is told something; in virtual time the program waits for {@code go-on}. */
    EVENT,
    /** From the program: in virtual time, it waits for {@code numbers}. */
    QUESTION,
    /** From the program: it says so and goes on. */
    REMARK;

    /** Whether it is the suite that says it. */
    public boolean isFromTheSuite() {
        return compareTo(FAREWELL) <= 0;
    }

    /** Whether it gives the program its turn, in virtual time. */
    public boolean opensTurn() {
        return this == CALL || this == ORDER;
    }

    /** Whether it ends the program's turn, in virtual time. */
    public boolean endsTurn() {
        return this == ANSWER || this == DONE || this == BREAKDOWN;
    }
}
