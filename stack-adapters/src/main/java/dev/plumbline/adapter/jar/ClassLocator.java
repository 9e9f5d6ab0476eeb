package dev.plumbline.adapter.jar;

import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import java.util.Optional;

/** Finds the stack of a provider's class on this JVM's class path, and runs it in a JVM of its own: {@code class:NAME}. */
public final class ClassLocator implements StackLocator {
    private static final String PREFIX = "class:";

    @Override
    public String usage() {
        return "class:NAME  the stack of a provider's class on the class path";
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        return name.startsWith(PREFIX)
                ? Optional.of(RunnerProgram.provider(
                        name, () -> SuitesOwn.leftOut(StackFiles.ofThisJvm(), name.substring(PREFIX.length())), name))
                : Optional.empty();
    }
}
