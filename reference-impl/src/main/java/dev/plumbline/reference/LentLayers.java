package dev.plumbline.reference;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TcpLayerProvider;
import java.util.EnumSet;
import java.util.Set;

/** Somebody else's TCP between the reference's IP, ICMP, UDP and resolver. */
record LentLayers(TcpLayerProvider tcp) implements StackProvider {
    @Override
    public String name() {
        return tcp.name();
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all =
                EnumSet.of(Capability.IPV4, Capability.ICMP, Capability.UDP, Capability.DNS_STUB, Capability.DNS_CACHE);
        all.addAll(tcp.capabilities());
        return all;
    }

    @Override
    public Stack boot(Host host) {
        return ReferenceStack.on(host).tcp(tcp).boot();
    }
}
