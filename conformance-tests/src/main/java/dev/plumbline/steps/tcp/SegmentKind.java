package dev.plumbline.steps.tcp;

import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.ECE;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.PSH;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;
import static dev.plumbline.tcp.TcpFlag.URG;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What arrives: its control bits (RFC 9293 section 3.1), and how much data it has. Where data does not matter there are a few octets. */
public enum SegmentKind {
    /** A request to connect. */
    SYN_ALONE("a SYN", 0, SYN),
    /** The answer to one. */
    SYN_AND_ACK("a SYN and ACK", 0, SYN, ACK),
    /** A request with text (RFC 9293 section 3.4). */
    SYN_DATA("a SYN with data", SegmentKind.SOME, SYN),
    /** A request whose sender has nothing to say. */
    SYN_AND_FIN("a SYN and FIN", 0, SYN, FIN),
    /** An answer with text. */
    SYN_ACK_DATA("a SYN and ACK with data", SegmentKind.SOME, SYN, ACK),
    /** A request that asks for ECN, or does not, or in part (RFC 3168 section 6.1.1). */
    SYN_ANY_ECN("a SYN with any ECN flags", 0, t -> EcnFlags.with(TcpFlags.of(SYN), EcnFlags.drawAny(t))),
    /** A request that asks in part, which is not at all. */
    SYN_ONE_ECN("a SYN with one ECN flag", 0, t -> EcnFlags.with(TcpFlags.of(SYN), EcnFlags.drawOne(t))),
    /** The same for an answer. */
    SYN_ACK_ANY_ECN(
            "a SYN and ACK with any ECN flags", 0, t -> EcnFlags.with(TcpFlags.of(SYN, ACK), EcnFlags.drawAny(t))),
    /** The answer that a SYN which asks for ECN wants (RFC 3168 section 6.1.1). */
    SYN_ACK_ECN("a SYN and ACK that agrees to ECN", 0, SYN, ACK, ECE),
    /** Nothing but an acknowledgment. */
    ACKNOWLEDGMENT("an acknowledgment", 0, ACK),
    /** Text. */
    DATA("data", SegmentKind.SOME, PSH, ACK),
    /** As little text as there can be. */
    OCTET("one octet of data", 1, PSH, ACK),
    /** Text that acknowledges nothing. */
    DATA_WITHOUT_ACK("data without ACK", SegmentKind.SOME, PSH),
    /** A reset that acknowledges nothing. */
    RESET("a reset", 0, RST),
    /** A reset that acknowledges something. */
    RESET_WITH_ACK("a reset with ACK", 0, RST, ACK),
    /** A reset that says why in words (RFC 9293 section 3.5.3, SHLD-2). */
    RESET_WITH_DATA("a reset with data", SegmentKind.SOME, RST),
    /** A reset that asks for a connection, which makes no sense. */
    SYN_AND_RESET("a SYN and reset", 0, SYN, RST),
    /** The end of the stream. */
    FIN_ALONE("a FIN", 0, FIN, ACK),
    /** An end that acknowledges nothing. */
    FIN_WITHOUT_ACK("a FIN without ACK", 0, FIN),
    /** Text, and the end behind it. */
    DATA_AND_FIN("data and a FIN", SegmentKind.SOME, FIN, PSH, ACK),
    /** Where one octet fits, the end lies just beyond. */
    OCTET_AND_FIN("one octet of data and a FIN", 1, FIN, PSH, ACK),
    /** Text that is urgent to its last octet. */
    URGENT("urgent data", SegmentKind.SOME, URG, PSH, ACK),
    /** Urgent text that acknowledges nothing. */
    URGENT_WITHOUT_ACK("urgent data without ACK", SegmentKind.SOME, URG, PSH),
    /** No control bit at all. */
    NO_FLAGS("a segment without flags", 0),
    /** Everything there can be. */
    ANY_FLAGS("a segment with any flags", SegmentKind.PERHAPS, t -> t.draw("the segment's flags", Any.flags())),
    /** Everything there can be, but no reset. */
    ANY_BUT_RESET(
            "a segment with any flags but RST",
            SegmentKind.PERHAPS,
            t -> t.draw("the segment's flags", Any.flags()).without(RST)),
    /** It acknowledges something, whatever else it is. */
    ACK_AND_ANY(
            "a segment with ACK and any other flags but RST",
            SegmentKind.PERHAPS,
            t -> t.draw("the segment's flags", Any.flags()).without(RST).with(ACK)),
    /** It has no place outside a connection. */
    NEITHER_SYN_NOR_ACK(
            "a segment with any flags but SYN, ACK and RST",
            SegmentKind.PERHAPS,
            t -> t.draw("the segment's flags", Any.flags())
                    .without(RST)
                    .without(SYN)
                    .without(ACK));

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "a SYN|a SYN with any ECN flags|a SYN with one ECN flag|a SYN and ACK with any ECN flags|a SYN and ACK that agrees to ECN|a SYN and ACK|a SYN and FIN|a SYN with data|a SYN and ACK with data|an acknowledgment|data"
                    + "|one octet of data|one octet of data and a FIN|data without ACK|a reset|a reset with ACK|a reset with data|a SYN and reset|a FIN|a FIN without ACK"
                    + "|data and a FIN|urgent data|urgent data without ACK|a segment without flags|a segment with any flags"
                    + "|a segment with any flags but RST|a segment with ACK and any other flags but RST"
                    + "|a segment with any flags but SYN, ACK and RST";

    private static final int SOME = -1;
    private static final int PERHAPS = -2;

    /** At least two, so that an edge can lie between them; few, so that they fit into any window. */
    private static final Arbitrary<Integer> LENGTH = Arbitraries.integers()
            .between(2, 20)
            .edgeCases(edges -> edges.filter(v -> false).add(2, 3, 20));

    private static final Arbitrary<Integer> LENGTH_OR_NONE = Arbitraries.integers()
            .between(0, 20)
            .edgeCases(edges -> edges.filter(v -> false).add(0, 1, 20));

    private final String words;
    private final int length;

    @SuppressWarnings("ImmutableEnumChecker") // it draws, and keeps nothing
    private final Function<Trial, TcpFlags> flags;

    SegmentKind(String words, int length, TcpFlag... flags) {
        this(words, length, t -> TcpFlags.of(flags));
    }

    SegmentKind(String words, int length, Function<Trial, TcpFlags> flags) {
        this.words = words;
        this.length = length;
        this.flags = flags;
    }

    /** Its control bits. */
    TcpFlags flags(Trial t) {
        return flags.apply(t);
    }

    /** Whether it always has some. */
    boolean hasData() {
        return length == SOME || length > 0;
    }

    /** How many octets of data it has. */
    int length(Trial t) {
        return switch (length) {
            case SOME -> t.draw("the length of its data", LENGTH);
            case PERHAPS -> t.draw("the length of its data", LENGTH_OR_NONE);
            default -> length;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
