package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.IsnGenerator;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Other choices of a TCP where a connection, or its window, begins and ends (RFC 9293 section 3.4). */
final class OpeningFreedoms {
    private OpeningFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                                "isn-at-random",
                                "Its first numbers are drawn; the clock in them is only a SHOULD (RFC 9293 section 3.4.1, SHLD-1).",
                                isn((random, now) -> random.nextLong()))
                        .omitting("RFC9293/SHLD-1"),
                freedom(
                                "isn-clock-fast",
                                "The clock of its first numbers ticks every 64 nanoseconds: at least once in roughly 4"
                                        + " microseconds (RFC 9293 section 3.4.1).",
                                isn((random, now) -> now.toNanos() / 64))
                        .omitting("RFC9293/3.4.1-SECRET"),
                freedom(
                        "syn-fin-dropped",
                        "A SYN with a FIN, as nobody sends it who means well, it drops: then the SYN comes again (RFC 9293 section"
                                + " 3.8.1).",
                        arrivals((tcb, seg) ->
                                Optional.of(seg).filter(s -> !(s.has(TcpFlag.SYN) && s.has(TcpFlag.FIN))))),
                freedom(
                        "whole-or-not-at-all",
                        "What does not fit into its window as a whole it drops; to trim is only one way (RFC 9293 section 3.10.7.4).",
                        arrivals((tcb, seg) -> Optional.of(fits(tcb, seg) ? seg : withoutText(seg)))));
    }

    private interface Numbers {
        long next(RandomGenerator random, Duration now);
    }

    private static Function<Host, Stack> isn(Numbers numbers) {
        return tcp(new TcpParts() {
            @Override
            public IsnGenerator isnGenerator(RandomGenerator random) {
                return new IsnGenerator(0, 0) {
                    @Override
                    public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
                        return SeqNumber.of(numbers.next(random, now));
                    }
                };
            }
        });
    }

    private static boolean fits(Tcb tcb, TcpSegment seg) {
        int end = seg.end().minus(tcb.rcvNxt);
        return !tcb.isSynAcknowledged() || seg.seq().isAfter(tcb.rcvNxt) || end <= tcb.rcvWnd || tcb.rcvWnd == 0;
    }

    /** What is left lies outside the window, and is answered so. */
    private static TcpSegment withoutText(TcpSegment seg) {
        return seg.toBuilder()
                .seq(seg.seq().plus(-1))
                .payload(Octets.empty())
                .flags(seg.flags().without(TcpFlag.FIN))
                .build();
    }
}
