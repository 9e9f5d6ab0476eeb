package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.segments;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.sender;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that read a TCP header as it never was sent to them before (RFC 9293 sections 3.1, 3.2 and 3.7.1). */
final class OptionFaults {
    private static final int WORD = 4;
    private static final int LEAST_WORDS = 5;
    private static final int HEADERS = 40;
    private static final String ENDED = "the endpoint did not send what it must";

    private OptionFaults() {}

    static List<Fault> all() {
        return Stream.of(headers(), options(), sizes()).flatMap(List::stream).toList();
    }

    private static List<Fault> headers() {
        return List.of(
                fault(
                                "offset-below-5-is-5",
                                "A data offset that is too small is taken for that of a header without options.",
                                rewritten(s -> s.get(TcpField.DATA_OFFSET) < LEAST_WORDS
                                        ? s.with(TcpField.DATA_OFFSET, LEAST_WORDS)
                                        : s))
                        .killedBy("RFC9293/3.1-OFFSET")
                        .saying("where there must be none"),
                fault(
                                "reserved-bits-refused",
                                "A segment with reserved bits is taken for a damaged one.",
                                refusing(s -> s.get(TcpField.RESERVED) != 0))
                        .killedBy("RFC9293/3.1-RESERVED")
                        .saying(ENDED, "nothing"),
                fault(
                                "end-of-options-has-a-length",
                                "Behind the End of Option List it looks for a length.",
                                refusing(OptionFaults::endsEarly))
                        .killedBy("RFC9293/MUST-4")
                        .saying(ENDED, "nothing"),
                fault(
                                "option-of-0-throws",
                                "An option's data is taken to be two octets less than its length, whatever that is.",
                                refusing(OptionFaults::breaksOverLength))
                        .killedBy("RFC9293/MUST-7")
                        .saying("the stack threw java.lang.NegativeArraySizeException"));
    }

    private static List<Fault> options() {
        return List.of(
                fault(
                                "options-in-syns-only",
                                "Options are read in SYNs; any other segment with some is dropped.",
                                arrivals((tcb, seg) -> Optional.of(seg)
                                        .filter(s -> s.has(TcpFlag.SYN)
                                                || s.options().isEmpty())))
                        .killedBy("RFC9293/MUST-5")
                        .saying("nothing"),
                fault(
                                "unknown-option-is-the-last",
                                "Where an option is not known, the list is taken to end.",
                                segmentsIn(s -> heeding(s, OptionFaults::upToUnknown)))
                        .killedBy("RFC9293/MUST-6")
                        .saying("octets of options and data, but the peer takes only")
                        .dependingOn("the options of its SYN", "the peer's MSS"),
                fault(
                                "no-operation-has-a-length",
                                "Behind a No-Operation it looks for a length, and loses its place.",
                                segmentsIn(s -> heeding(s, OptionFaults::upToNoOperation)))
                        .killedBy("RFC9293/MUST-64")
                        .saying("octets of options and data, but the peer takes only")
                        .dependingOn("the No-Operation options before its MSS", "the peer's MSS"),
                fault(
                                "options-on-words",
                                "Options are looked for on word boundaries only.",
                                segmentsIn(s -> heeding(s, OptionFaults::onWords)))
                        .killedBy("RFC9293/MUST-64")
                        .saying("octets of options and data, but the peer takes only")
                        .dependingOn("the options of its SYN", "the peer's MSS"));
    }

    private static List<Fault> sizes() {
        return List.of(
                fault("mss-unsaid", "Its SYN says nothing of its segment size.", segmentsOut(s -> naming(s, mss -> -1)))
                        .killedBy("RFC9293/SHLD-5")
                        .saying("names no MSS"),
                fault("mss-once", "What is sent again is a SYN without its MSS.", OptionFaults::namingMssOnce)
                        .killedBy("RFC9293/SHLD-5")
                        .saying("names no MSS"),
                fault(
                                "mss-of-the-mtu",
                                "Its MSS is the link's MTU, headers and all.",
                                segmentsOut(s -> naming(s, mss -> mss + HEADERS)))
                        .killedBy("RFC9293/3.7.1-MTU")
                        .saying("are left beside the headers"),
                fault("divides-by-mss", "It divides by the peer's MSS.", segmentsIn(OptionFaults::divided))
                        .killedBy("RFC9293/3.7.1-ZERO")
                        .saying("the stack threw java.lang.ArithmeticException"),
                fault("sent-again-in-one", "What is sent again fills an Ethernet.", sender(SentAgainInOne::new))
                        .killedBy("RFC9293/MUST-16")
                        .saying("octets of options and data, but the peer takes only")
                        .dependingOn("the peer's MSS"),
                fault(
                                "stamped-again-on-top",
                                "What is sent again is as large as without timestamps, and gets them on top.",
                                sender(StampedOnTop::new))
                        .killedBy("RFC9293/MUST-16")
                        .saying("octets of options and data, but the peer takes only", "its data alone fills the MSS")
                        .dependingOn("the peer's MSS"));
    }

    /** Segments are changed before they are read; their checksum fits all the same. */
    private static Function<Host, Stack> rewritten(UnaryOperator<Octets> change) {
        return segments(new SegmentCodec() {
            @Override
            public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                Octets changed = change.apply(octets);
                return super.decode(
                        changed.equals(octets) ? octets : Headers.checksummedTcp(changed, source, destination),
                        source,
                        destination);
            }
        });
    }

    /** Some segments are taken for malformed ones. */
    private static Function<Host, Stack> refusing(Predicate<Octets> which) {
        return segments(new SegmentCodec() {
            @Override
            public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                return octets.length() >= TcpSegment.MIN_HEADER && which.test(octets)
                        ? new Decoded.Rejected<>(new Malformed("TCP header", "it is not as it should be", 0))
                        : super.decode(octets, source, destination);
            }
        });
    }

    private static Octets optionsOf(Octets segment) {
        int header = (int) segment.get(TcpField.DATA_OFFSET) * WORD;
        return segment.slice(
                TcpSegment.MIN_HEADER, Math.max(TcpSegment.MIN_HEADER, Math.min(header, segment.length())));
    }

    private static boolean endsEarly(Octets segment) {
        Octets options = optionsOf(segment);
        int at = 0;
        while (at + 1 < options.length() && options.u8(at) != 0) {
            at += options.u8(at) == 1 ? 1 : Math.max(2, options.u8(at + 1));
        }
        return at + 1 < options.length();
    }

    private static boolean breaksOverLength(Octets segment) {
        Octets options = optionsOf(segment);
        int at = 0;
        while (at + 1 < options.length() && options.u8(at) != 0) {
            if (options.u8(at) == 1) {
                at++;
            } else {
                at += new byte[options.u8(at + 1) - 2].length + 2;
            }
        }
        return false;
    }

    private static TcpSegment heeding(TcpSegment segment, UnaryOperator<List<TcpOption>> heard) {
        return segment.has(TcpFlag.SYN)
                ? segment.toBuilder().options(heard.apply(segment.options())).build()
                : segment;
    }

    private static List<TcpOption> upToUnknown(List<TcpOption> options) {
        return options.stream()
                .takeWhile(option -> !(option instanceof TcpOption.Unknown))
                .toList();
    }

    private static List<TcpOption> upToNoOperation(List<TcpOption> options) {
        return options.stream()
                .takeWhile(option -> !(option instanceof TcpOption.NoOperation))
                .toList();
    }

    private static List<TcpOption> onWords(List<TcpOption> options) {
        List<TcpOption> found = new ArrayList<>();
        int at = 0;
        for (TcpOption option : options) {
            if (at % WORD == 0) {
                found.add(option);
            }
            at += lengthOf(option);
        }
        return found;
    }

    private static int lengthOf(TcpOption option) {
        if (option instanceof TcpOption.NoOperation) {
            return 1;
        }
        return option instanceof TcpOption.Unknown unknown ? 2 + unknown.data().length() : WORD;
    }

    /** The MSS option says something else, or nothing where that is negative. */
    private static TcpSegment naming(TcpSegment segment, UnaryOperator<Integer> change) {
        List<TcpOption> options = segment.options().stream()
                .flatMap(option -> option instanceof MaximumSegmentSize mss
                        ? named(change.apply(mss.octets()))
                        : Stream.of(option))
                .toList();
        return segment.toBuilder().options(options).build();
    }

    private static Stream<TcpOption> named(int octets) {
        return octets < 0 ? Stream.of() : Stream.of(new MaximumSegmentSize(octets));
    }

    private static TcpSegment divided(TcpSegment segment) {
        int segments = segment.option(MaximumSegmentSize.class)
                .map(mss -> segment.window() / mss.octets())
                .orElse(0);
        return segments < 0 ? segment.toBuilder().window(0).build() : segment;
    }

    private static final class SentAgainInOne extends Sender {
        private static final int ETHERNET = 1460;

        @Override
        public void retransmit(Turn turn) {
            int mss = turn.tcb.sndMss;
            turn.tcb.sndMss = ETHERNET;
            super.retransmit(turn);
            turn.tcb.sndMss = mss;
        }
    }

    private static final class StampedOnTop extends Sender {
        private static final int TIMESTAMPS = 12;

        @Override
        public void retransmit(Turn turn) {
            turn.tcb.sndMss += turn.tcb.timestamps.isActive() ? TIMESTAMPS : 0;
            super.retransmit(turn);
            turn.tcb.sndMss -= turn.tcb.timestamps.isActive() ? TIMESTAMPS : 0;
        }
    }

    /** What it has sent of SYNs, one host remembers. */
    private static Stack namingMssOnce(Host host) {
        Set<SeqNumber> sent = new HashSet<>();
        return segmentsOut(s -> s.has(TcpFlag.SYN) && !sent.add(s.seq()) ? naming(s, mss -> -1) : s)
                .apply(host);
    }
}
