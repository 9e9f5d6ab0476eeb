package dev.plumbline.spi;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An implementation that can be judged. Providers are found with {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/dev.plumbline.spi.StackProvider}.
 */
public interface StackProvider extends AutoCloseable {
    /** A short name without blanks, as it is typed after {@code --stack}. */
    String name();

    /** What the stack claims. What is claimed is judged; what is not is reported as not claimed. */
    Set<Capability> capabilities();

    /** Whose time the stack lives in. */
    default TimeBase timeBase() {
        return TimeBase.VIRTUAL;
    }

    /**
     * Why the stack cannot run on this machine, with what to do about it; empty if it can.
     *
     * <p>Called before {@link #boot}; it may do what {@code boot} needs done once.
     */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * What was set so that the stack behaves as it does, by name: a kernel's knobs, say. Recorded with the results, and asked for
     * when the run has begun.
     */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** What the stack calls itself, where its name says how it is found, such as a path. */
    default String title() {
        return name();
    }

    /**
     * How the stack is kept from what is not its business, in words for the record of a run; asked for when the run has begun.
     */
    default String confinement() {
        return "none: it runs in the suite's own process";
    }

    /**
     * Starts one host, in the state of a machine just switched on: no connection, no open port.
     *
     * <p>Called many times in a run; hosts must not share anything that the protocols could notice.
     */
    Stack boot(Host host);

    /**
     * How many scenarios may be played on its hosts at once, each with hosts of its own and on a thread of its own; 1 if they share
     * anything that is made for one thread. In virtual time never more are played than the machine has cores.
     */
    default int atOnce() {
        return 1;
    }

    /** Ends what all hosts have in common, if there is anything. */
    @Override
    default void close() {}
}
