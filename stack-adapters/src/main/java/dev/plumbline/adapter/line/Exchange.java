package dev.plumbline.adapter.line;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines between the suite and a program, and what the program has still to say: for whoever looks for a mistake. */
final class Exchange {
    private static final int KEPT = 8;

    private final Object[] lines = new Object[KEPT];
    private final Ear ear;
    private final Deque<LineMessage> turns = new ArrayDeque<>();
    private boolean greeted;
    private boolean ready;
    private int count;

    Exchange(Ear ear) {
        this.ear = ear;
    }

    void said(LineMessage message) {
        keep(message);
        if (message.verb().role().opensTurn()) {
            turns.push(message);
        }
    }

    void heard(String line) {
        keep(line);
    }

    void understood(LineMessage message) {
        greeted = true;
        Role role = message.verb().role();
        ready |= role == Role.READY;
        if (role.endsTurn() && !turns.isEmpty()) {
            turns.pop();
        }
    }

    private void keep(Object line) {
        lines[count % KEPT] = line;
        count++;
        if (!ear.isUsual()) {
            ear.lines().accept(shown(line));
        }
    }

    /** What it has to say to be right, if it says nothing. */
    String awaited() {
        if (!greeted) {
            return "its greeting, 'plumbline " + LineMessage.VERSION + " virtual-time'";
        }
        LineMessage turn = turns.peek();
        if (turn == null) {
            return ready ? "nothing" : "'ready'";
        }
        return turn.verb().role() == Role.CALL
                ? "'ok' or 'refused' with the number of the call, '"
                        + turn.verb().word() + "'"
                : "'done', which ends the turn of '" + turn.verb().word() + "'";
    }

    /** The lines, one below the other; {@code >} is to the program. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, count - KEPT); i < count; i++) {
            text.append(MalformedLine.excerpt(shown(lines[i % KEPT]))).append('\n');
        }
        return text.toString();
    }

    private static String shown(Object line) {
        return line instanceof LineMessage message ? "> " + message.format() : "< " + line;
    }
}
