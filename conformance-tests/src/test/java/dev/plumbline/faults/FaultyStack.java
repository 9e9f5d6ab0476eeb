package dev.plumbline.faults;

import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.util.Set;

/** Offers the reference with one fault in it, under the name {@code faulty:NAME}. */
abstract class FaultyStack implements StackProvider {
    private final String fault;

    FaultyStack(String fault) {
        this.fault = fault;
    }

    @Override
    public final String name() {
        return "faulty:" + fault;
    }

    @Override
    public final Set<Capability> capabilities() {
        return new ReferenceProvider().capabilities();
    }

    /** One whose TCP has a faulty part. */
    abstract static class OfTcp extends FaultyStack {
        OfTcp(String fault) {
            super(fault);
        }

        /** The parts, one of them faulty. */
        abstract TcpParts parts();

        @Override
        public final Stack boot(Host host) {
            return ReferenceStack.on(host).tcp(parts()).boot();
        }
    }
}
