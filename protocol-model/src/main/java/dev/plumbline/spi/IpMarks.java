package dev.plumbline.spi;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import java.util.Optional;

/**
 * What a transport has IP write into a datagram's header (RFC 9293 section 3.9.2).
 *
 * @param codepoint the Diffserv codepoint, 0 to 63 (RFC 9293 section 3.9.1.9)
 * @param timeToLive how many routers it may pass, 1 to 255
 * @param ecn what the transport and the routers say of congestion (RFC 3168 section 5)
 * @param route by way of which gateways it goes, if that is not left to the routers (RFC 9293 section 3.9.2.1)
 */
public record IpMarks(int codepoint, int timeToLive, Ecn ecn, Optional<SourceRoute> route) {
    /** Those of an ordinary host. */
    public static final IpMarks USUAL = new IpMarks(0, Ipv4Packet.DEFAULT_TIME_TO_LIVE, Ecn.NOT_ECT, Optional.empty());

    /** Refuses what does not fit into the header. */
    public IpMarks {
        if (codepoint >>> 6 != 0 || timeToLive < 1 || timeToLive > 255) {
            throw new IllegalArgumentException("no header has codepoint " + codepoint + " and TTL " + timeToLive);
        }
    }

    /** The same with another codepoint. */
    public IpMarks withCodepoint(int other) {
        return new IpMarks(other, timeToLive, ecn, route);
    }

    /** The same with another Time to Live. */
    public IpMarks withTimeToLive(int other) {
        return new IpMarks(codepoint, other, ecn, route);
    }

    /** The same with another ECN field. */
    public IpMarks withEcn(Ecn other) {
        return new IpMarks(codepoint, timeToLive, other, route);
    }

    /** The same by another way. */
    public IpMarks withRoute(Optional<SourceRoute> other) {
        return new IpMarks(codepoint, timeToLive, ecn, other);
    }
}
