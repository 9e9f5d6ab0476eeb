package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import java.util.List;

/**
 * How much may be under way while every acknowledgment tells of congestion (RFC 3168 section 6.1.2): each round trip less than in the
 * one before, but two segments.
 */
final class Shrinking {
    /** Gentler than half, as some successors of RFC 5681 section 3.1 have it. */
    private static final double GENTLY = 0.85;

    private static final int LEAST = 2;

    private Shrinking() {}

    /** The first segment that makes more under way than that, in words; empty if there is none. */
    static String excess(Trial t, List<Crossing> all, int news) {
        UnderWay way = UnderWay.atFirst(t);
        SeqNumber end = Scene.connection(t).irs();
        SeqNumber round = end;
        double allowed = 0;
        for (int i = 0; i < all.size(); i++) {
            Crossing crossing = all.get(i);
            if (crossing.sent()) {
                way.sends(crossing.segment());
                end = SeqNumber.later(end, crossing.segment().end());
                int most = Math.max(LEAST, (int) Math.ceil(allowed / AnyStream.SEGMENT)) * AnyStream.SEGMENT;
                if (i > news && way.octets() > most) {
                    return way.octets() + " octets under way at "
                            + crossing.at().toMillis() + " ms, " + crossing.words();
                }
            } else {
                allowed = i == news ? Math.max(way.octets(), LEAST * AnyStream.SEGMENT) : allowed;
                way.hears(crossing.segment());
                if (i >= news && crossing.segment().ack().isAfter(round)) {
                    allowed *= i == news ? 1 : GENTLY;
                    round = end;
                }
            }
        }
        return "";
    }
}
