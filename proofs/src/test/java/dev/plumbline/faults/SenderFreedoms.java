package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.onHost;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.RetransmissionTimeout;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.Timer;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/** Other choices of a TCP that sends. */
final class SenderFreedoms {
    private SenderFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "stored-copy",
                        "What is sent again is the segment of the first time, word for word but for its timestamps (RFC 9293 section"
                                + " 3.10.8).",
                        host -> segmentsLeaving(new StoredCopies()).apply(host)),
                freedom(
                                "halves",
                                "A segment leaves as two, as from an interface that cuts: text has no other marks than its numbers"
                                        + " (RFC 9293 section 3.7).",
                                segmentsLeaving((destination, segment) -> halves(segment)))
                        .omitting("RFC9293/SHLD-27", "RFC9293/SHLD-28"),
                freedom(
                        "iw10",
                        "It begins with ten segments (RFC 6928 section 2).",
                        tcp(initialWindow(smss -> Math.min(10 * smss, Math.max(2 * smss, 14600))))),
                freedom(
                        "iw1",
                        "It begins with one segment: what is said is how many at most (RFC 5681 section 3.1).",
                        tcp(initialWindow(smss -> smss))),
                freedom(
                        "rto-twice",
                        "It waits twice as long before it sends again, for it may be more patient (RFC 6298 section 1).",
                        tcp(rto(timeout -> timeout.multipliedBy(2)))),
                freedom(
                        "gives-up-30min",
                        "It gives up after half an hour; RFC 9293 section 3.8.3 says only what is too early.",
                        givingUpAfter(Duration.ofMinutes(30))),
                freedom(
                        "gives-up-181",
                        "It gives up after three minutes and a second (RFC 9293 section 3.8.3, MUST-23).",
                        givingUpAfter(Duration.ofSeconds(181))));
    }

    /** Each segment leaves as these, the first in the datagram that was made for it, the others in ones of their own. */
    static Function<Host, Stack> segmentsLeaving(BiFunction<Ipv4Address, TcpSegment, List<TcpSegment>> change) {
        return datagramsOut(datagram -> {
            Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
            if (!packet.protocol().equals(IpProtocol.TCP) || packet.isFragment()) {
                return List.of(datagram);
            }
            TcpSegment segment = TcpSegment.decode(packet.payload(), packet.source(), packet.finalDestination())
                    .orElseThrow();
            return datagrams(packet, change.apply(packet.finalDestination(), segment));
        });
    }

    private static List<Octets> datagrams(Ipv4Packet packet, List<TcpSegment> segments) {
        List<Octets> datagrams = new ArrayList<>();
        Ipv4Packet next = packet;
        for (TcpSegment segment : segments) {
            Octets payload = segment.encode(packet.source(), packet.finalDestination());
            datagrams.add(next.withFragment(0, false, payload).encode());
            // Far from the numbers that are in use now, for no two may be the same (RFC 791 section 3.2).
            next = packet.withIdentification(packet.identification() ^ 0x8000);
        }
        return datagrams;
    }

    static List<TcpSegment> halves(TcpSegment segment) {
        Octets text = segment.payload();
        // A pointer that cannot say how far the urgent data goes cannot be counted anew.
        if (text.length() < 2 || segment.urgentPointer() == 65_535) {
            return List.of(segment);
        }
        int half = text.length() / 2;
        TcpSegment first = segment.toBuilder()
                .payload(text.slice(0, half))
                .flags(segment.flags().without(TcpFlag.PSH).without(TcpFlag.FIN))
                .build();
        TcpSegment second = segment.toBuilder()
                .seq(segment.seq().plus(half))
                .payload(text.from(half))
                .flags((segment.urgentPointer() > half
                                ? segment.flags()
                                : segment.flags().without(TcpFlag.URG))
                        .without(TcpFlag.CWR))
                .urgentPointer(Math.max(0, segment.urgentPointer() - half))
                .build();
        return List.of(first, second);
    }

    private static TcpParts initialWindow(IntUnaryOperator initial) {
        return new TcpParts() {
            @Override
            public CongestionWindow congestionWindow() {
                return new CongestionWindow() {
                    @Override
                    protected long initial(int smss) {
                        return initial.applyAsInt(smss);
                    }
                };
            }
        };
    }

    private static TcpParts rto(UnaryOperator<Duration> change) {
        return new TcpParts() {
            @Override
            public RetransmissionTimeout retransmissionTimeout() {
                return new RetransmissionTimeout() {
                    @Override
                    public Duration value() {
                        return change.apply(super.value());
                    }
                };
            }
        };
    }

    private static Function<Host, Stack> givingUpAfter(Duration timeout) {
        return onHost(host -> new ForwardingHost(host) {
            @Override
            public Timer after(Duration delay, Runnable action) {
                return super.after(delay.equals(Patience.OF_THE_REFERENCE) ? timeout : delay, action);
            }
        });
    }

    /** What is asked how long it waits before it gives up. */
    private static final class Patience extends Sender {
        static final Duration OF_THE_REFERENCE = USER_TIMEOUT;
    }

    /** A retransmission queue of whole segments. What they do not acknowledge yet, an ACK of its own does. */
    private static final class StoredCopies implements BiFunction<Ipv4Address, TcpSegment, List<TcpSegment>> {
        private final Map<Connection, Map<Text, TcpSegment>> stored = new HashMap<>();

        private record Connection(Ipv4Address remote, Port there, Port here) {}

        private record Text(SeqNumber seq, Octets octets, boolean fin) {}

        @Override
        public List<TcpSegment> apply(Ipv4Address destination, TcpSegment segment) {
            var connection = new Connection(destination, segment.destinationPort(), segment.sourcePort());
            if (segment.has(TcpFlag.SYN)) {
                stored.remove(connection);
            }
            if (segment.has(TcpFlag.SYN) || segment.has(TcpFlag.RST) || segment.len() == 0) {
                return List.of(segment);
            }
            var text = new Text(segment.seq(), segment.payload(), segment.has(TcpFlag.FIN));
            TcpSegment first =
                    stored.computeIfAbsent(connection, c -> new HashMap<>()).computeIfAbsent(text, t -> segment);
            return saysTheSame(first, segment)
                    ? List.of(segment)
                    : List.of(first.toBuilder().options(segment.options()).build(), acknowledgment(segment));
        }

        private static boolean saysTheSame(TcpSegment first, TcpSegment now) {
            return first.ack().equals(now.ack()) && first.window() == now.window();
        }

        private static TcpSegment acknowledgment(TcpSegment segment) {
            return segment.toBuilder()
                    .seq(segment.end())
                    .payload(Octets.empty())
                    .flags(segment.flags().without(TcpFlag.PSH).without(TcpFlag.FIN))
                    .build();
        }
    }
}
