package dev.plumbline.spi;

/** Whose time a stack lives in. */
public enum TimeBase {
    /** The host's: it knows no other time than {@link Environment#now} and {@link Environment#after}. */
    VIRTUAL,
    /** The real one, which nobody can turn forward: an operating system's kernel, say. */
    REAL
}
