package dev.plumbline.spi;

import java.util.Collection;

/**
 * Several providers under one service entry, for those who come in numbers: variants of a stack, or stacks made wrong on purpose.
 * Found with {@link java.util.ServiceLoader}, under {@code META-INF/services/dev.plumbline.spi.StackFamily}.
 */
public interface StackFamily {
    /** Its members, each with a name of its own. */
    Collection<? extends StackProvider> members();
}
