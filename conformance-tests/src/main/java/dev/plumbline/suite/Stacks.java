package dev.plumbline.suite;

import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.StackFamily;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TcpLayerProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The stacks that can be judged, found on the class path. */
final class Stacks {
    private Stacks() {}

    /** All providers that can be loaded, in the order of the class path; then the TCPs that come alone, in lent layers. */
    static List<StackProvider> all() {
        List<StackProvider> providers = new ArrayList<>(load(StackProvider.class));
        load(StackFamily.class).forEach(family -> providers.addAll(members(family)));
        List<TcpLayerProvider> layers = load(TcpLayerProvider.class);
        List<LayerLender> lenders = providers.stream()
                .filter(LayerLender.class::isInstance)
                .map(LayerLender.class::cast)
                .toList();
        if (!lenders.isEmpty()) {
            layers.forEach(tcp -> providers.add(lenders.get(0).around(tcp)));
        }
        return providers;
    }

    private static Collection<? extends StackProvider> members(StackFamily family) {
        return guarded("the family of stacks " + family.getClass().getName() + " is broken", family::members);
    }

    private static <T> List<T> load(Class<T> service) {
        List<T> loaded = new ArrayList<>();
        guarded(
                        "the list of providers cannot be read",
                        () -> ServiceLoader.load(service).stream().toList())
                .forEach(found -> loaded.add(guarded("a stack's provider cannot be loaded", found)));
        return loaded;
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
