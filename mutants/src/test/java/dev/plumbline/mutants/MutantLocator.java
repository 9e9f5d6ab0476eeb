package dev.plumbline.mutants;

import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the mutants that are being hunted in this JVM: {@code mutant:NUMBER}. */
public final class MutantLocator implements StackLocator {
    private static final String PREFIX = "mutant:";
    private static final Map<String, MutantLoader> LOADED = new ConcurrentHashMap<>();

    /** Has a stack found under the name that is returned, until it is withdrawn. */
    static String offer(MutantLoader loader) {
        String name = PREFIX + System.identityHashCode(loader) + "-"
                + Thread.currentThread().getId();
        LOADED.put(name, loader);
        return name;
    }

    static void withdraw(String name) {
        LOADED.remove(name);
    }

    @Override
    public String usage() {
        return PREFIX + "NUMBER  a mutant that is being hunted";
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        return Optional.ofNullable(LOADED.get(name)).map(MutantLoader::provider);
    }
}
