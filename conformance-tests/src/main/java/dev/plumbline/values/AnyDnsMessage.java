package dev.plumbline.values;

import dev.plumbline.dns.ResponseCode;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What the word "any" draws from where DNS messages come and go (RFC 1035 section 4.1.1). */
public final class AnyDnsMessage {
    /** Fewer than a header has. */
    private static final int HALF_A_HEADER = 11;
    /** Sooner than any resolver gives up or asks again (RFC 1035 section 4.2.1). */
    private static final int PROMPT = 900;

    private AnyDnsMessage() {}

    /** The ID of a query: those where a sign or an order of octets goes wrong first. */
    public static Arbitrary<Integer> id() {
        return Any.once("ID", AnyDnsMessage::makeId);
    }

    private static Arbitrary<Integer> makeId() {
        return Arbitraries.integers()
                .between(0, 0xffff)
                .shrinkTowards(4711)
                .edgeCases(edges -> edges.filter(v -> false).add(4711, 0, 0xffff, 0x7fff, 0x8000, 0x0100));
    }

    /** Any ID but this one; its neighbours, and those of which one octet is right, first. */
    public static Arbitrary<Integer> idBut(int right) {
        return Any.once("an ID is wrong by", AnyDnsMessage::makeDifference).map(off -> right + off & 0xffff);
    }

    private static Arbitrary<Integer> makeDifference() {
        return Arbitraries.integers()
                .between(1, 0xffff)
                .edgeCases(edges -> edges.filter(v -> false).add(1, 0xffff, 0x0100, 0x8000));
    }

    /** How a server says that it cannot or will not answer; none of these is about the name. */
    public static Arbitrary<ResponseCode> error() {
        return Any.once(
                "error", () -> Arbitraries.of(ResponseCode.SERVFAIL, ResponseCode.REFUSED, ResponseCode.NOTIMP));
    }

    /** Too few octets for a message. */
    public static Arbitrary<Octets> octetsOfNoMessage() {
        return Any.data(0, HALF_A_HEADER);
    }

    /** What an option of an OPT record carries. */
    public static Arbitrary<Octets> optionData() {
        return Any.data(0, 20);
    }

    /** By how many octets an option goes on behind its record's end. */
    public static Arbitrary<Integer> beyondRecord() {
        return Any.once(
                "beyond the record",
                () -> Arbitraries.integers()
                        .between(1, 0x7fff)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, 256, 0x7fff)));
    }

    /** How long a server takes to answer. */
    public static Arbitrary<Duration> delay() {
        return Any.once("delay", () -> Arbitraries.integers().between(0, PROMPT).map(Duration::ofMillis));
    }

    /** In which order a server gives its answers. */
    public static Arbitrary<List<Integer>> order() {
        return Any.once("order of answers", () -> Arbitraries.shuffle(0, 1, 2, 3, 4));
    }

    /** How many octets of a message stand in its first segment: all numbers that leave something for the second. */
    public static Arbitrary<Integer> cut(int length) {
        return Arbitraries.integers()
                .between(1, length - 1)
                .edgeCases(edges -> edges.filter(v -> false).add(1, 2, length - 1));
    }

    /** Whether a question is lost on its way, or the answer to it. */
    public static Arbitrary<Boolean> questionIsLost() {
        return Any.once("question is lost", () -> Arbitraries.of(true, false));
    }
}
