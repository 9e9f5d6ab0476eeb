package dev.plumbline.suite;

import dev.plumbline.spi.StackProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The stacks that can be judged, found on the class path. */
final class Stacks {
    private Stacks() {}

    /** All providers that can be loaded, in the order of the class path. */
    static List<StackProvider> all() {
        List<StackProvider> providers = new ArrayList<>();
        for (ServiceLoader.Provider<StackProvider> found :
                ServiceLoader.load(StackProvider.class).stream().toList()) {
            providers.add(guarded("a stack's provider cannot be loaded", found));
        }
        return providers;
    }

    /**
     * The provider of this name.
     *
     * @throws CannotRun if there is none, or it is broken, or its stack cannot run here
     */
    static StackProvider named(String name) {
        List<StackProvider> all = all();
        List<StackProvider> found = all.stream()
                .filter(p -> name.equals(
                        guarded("the provider " + p.getClass().getName() + " cannot tell its name", p::name)))
                .toList();
        if (found.isEmpty()) {
            throw new CannotRun("there is no stack called '" + name + "'; there are: "
                    + String.join(
                            ", ", all.stream().map(StackProvider::name).sorted().toList()));
        }
        if (found.size() > 1) {
            throw new CannotRun("two providers call their stack '" + name + "': "
                    + found.get(0).getClass().getName() + " and "
                    + found.get(1).getClass().getName());
        }
        StackProvider provider = found.get(0);
        Optional<String> unavailable = guarded("the provider of '" + name + "' is broken", provider::unavailable);
        if (unavailable.isPresent()) {
            throw new CannotRun("the stack '" + name + "' cannot run here: " + unavailable.get());
        }
        return provider;
    }

    /** Name, claims and availability of every stack. */
    static List<StackInfo> infos() {
        return all().stream()
                .map(p -> new StackInfo(
                        p.name(), p.capabilities(), p.unavailable().orElse(null)))
                .toList();
    }

    private static <T> T guarded(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw new CannotRun(what + ": " + e, e);
        }
    }
}
