package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timestamping;
import dev.plumbline.reference.tcp.WindowScaling;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Other choices of a TCP that scales windows and sends timestamps (RFC 7323 sections 2 to 5). */
final class ExtensionFreedoms {
    private ExtensionFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "scale-of-one",
                        "Its own windows are not shifted, but the peer's may be (RFC 7323 section 2.2).",
                        scaling(0)),
                freedom(
                        "scale-of-14",
                        "It counts its windows in the largest units (RFC 7323 section 2.3).",
                        scaling(14)),
                freedom(
                        "coarse-timestamps",
                        "Its timestamp clock ticks once a second (RFC 7323 section 5.4).",
                        ExtensionFaults.stamps(CoarseClock::new)),
                freedom(
                                "takes-what-has-no-timestamp",
                                "A segment that lacks its timestamp counts: dropping it is only a SHOULD (RFC 7323 section 3.2).",
                                ExtensionFaults.stamps(TakesAll::new))
                        .omitting("RFC7323/3.2-MISSING"),
                freedom(
                        "resets-without-timestamps",
                        "Its resets have no timestamps: they should, no more (RFC 7323 section 3.2).",
                        ExtensionFaults.stamps(BareResets::new)));
    }

    private static Function<Host, Stack> scaling(int shift) {
        return tcp(new TcpParts() {
            @Override
            public WindowScaling windowScaling() {
                return new Scaling(Optional.of(shift));
            }
        });
    }

    private static final class Scaling extends WindowScaling {
        private final Optional<Integer> shift;

        Scaling(Optional<Integer> shift) {
            this.shift = shift;
        }

        @Override
        protected Optional<Integer> offer() {
            return shift;
        }
    }

    private static final class CoarseClock extends Timestamping {
        CoarseClock(int offset) {
            super(offset);
        }

        @Override
        protected int clock(Duration now) {
            return super.clock(Duration.ZERO) + (int) now.toSeconds();
        }

        @Override
        protected Optional<Duration> roundTrip(TcpSegment seg, Duration now) {
            return super.roundTrip(seg, now).map(ticks -> Duration.ofSeconds(ticks.toMillis()));
        }
    }

    private static final class TakesAll extends Timestamping {
        TakesAll(int offset) {
            super(offset);
        }

        @Override
        protected boolean isMissing(TcpSegment seg) {
            return false;
        }
    }

    private static final class BareResets extends Timestamping {
        BareResets(int offset) {
            super(offset);
        }

        @Override
        protected TcpSegment stamped(TcpSegment seg, Duration now) {
            return seg.has(TcpFlag.RST) ? seg : super.stamped(seg, now);
        }
    }
}
