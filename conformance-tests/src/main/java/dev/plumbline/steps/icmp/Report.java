package dev.plumbline.steps.icmp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What an ICMP message reports about a packet that does not get where it should (RFC 792, RFC 1812 section 5.2.7). */
public enum Report {
    /** Its Time to Live has come to an end on the way. */
    TIME_EXCEEDED("that the packet's time was exceeded", "time exceeded in transit") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            return new TimeExceeded(TimeExceeded.IN_TRANSIT, quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return message instanceof TimeExceeded exceeded && exceeded.code() == TimeExceeded.IN_TRANSIT;
        }
    },
    /** It does not fit the link behind the router, and must not be cut (RFC 1191 section 4). */
    TOO_LARGE("which size would fit", "fragmentation needed, with the next-hop MTU of the second link") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            return tooLarge(nextMtu(t), quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isTooLarge(message, report -> report.nextHopMtu() == nextMtu(t));
        }
    },
    /** No router knows where it should go; which of the two codes, is left open (RFC 1812 section 5.2.7.1). */
    NO_WAY("that there is no way", "network unreachable, or host unreachable", DestinationUnreachable.NETWORK) {
        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isUnreachable(message, NETWORK_OR_HOST);
        }
    },
    /** The last router has found no host there. */
    NOBODY("that nobody is there", "host unreachable", DestinationUnreachable.HOST),
    /** Who was to hand it on has not (RFC 1122 section 3.3.5). */
    ROUTE_FAILED("that the source route has failed", "source route failed", DestinationUnreachable.SOURCE_ROUTE_FAILED),
    /** No application of the host has the port (RFC 1122 section 4.1.3.1). */
    NO_APPLICATION("that no application has the port", "port unreachable", DestinationUnreachable.PORT),
    /** The host has no such transport (RFC 1122 section 3.2.2.1). */
    NO_PROTOCOL("that nobody there knows the protocol", "protocol unreachable", DestinationUnreachable.PROTOCOL),
    /** A soft error (RFC 9293 section 3.9.2.2). */
    PASSING("that something is wrong which may pass", "a soft error") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            return t.draw("the soft error", AnyPacket.softError(quote));
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isUnreachable(message, SOFT)
                    || message instanceof TimeExceeded
                    || message instanceof IcmpMessage.ParameterProblem;
        }
    },
    /** Code 4 is a hard error, too, but Path MTU Discovery has another use for it (RFC 9293 section 3.9.2.2, RFC 1191 section 4). */
    FOR_GOOD("that the host has no TCP, or nobody at the port", "a hard error") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            return new DestinationUnreachable(t.draw("the code", Arbitraries.of(HARD)), 0, quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isUnreachable(message, HARD);
        }
    },
    /** Nobody heeds it any more (RFC 6633 section 3). */
    QUENCH("that it should send less", "source quench") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            return new IcmpMessage.Other(IcmpMessage.SOURCE_QUENCH, 0, 0, quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return message instanceof IcmpMessage.Other other && other.type() == IcmpMessage.SOURCE_QUENCH;
        }
    },
    /** No link is so narrow (RFC 1191 sections 3 and 4). */
    TOO_NARROW("that only packets below 68 octets would fit", "fragmentation needed, with a next-hop MTU below 68") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            int mtu = 1 + t.draw("the next-hop MTU is one and", AnyPacket.number(LEAST_MTU - 1));
            return tooLarge(mtu, quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isTooLarge(message, report -> report.nextHopMtu() < LEAST_MTU);
        }
    },
    /** What a link behind the router takes, and a host may heed or not (RFC 1191 section 3). */
    NARROWER(
            "that only packets of any smaller size would fit",
            "fragmentation needed, with a next-hop MTU below the size") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            int size = (int) quote.get(Ipv4Field.TOTAL_LENGTH);
            int part = t.draw("the next-hop MTU is so far above 576", AnyPacket.number(Math.max(1, size - MTU_OF_OLD)));
            int mtu = t.put(NARROWED, MTU_OF_OLD + part);
            return tooLarge(mtu, quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isTooLarge(message, report -> report.nextHopMtu() == t.the(NARROWED, Integer.class));
        }
    },
    /** What was too large for a link does not fit one that takes more: it is stale, or forged (RFC 1191 section 3). */
    WIDER(
            "that only packets of any larger size would fit",
            "fragmentation needed, with a next-hop MTU above the size") {
        @Override
        public IcmpMessage about(Trial t, Octets quote) {
            int size = (int) quote.get(Ipv4Field.TOTAL_LENGTH);
            int mtu = Math.min(LARGEST_MTU, size + 1 + t.draw("the next-hop MTU is so much larger", LARGER));
            return tooLarge(mtu, quote);
        }

        @Override
        boolean isIn(Trial t, IcmpMessage message) {
            return isTooLarge(
                    message, report -> report.nextHopMtu() > report.original().get(Ipv4Field.TOTAL_LENGTH));
        }
    };

    private static final String NARROWED = "the next-hop MTU";
    private static final int MTU_OF_OLD = 576;
    private static final int LEAST_MTU = 68;
    private static final int LARGEST_MTU = 65_535;
    private static final Arbitrary<Integer> LARGER = Arbitraries.integers()
            .between(0, LARGEST_MTU)
            .edgeCases(edges -> edges.filter(v -> false).add(0, 999, 1500, LARGEST_MTU));
    private static final Set<Integer> SOFT = Set.of(
            DestinationUnreachable.NETWORK, DestinationUnreachable.HOST, DestinationUnreachable.SOURCE_ROUTE_FAILED);
    private static final List<Integer> HARD = List.of(DestinationUnreachable.PROTOCOL, DestinationUnreachable.PORT);
    private static final Set<Integer> NETWORK_OR_HOST =
            Set.of(DestinationUnreachable.NETWORK, DestinationUnreachable.HOST);

    private final String words;
    private final String title;
    private final int code;

    Report(String words, String title, int code) {
        this.words = words;
        this.title = title;
        this.code = code;
    }

    /** One that is more, or something else, than a code of "destination unreachable". */
    Report(String words, String title) {
        this(words, title, DestinationUnreachable.FRAGMENTATION_NEEDED);
    }

    /** Such a message about a packet of which it quotes the first octets. */
    public IcmpMessage about(Trial t, Octets quote) {
        return new DestinationUnreachable(code, 0, quote);
    }

    /** The size that was reported to fit, by {@link #NARROWER}. */
    public static int narrowed(Trial t) {
        return t.the(NARROWED, Integer.class);
    }

    /** Whether a message says so. */
    boolean isIn(Trial t, IcmpMessage message) {
        return isUnreachable(message, Set.of(code));
    }

    /** What such a message is called. */
    String title() {
        return title;
    }

    @Override
    public String toString() {
        return words;
    }

    private static boolean isUnreachable(IcmpMessage message, Collection<Integer> codes) {
        return message instanceof DestinationUnreachable unreachable && codes.contains(unreachable.code());
    }

    private static IcmpMessage tooLarge(int mtu, Octets quote) {
        return new DestinationUnreachable(DestinationUnreachable.FRAGMENTATION_NEEDED, mtu, quote);
    }

    private static boolean isTooLarge(IcmpMessage message, Predicate<DestinationUnreachable> which) {
        return message instanceof DestinationUnreachable report
                && report.code() == DestinationUnreachable.FRAGMENTATION_NEEDED
                && which.test(report);
    }

    private static int nextMtu(Trial t) {
        return Scene.endpoint(t).links().get(1).mtu();
    }
}
