package dev.plumbline.adapter.selftest;

/**
 * What one check has found.
 *
 * @param check its name
 * @param detail what was right or wrong, lines quoted; may be of many lines
 */
public record Judged(String check, State state, String detail) {
    /** How it ended. */
    public enum State {
        /** All right. */
        OK("ok"),
        /** The program does not keep to the protocol. */
        MISTAKE("MISTAKE"),
        /** The stack does not claim what it is about. */
        NOT_CLAIMED("not claimed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** In words. */
        public String word() {
            return word;
        }
    }
}
