package dev.plumbline.reference.tcp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.requirement.Keeps;
import java.util.Optional;

/** By way of which gateways a connection's segments go, where that is not left to the routers (RFC 9293 section 3.9.2.1). */
public class SourceRouting {
    private Optional<SourceRoute> route = Optional.empty();

    /** The user has named them in OPEN. */
    @Keeps("RFC9293/MUST-51")
    protected void choose(SourceRoute chosen) {
        route = Optional.of(chosen);
    }

    /** An acceptable segment has come: of one that anybody may have forged the way back is not taken. */
    @Keeps("RFC9293/SHLD-24")
    void take(Turn turn) {
        Optional<SourceRoute> recorded = SourceRoute.recordedIn(turn.options);
        if (recorded.isPresent() && goesBack(turn.tcb)) {
            route = wayBack(recorded.get(), turn.tcb.remote.address());
        }
    }

    /** Who has opened passively goes back the way that segments come; who has opened actively has named gateways, or wants none. */
    @Keeps("RFC9293/MUST-52")
    protected boolean goesBack(Tcb tcb) {
        return tcb.passive;
    }

    /** The way back to the peer. */
    @Keeps("RFC9293/MUST-53")
    protected Optional<SourceRoute> wayBack(SourceRoute come, Ipv4Address peer) {
        return come.backTo(peer);
    }

    /** The gateways, if there are any. */
    protected Optional<SourceRoute> route() {
        return route;
    }

    /** How many octets of each header they take: no segment has room for these (RFC 9293 section 3.7.1, Eff.snd.MSS). */
    @Keeps("RFC9293/MUST-16")
    protected int octets() {
        return route.map(SourceRoute::octets).orElse(0);
    }
}
