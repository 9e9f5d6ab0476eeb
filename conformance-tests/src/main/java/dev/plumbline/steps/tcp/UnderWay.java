package dev.plumbline.steps.tcp;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * How much of the endpoint's stream is under way (RFC 5681 section 2, FlightSize), as an onlooker at its link counts it: what has left
 * since some moment and is not acknowledged, each octet once.
 */
final class UnderWay {
    private final SeqNumber base;
    private final Map<Integer, Integer> sent = new HashMap<>();
    private int acknowledged;

    private UnderWay(Trial t) {
        base = EndpointStream.numberOf(t, 0);
    }

    /** Nothing has left yet. */
    static UnderWay atFirst(Trial t) {
        return new UnderWay(t);
    }

    /** The congestion window that a sender may have by now; told of each acknowledgment of something new, in octets. */
    interface Allowance {
        /** How many octets. */
        int now();

        /** So many octets are acknowledged. */
        void acknowledged(int octets);
    }

    /**
     * The first segment after {@code from} that makes more under way than allowed, in words; empty if there is none.
     *
     * @param allowance what is allowed
     */
    static String excess(Trial t, Duration from, Allowance allowance) {
        UnderWay way = new UnderWay(t);
        for (Crossing crossing : Crossing.all(t)) {
            boolean counts = crossing.at().compareTo(from) >= 0;
            if (crossing.sent() && counts) {
                way.sends(crossing.segment());
                if (way.octets() > allowance.now()) {
                    return way.octets() + " octets under way at "
                            + crossing.at().toMillis() + " ms, when "
                            + way.acknowledged + " octets were acknowledged, and at most " + allowance.now()
                            + " may have been under way, " + crossing.words();
                }
            } else if (!crossing.sent()) {
                int news = way.hears(crossing.segment());
                if (news > 0 && counts) {
                    allowance.acknowledged(news);
                }
            }
        }
        return "";
    }

    /** How much was under way just before {@code end}. */
    static int before(Trial t, Duration end) {
        UnderWay way = new UnderWay(t);
        List<Crossing> all = Crossing.all(t);
        for (Crossing crossing : all) {
            if (crossing.at().compareTo(end) < 0) {
                if (crossing.sent()) {
                    way.sends(crossing.segment());
                } else {
                    way.hears(crossing.segment());
                }
            }
        }
        return way.octets();
    }

    /** When all was acknowledged that had left before {@code moment}. */
    static Duration acknowledgedAll(Trial t, Duration moment) {
        SeqNumber last = EndpointStream.numberOf(t, 0);
        for (Crossing crossing : Crossing.all(t)) {
            TcpSegment segment = crossing.segment();
            boolean before = crossing.at().compareTo(moment) < 0;
            if (crossing.sent() && before) {
                last = SeqNumber.later(last, segment.end());
            } else if (!crossing.sent() && !before && segment.ack().isAtOrAfter(last)) {
                return crossing.at();
            }
        }
        return t.world().timeline().now();
    }

    /** A segment leaves. */
    void sends(TcpSegment segment) {
        if (!segment.payload().isEmpty() && !segment.has(TcpFlag.SYN)) {
            int place = segment.seq().minus(base);
            sent.merge(place, place + segment.payload().length(), Math::max);
        }
    }

    /** A segment arrives; returns how many octets it acknowledges that were not acknowledged before. */
    int hears(TcpSegment segment) {
        int place = segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.SYN)
                ? segment.ack().minus(base)
                : 0;
        int news = Math.max(0, place - acknowledged);
        acknowledged += news;
        return news;
    }

    /** How many octets of the stream are acknowledged. */
    int acknowledged() {
        return acknowledged;
    }

    /** How many are under way. */
    int octets() {
        return sent.entrySet().stream()
                .mapToInt(piece -> Math.max(0, piece.getValue() - Math.max(piece.getKey(), acknowledged)))
                .sum();
    }

    /** One that grows by {@code growth} of the octets acknowledged. */
    static Allowance growing(int start, int slack, IntUnaryOperator growth) {
        return new Allowance() {
            private int window = start;

            @Override
            public int now() {
                return window + slack;
            }

            @Override
            public void acknowledged(int octets) {
                window += growth.applyAsInt(octets);
            }
        };
    }

    /** One that grows as slow start does up to {@code threshold}, and then by a segment each round trip (RFC 5681 section 3.1). */
    static Allowance avoiding(int start, int threshold, int smss, int slack) {
        return new Allowance() {
            private double window = start;

            @Override
            public int now() {
                return (int) window + slack;
            }

            @Override
            public void acknowledged(int octets) {
                window += window < threshold ? Math.min(octets, smss) : (double) smss * octets / window;
            }
        };
    }
}
