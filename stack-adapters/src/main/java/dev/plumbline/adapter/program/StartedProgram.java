package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.TurnSession;

/**
 * A program that is ready to serve hosts.
 *
 * @param session the conversation with it
 * @param workplace the folder that it works in
 */
record StartedProgram(TurnSession session, Workplace workplace) implements AutoCloseable {
    /** Ends the program, and removes what it left behind. */
    @Override
    public void close() {
        session.close();
        workplace.close();
    }
}
