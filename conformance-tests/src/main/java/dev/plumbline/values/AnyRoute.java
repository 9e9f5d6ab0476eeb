package dev.plumbline.values;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.wire.Octets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Ways through the network that the word "any" draws from (RFC 791 section 3.1). */
public final class AnyRoute {
    /** One less than a header has room for: a sender may write its own address in front of them. */
    private static final int MOST = SourceRoute.MOST_GATEWAYS - 1;

    private AnyRoute() {}

    /** Gateways, none of them twice. 203.0.113.0/24 is set aside for examples: RFC 5737 section 3. */
    public static Arbitrary<List<Ipv4Address>> gateways() {
        return Any.once(
                "gateways",
                () -> AnyPacket.otherHost().list().ofMinSize(1).ofMaxSize(MOST).uniqueElements());
    }

    /** What others have left in an option, so many octets. */
    public static Arbitrary<Octets> octets(int count) {
        return Any.data(count, count);
    }

    /** A loose or a strict route. */
    public static Arbitrary<SourceRoute> route() {
        return Any.once(
                "source route",
                () -> Combinators.combine(Arbitraries.of(false, true), gateways())
                        .as(SourceRoute::new));
    }
}
