package dev.plumbline.testbed;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.wire.Octets;
import java.util.Set;
import java.util.function.Function;

/** Stacks as small as a test needs them. */
public final class FakeStack {
    private FakeStack() {}

    /** What a fake does with a datagram. */
    interface Reaction {
        void receive(Host host, Link link, Octets datagram);
    }

    static StackProvider reacting(Reaction reaction) {
        return provider(host -> new Stack() {
            @Override
            public void receive(Link link, Octets datagram) {
                reaction.receive(host, link, datagram);
            }

            @Override
            public void close() {}
        });
    }

    public static StackProvider echo() {
        return reacting((host, link, datagram) -> host.transmit(link, datagram));
    }

    static StackProvider provider(Function<Host, Stack> boot) {
        return new StackProvider() {
            @Override
            public String name() {
                return "fake";
            }

            @Override
            public Set<Capability> capabilities() {
                return Set.of(Capability.IPV4);
            }

            @Override
            public Stack boot(Host host) {
                return boot.apply(host);
            }
        };
    }
}
