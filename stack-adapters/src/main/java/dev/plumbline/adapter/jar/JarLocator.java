package dev.plumbline.adapter.jar;

import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import java.util.Optional;

/** Finds the stack in a jar or a folder: {@code jar:PATH}, or {@code jar:PATH#NAME} if there are several in it. */
public final class JarLocator implements StackLocator {
    private static final String PREFIX = "jar:";

    @Override
    public String usage() {
        return "jar:PATH  the stack in a jar, or in a folder of classes or jars; jar:PATH#NAME if there are several in it";
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String path = name.substring(PREFIX.length());
        int hash = path.indexOf('#');
        return Optional.of(
                hash < 0
                        ? RunnerProgram.provider(name, () -> StackFiles.at(path), "")
                        : RunnerProgram.provider(
                                name, () -> StackFiles.at(path.substring(0, hash)), path.substring(hash + 1)));
    }
}
