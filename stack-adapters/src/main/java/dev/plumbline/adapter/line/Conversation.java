package dev.plumbline.adapter.line;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.TimeBase;
import java.util.function.Consumer;

/** The suite's end of a conversation with one program, which may serve many hosts. */
public interface Conversation extends AutoCloseable {
    /** Whose time the program lives in. */
    TimeBase timeBase();

    /** Which version of the protocol the program speaks. */
    int version();

    /** Whether there is no use in going on. */
    boolean isBroken();

    /**
     * A number for a host, never used before in this conversation.
     *
     * @param sink hears what the program says about the host: in virtual time on the caller's thread and within its call, in
     *     real time on the reader's thread at any time
     */
    int attach(Host host, Consumer<LineMessage> sink);

    /** Nothing that the program says about the host is of interest any more. */
    void detach(int host);

    /**
     * Sends a message that is not answered.
     *
     * @throws StackBroken if there is no talking to the program
     */
    void tell(Verb verb, Object... values);

    /**
     * Sends a call and waits for its answer.
     *
     * @param values what follows the call number
     * @throws CallRefused if that is the answer
     * @throws StackBroken if there is none, or a wrong one
     */
    Words call(Verb verb, Object... values);

    /** Says goodbye, gives the program a moment to end, and ends it otherwise. */
    @Override
    void close();
}
