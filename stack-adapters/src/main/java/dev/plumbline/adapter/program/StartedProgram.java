package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.TurnSession;

/**
 * A program that is ready to serve hosts.
 *
 * @param session the conversation with it
 * @param afterwards done when it has ended
 */
record StartedProgram(TurnSession session, Runnable afterwards) implements AutoCloseable {
    /** Ends the program, and removes what it left behind. */
    @Override
    public void close() {
        session.close();
        afterwards.run();
    }
}
