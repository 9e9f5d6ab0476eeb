package dev.plumbline.faults;

import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.util.Set;
import java.util.function.Function;

/** The reference with something changed, wrong or right. It is its own provider, under a name of the form {@code KIND:NAME}. */
public interface Variant extends StackProvider {
    /** Makes the stack, a new one for each host; what it remembers must not outlive that host. */
    Function<Host, Stack> boots();

    /** Its name as a reader types it, without what all of its kind have in common. */
    default String shortName() {
        return name().substring(name().indexOf(':') + 1);
    }

    /** All that the reference claims, so that every scenario judges it. */
    @Override
    default Set<Capability> capabilities() {
        return new ReferenceProvider().capabilities();
    }

    @Override
    default Stack boot(Host host) {
        return boots().apply(host);
    }
}
