package dev.plumbline.steps.tcp;

import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.util.Optional;

/** What the endpoint's SYN says of the segments that it takes (RFC 9293 section 3.7.1), and of what else it can do. */
public enum Announcement {
    /** Without the option 536 octets would count. */
    AN_MSS(
            "an MSS",
            MaximumSegmentSize.class,
            "the endpoint's SYN names no MSS, so that nobody sends it more than 536 octets at once"),
    /** RFC 7323 section 2.2. */
    A_SCALE("a window scale", WindowScale.class, "the endpoint scales its windows, but its SYN does not say so"),
    /** RFC 7323 section 3.2. */
    TIMESTAMPS("timestamps", Timestamps.class, "the endpoint knows timestamps, but its SYN has none"),
    /** RFC 2018 section 2. */
    SACK(
            "selective acknowledgments",
            SackPermitted.class,
            "the endpoint knows selective acknowledgments, but its SYN does not permit them"),
    /** Both headers without options have to go with it. */
    WHAT_FITS("no larger MSS than its link takes") {
        @Override
        Optional<String> objection(Trial t, TcpSegment syn) {
            int mtu = Scene.endpoint(t).links().get(0).mtu();
            return syn.option(MaximumSegmentSize.class)
                    .map(MaximumSegmentSize::octets)
                    .filter(mss -> mss > mtu - HEADERS)
                    .map(mss -> "the endpoint's SYN names an MSS of " + mss + ", but of the " + mtu
                            + " octets of its link's packets " + (mtu - HEADERS) + " are left beside the headers");
        }
    },
    /** It asks for it, or agrees to it (RFC 3168 section 6.1.1). */
    ECN("its readiness for ECN") {
        @Override
        Optional<String> objection(Trial t, TcpSegment syn) {
            return EcnFlags.isSetup(syn)
                    ? Optional.empty()
                    : Optional.of(
                            "the endpoint's SYN has the flags " + syn.flags().names()
                                    + ", so that no router can tell it of congestion but by dropping its packets");
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "an MSS|a window scale|timestamps|selective acknowledgments|no larger MSS than its link takes|its readiness for ECN";

    /** Those of IP and TCP. */
    private static final int HEADERS = 40;

    private final String words;
    private final Class<? extends TcpOption> option;
    private final String missing;

    Announcement(String words, Class<? extends TcpOption> option, String missing) {
        this.words = words;
        this.option = option;
        this.missing = missing;
    }

    /** One that is seen in more than whether an option is there. */
    Announcement(String words) {
        this(words, TcpOption.class, "");
    }

    Optional<String> objection(Trial t, TcpSegment syn) {
        return syn.option(option).isPresent() ? Optional.empty() : Optional.of(missing);
    }

    /** Every SYN so far says so. */
    void check(Trial t) {
        Scene.connection(t).arrivals().stream()
                .filter(segment -> segment.has(TcpFlag.SYN))
                .forEach(syn -> objection(t, syn).ifPresent(wrong -> {
                    throw new FindingError(Finding.wrong(wrong, "a SYN with " + words, syn.toString()));
                }));
    }

    @Override
    public String toString() {
        return words;
    }
}
