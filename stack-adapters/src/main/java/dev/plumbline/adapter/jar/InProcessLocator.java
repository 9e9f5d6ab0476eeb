package dev.plumbline.adapter.jar;

import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TcpLayerProvider;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds the stack of a provider's class on this JVM's class path, and runs it here: {@code in-process:NAME}. That is for
 * debuggers; a stack that ends its process ends the suite's.
 */
public final class InProcessLocator implements StackLocator {
    private static final String PREFIX = "in-process:";

    @Override
    public String usage() {
        return "in-process:NAME  the same, in the suite's own process, for a debugger";
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        return name.startsWith(PREFIX) ? Optional.of(make(name.substring(PREFIX.length()))) : Optional.empty();
    }

    private static StackProvider make(String type) {
        try {
            Object made = Class.forName(type, true, Thread.currentThread().getContextClassLoader())
                    .getConstructor()
                    .newInstance();
            return made instanceof TcpLayerProvider tcp ? lender().around(tcp) : (StackProvider) made;
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            return new Unusable(type, "the provider " + type + " cannot be made: " + why);
        }
    }

    private static LayerLender lender() {
        return ServiceLoader.load(StackProvider.class).stream()
                .filter(found -> LayerLender.class.isAssignableFrom(found.type()))
                .map(found -> (LayerLender) found.get())
                .findFirst()
                .orElseThrow(() -> new ClassCastException("a TCP alone, and nobody lends it other layers"));
    }
}
