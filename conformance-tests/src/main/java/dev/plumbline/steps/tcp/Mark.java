package dev.plumbline.steps.tcp;

import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.steps.Scene;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;

/** What an application has IP write into the headers of its segments (RFC 9293 sections 3.9.1.9 and 3.9.2). */
public enum Mark {
    /** Six bits of the second octet; the other two are ECN's (RFC 3168 section 5). */
    DIFFSERV("Diffserv codepoint", ip -> ip.typeOfService() >>> 2),
    /** How many routers it may pass. */
    TIME_TO_LIVE("Time to Live", Ipv4Packet::timeToLive),
    /** Which of the host's addresses it comes from (RFC 9293 section 3.9.1.1). */
    LOCAL_ADDRESS("local address", Ipv4Packet::source),
    /** By way of which gateways it goes (RFC 9293 section 3.9.2.1); from the first segment on that the application knows of. */
    SOURCE_ROUTE("source route", RouteTaken::of) {
        @Override
        Duration unseen() {
            return Duration.ZERO;
        }

        @Override
        String reason() {
            return "its way is";
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "Diffserv codepoint|Time to Live|local address|source route";

    private static final int CODEPOINTS = 64;
    /** On a busy machine. */
    private static final Duration UNSEEN = Duration.ofSeconds(1);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Function<Ipv4Packet, Object> reader;

    Mark(String words, Function<Ipv4Packet, Object> reader) {
        this.words = words;
        this.reader = reader;
    }

    /** What an application asks for: not what it has already. */
    static TcpSetting diffserv(Trial t) {
        int before = t.maybe(DIFFSERV.words, Integer.class).orElse(0);
        int further = t.draw(
                "how far the codepoint is from " + before,
                Arbitraries.integers().between(1, CODEPOINTS - 1));
        return new TcpSetting.Diffserv(DIFFSERV.asked(t, (before + further) % CODEPOINTS));
    }

    /** The same, such that segments arrive; 64 is what hosts mostly have. */
    static TcpSetting timeToLive(Trial t) {
        int least = Scene.lab(t).topology().routers() + 1;
        int ttl = t.draw(
                "the Time to Live", Arbitraries.integers().between(least, 255).filter(n -> n != 64));
        return new TcpSetting.TimeToLive(TIME_TO_LIVE.asked(t, ttl));
    }

    /** An application is about to ask for one of its host's addresses. */
    static Ipv4Address localAddress(Trial t, List<Ipv4Address> own) {
        return LOCAL_ADDRESS.asked(t, t.draw("the local address", Arbitraries.of(own)));
    }

    /** One has been chosen for it; all segments from the first on are to have it. */
    static void localAddress(Trial t, Supplier<Ipv4Address> opening) {
        LOCAL_ADDRESS.asked(t, Ipv4Address.UNSPECIFIED);
        t.put(LOCAL_ADDRESS.words, opening.get());
    }

    /** For so long after it was asked for something else may still be seen that left before; where time is real. */
    Duration unseen() {
        return UNSEEN;
    }

    /** All segments are to have it from now on. */
    <T> T asked(Trial t, T value) {
        t.put(since(), Scene.lab(t).transcript().entries().size());
        return t.put(words, value);
    }

    private String since() {
        return "how much had happened before that " + words;
    }

    /** All segments and answers to pings that the endpoint has sent since then have it. */
    void check(Trial t) {
        Object wanted = t.the(words, Object.class);
        List<Entry> entries = Scene.lab(t).transcript().entries();
        int since = t.the(since(), Integer.class);
        // Where time is real, what left before may be seen after it.
        boolean real = Scene.isInRealTime(t);
        Duration from = entries.get(since).at().plus(real ? unseen() : Duration.ZERO);
        for (Entry entry : entries.subList(since, entries.size())) {
            boolean judged = entry.kind() == Kind.SENT
                    && entry.host().equals(Lab.ENDPOINT)
                    && entry.at().compareTo(from) >= 0;
            Packet packet = judged ? Packet.of(entry.datagram()) : null;
            if (packet != null && (packet.tcp().isPresent() || isReply(packet))) {
                require(wanted, packet);
            }
        }
    }

    private void require(Object wanted, Packet packet) {
        Object found = packet.ip().map(reader).orElseThrow();
        if (!found.equals(wanted)) {
            throw new FindingError(Finding.wrong(
                            "the endpoint sent a " + (isReply(packet) ? "reply" : "segment") + " with the " + words
                                    + " " + found + ", although " + reason() + " " + wanted,
                            "the " + words + " " + wanted + " in all of them since then",
                            packet.toString())
                    .about(packet.datagram()));
        }
    }

    private static boolean isReply(Packet packet) {
        return packet.icmp().filter(EchoReply.class::isInstance).isPresent();
    }

    /** Why it was to be another one. */
    String reason() {
        return "its application has asked for";
    }

    @Override
    public String toString() {
        return words;
    }
}
