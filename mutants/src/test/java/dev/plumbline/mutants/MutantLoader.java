package dev.plumbline.mutants;

import dev.plumbline.spi.StackProvider;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Loads the reference once more, beside the one that plays the other hosts in the suite's worlds: a mutant that were in both would
 * meet peers that are broken in the same way.
 */
public final class MutantLoader extends ClassLoader {
    private static final String PROBE = Probe.class.getName();

    private final Map<String, byte[]> changed;
    private final UnaryOperator<byte[]> instrument;
    private final Meter meter = new Meter();

    static {
        registerAsParallelCapable();
    }

    /** With these classes in place of the reference's. */
    MutantLoader(Map<String, byte[]> changed, UnaryOperator<byte[]> instrument) {
        super(MutantLoader.class.getClassLoader());
        this.changed = changed;
        this.instrument = instrument;
    }

    /** What its classes are metered by. */
    public Meter meter() {
        return meter;
    }

    /** A provider of the stack that it has loaded. */
    StackProvider provider() {
        try {
            return (StackProvider) loadClass(ReferenceClasses.PREFIX + "ReferenceProvider")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the reference's provider cannot be made", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ReferenceClasses.PREFIX) && !name.equals(PROBE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] original = Optional.ofNullable(changed.get(name))
                .or(() -> ReferenceClasses.bytes(name))
                .orElseThrow(() -> new ClassNotFoundException(name));
        byte[] bytes = name.equals(PROBE) ? original : instrument.apply(original);
        return defineClass(name, bytes, 0, bytes.length);
    }
}
