package com.example.stack;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.util.Set;

/** Tells Plumbline what this stack is called, what it can do, and how to start it on a host. */
public final class MyProvider implements StackProvider {
    @Override
    public String name() {
        return "mystack";
    }

    /** What is claimed here is judged; the rest is reported as "not claimed". */
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.IPV4, Capability.UDP, Capability.TCP);
    }

    @Override
    public Stack boot(Host host) {
        return new MyStack(host);
    }
}
