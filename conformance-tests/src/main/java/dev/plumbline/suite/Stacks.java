package dev.plumbline.suite;

import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.StackFamily;
import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TcpLayerProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stacks that can be judged, found on the class path. A provider that is broken stands in nobody's way but its own: it is
 * told of where stacks are listed, and where one is looked for in vain.
 */
final class Stacks {
    /** More broken entries than this in one list of services are one endless error. */
    private static final int MOST_BROKEN = 100;

    private final List<StackProvider> providers = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<StackInfo> broken = new ArrayList<>();

    private Stacks() {
        load(StackProvider.class).forEach(this::add);
        load(StackFamily.class).forEach(this::addMembers);
        List<TcpLayerProvider> layers = load(TcpLayerProvider.class);
        providers.stream()
                .filter(LayerLender.class::isInstance)
                .map(LayerLender.class::cast)
                .findFirst()
                .ifPresent(lender -> layers.forEach(tcp -> addLent(lender, tcp)));
    }

    /**
     * The provider of this name, or the one that a locator finds under it.
     *
     * @throws CannotRun if there is none, or it is broken, or its stack cannot run here
     */
    static StackProvider named(String name) {
        StackProvider provider = located(name).orElseGet(() -> new Stacks().onClassPath(name));
        Optional<String> unavailable = guarded("the provider of '" + name + "' is broken", provider::unavailable);
        if (unavailable.isPresent()) {
            throw new CannotRun("the stack '" + name + "' cannot run here: " + unavailable.get());
        }
        return provider;
    }

    /** Name, claims and availability of every stack; the broken ones last. */
    static List<StackInfo> infos() {
        Stacks stacks = new Stacks();
        List<StackInfo> all = new ArrayList<>();
        for (StackProvider provider : stacks.providers) {
            stacks.attempt(
                    provider.getClass().getName(),
                    () -> all.add(new StackInfo(
                            provider.name(),
                            provider.capabilities(),
                            provider.unavailable().orElse(null))));
        }
        all.addAll(stacks.broken);
        return all;
    }

    /** How stacks are named that are in no list. */
    static List<String> otherNames() {
        return locators().map(StackLocator::usage).toList();
    }

    private static Optional<StackProvider> located(String name) {
        return locators().flatMap(locator -> locator.locate(name).stream()).findFirst();
    }

    private static Stream<StackLocator> locators() {
        return ServiceLoader.load(StackLocator.class).stream().map(ServiceLoader.Provider::get);
    }

    private StackProvider onClassPath(String name) {
        List<StackProvider> found = new ArrayList<>();
        for (int i = 0; i < providers.size(); i++) {
            if (names.get(i).equals(name)) {
                found.add(providers.get(i));
            }
        }
        if (found.isEmpty()) {
            throw new CannotRun("there is no stack called '" + name + "'; there are: "
                    + names.stream().sorted().collect(Collectors.joining(", "))
                    + broken.stream()
                            .map(info -> "; and " + info.name() + ": " + info.unavailable())
                            .collect(Collectors.joining()));
        }
        if (found.size() > 1) {
            throw new CannotRun("two providers call their stack '" + name + "': "
                    + found.get(0).getClass().getName() + " and "
                    + found.get(1).getClass().getName());
        }
        return found.get(0);
    }

    private void add(StackProvider provider) {
        attempt(provider.getClass().getName(), () -> {
            names.add(provider.name());
            providers.add(provider);
        });
    }

    private void addMembers(StackFamily family) {
        attempt(family.getClass().getName(), () -> family.members().forEach(this::add));
    }

    private void addLent(LayerLender lender, TcpLayerProvider tcp) {
        attempt(tcp.getClass().getName(), () -> add(lender.around(tcp)));
    }

    private <T> List<T> load(Class<T> service) {
        List<T> loaded = new ArrayList<>();
        Iterator<ServiceLoader.Provider<T>> found =
                ServiceLoader.load(service).stream().iterator();
        int before = broken.size();
        boolean more = true;
        while (more && broken.size() - before < MOST_BROKEN) {
            try {
                more = found.hasNext();
                if (more) {
                    ServiceLoader.Provider<T> next = found.next();
                    attempt(next.type().getName(), () -> loaded.add(next.get()));
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add(brokenOne("a class that is named in META-INF/services", e));
            }
        }
        return loaded;
    }

    private void attempt(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            broken.add(brokenOne(what, e));
        }
    }

    private static StackInfo brokenOne(String what, Throwable why) {
        Throwable cause = why instanceof ServiceConfigurationError && why.getCause() != null ? why.getCause() : why;
        return new StackInfo(what, Set.of(), "its provider is broken: " + cause);
    }

    private static <T> T guarded(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw new CannotRun(what + ": " + e, e);
        }
    }
}
