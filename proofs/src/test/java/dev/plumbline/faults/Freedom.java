package dev.plumbline.faults;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * A stack that is right, but not in the reference's way: it makes a choice that the RFCs leave open. It is its own provider, under
 * the name {@code right:NAME}.
 *
 * @param name what is typed after {@code --stack}
 * @param sentence what it does otherwise, and which section permits it
 * @param boots makes the stack, a new one for each host; what it remembers must not outlive that host
 * @param omits the rows of what it should do, and may leave out
 * @param lacks what it does not claim to be able to do
 */
record Freedom(String name, String sentence, Function<Host, Stack> boots, Set<String> omits, Set<Capability> lacks)
        implements Variant {
    static Freedom freedom(String name, String sentence, Function<Host, Stack> boots) {
        return new Freedom("right:" + name, sentence, boots, Set.of(), Set.of());
    }

    Freedom omitting(String... ids) {
        return new Freedom(name, sentence, boots, Set.of(ids), lacks);
    }

    /** It does not claim this at all. */
    Freedom lacking(Capability... some) {
        return new Freedom(name, sentence, boots, omits, Set.of(some));
    }

    /** It claims this, and nothing else. */
    Freedom claiming(Capability... only) {
        Set<Capability> rest = EnumSet.copyOf(Variant.super.capabilities());
        rest.removeAll(Set.of(only));
        return new Freedom(name, sentence, boots, omits, rest);
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.copyOf(Variant.super.capabilities());
        all.removeAll(lacks);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
