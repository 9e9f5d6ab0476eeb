package dev.plumbline.suite;

import dev.plumbline.spi.Capability;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stack that can be judged.
 *
 * @param name as it is typed after {@code --stack}
 * @param capabilities what it claims
 * @param unavailable why it cannot run here; null if it can
 */
public record StackInfo(
        String name, Set<Capability> capabilities, @Nullable String unavailable) {}
