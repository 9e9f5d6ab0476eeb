package dev.plumbline.faults;

import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.util.Set;
import java.util.function.Function;

/**
 * A stack that is right, but not in the reference's way: it makes a choice that the RFCs leave open. It is its own provider, under
 * the name {@code right:NAME}.
 *
 * @param name what is typed after {@code --stack}
 * @param sentence what it does otherwise, and which section permits it
 * @param boots makes the stack, a new one for each host; what it remembers must not outlive that host
 */
record Freedom(String name, String sentence, Function<Host, Stack> boots) implements StackProvider {
    static Freedom freedom(String name, String sentence, Function<Host, Stack> boots) {
        return new Freedom("right:" + name, sentence, boots);
    }

    /** Its name without what all have in common. */
    String shortName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** All that the reference claims, so that every scenario judges it. */
    @Override
    public Set<Capability> capabilities() {
        return new ReferenceProvider().capabilities();
    }

    @Override
    public Stack boot(Host host) {
        return boots.apply(host);
    }

    @Override
    public String toString() {
        return name;
    }
}
