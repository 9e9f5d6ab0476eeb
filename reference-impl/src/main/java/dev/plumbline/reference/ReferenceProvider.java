package dev.plumbline.reference;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TcpLayerProvider;
import java.util.EnumSet;
import java.util.Set;

/** Offers the reference stack: the layers of RFC 1122 section 1.1.3 from IP up, with a DNS server and a resolver. */
public final class ReferenceProvider implements LayerLender {
    /** What the reference claims. */
    private static final Set<Capability> CAPABILITIES = EnumSet.of(
            Capability.IPV4,
            Capability.IPV4_ROUTER,
            Capability.ICMP,
            Capability.UDP,
            Capability.UDP_ERROR_REPORTS,
            Capability.UDP_LOCAL_ADDRESS,
            Capability.TCP,
            Capability.TCP_WINDOW_SCALE,
            Capability.TCP_TIMESTAMPS,
            Capability.TCP_SACK,
            Capability.TCP_ECN,
            Capability.TCP_NO_DELAY,
            Capability.TCP_KEEP_ALIVE,
            Capability.TCP_USER_TIMEOUT,
            Capability.TCP_ERROR_REPORTS,
            Capability.TCP_DIFFSERV,
            Capability.TCP_TIME_TO_LIVE,
            Capability.TCP_URGENT,
            Capability.TCP_HALF_DUPLEX_CLOSE,
            Capability.TCP_LOCAL_ADDRESS,
            Capability.SOURCE_ROUTE,
            Capability.DNS_STUB,
            Capability.DNS_CACHE,
            Capability.DNS_AUTHORITATIVE,
            Capability.INSPECT);

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.copyOf(CAPABILITIES);
    }

    @Override
    public Stack boot(Host host) {
        return ReferenceStack.on(host).boot();
    }

    /** As many as anybody likes: hosts share nothing. */
    @Override
    public int atOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public StackProvider around(TcpLayerProvider tcp) {
        return new LentLayers(tcp);
    }
}
