package dev.plumbline.adapter.jar;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.util.Optional;
import java.util.Set;

/** What stands for a provider that there is not, and tells why. */
record Unusable(String name, String why) implements StackProvider {
    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Optional<String> unavailable() {
        return Optional.of(why);
    }

    @Override
    public Stack boot(Host host) {
        throw new IllegalStateException(why);
    }
}
