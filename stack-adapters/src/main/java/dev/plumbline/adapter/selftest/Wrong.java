package dev.plumbline.adapter.selftest;

/** Something is wrong that no single line shows. The message says what was expected. */
final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String expected) {
        super(expected);
    }
}
