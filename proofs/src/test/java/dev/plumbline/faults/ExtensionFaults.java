package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timestamping;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WindowScaling;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Stacks that get the extensions of RFC 7323 wrong (sections 2 to 5). */
final class ExtensionFaults {
    private ExtensionFaults() {}

    static List<Fault> all() {
        return Stream.of(windowScale(), timestamps(), paws())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> windowScale() {
        return List.of(
                fault("scale-never-offered", "It can scale windows, and tells nobody.", scaling(NeverOffers::new))
                        .killedBy("RFC7323/2.2-OFFER")
                        .saying("its SYN does not say so"),
                fault(
                                "scale-alone",
                                "Its windows are shifted by what its SYN says, whether the peer agrees or not.",
                                scaling(ScalesAlone::new))
                        .killedBy("RFC7323/2.2-BOTH")
                        .saying("although the peer's SYN has no window scale"),
                fault("scale-of-syn", "The window of the peer's SYN is shifted, too.", scaling(ScalesSyn::new))
                        .killedBy("RFC7323/2.2-SYN")
                        .saying("beyond the window that the peer has offered"),
                fault(
                                "scale-anywhere",
                                "A window scale behind the SYN is an error, and its segment is dropped.",
                                arrivals((tcb, seg) -> Optional.of(seg)
                                        .filter(s -> s.has(TcpFlag.SYN)
                                                || s.option(WindowScale.class).isEmpty())))
                        .killedBy("RFC7323/2.2-IGNORED")
                        .saying("(the number after what arrived)"),
                fault("scale-without-limit", "Any shift is taken as it comes.", scaling(NoLimit::new))
                        .killedBy("RFC7323/2.3-LIMIT")
                        .saying("beyond the window that the peer has offered"),
                fault("scale-ignored", "The peer's windows are not shifted.", scaling(Ignores::new))
                        .killedBy("RFC7323/2.3-SCALED")
                        .saying("it has only"),
                fault(
                                "window-unshifted",
                                "The field has the window itself, and the peer shifts it.",
                                scaling(Unshifted::new))
                        .killedBy("RFC7323/2.3-SCALED")
                        .saying("of its window back"));
    }

    private static List<Fault> timestamps() {
        return List.of(
                fault("stamps-never-offered", "It knows timestamps, and has none in its SYN.", stamps(NoOffer::new))
                        .killedBy("RFC7323/3.2-OFFER")
                        .saying("its SYN has none"),
                fault("stamps-on-data-only", "Bare acknowledgments have no timestamps.", stamps(DataOnly::new))
                        .killedBy("RFC7323/3.2-ALWAYS")
                        .saying("without timestamps, although both SYNs had them"),
                fault(
                                "stamps-unasked-believed",
                                "Timestamps are compared on connections that have none.",
                                stamps(Unasked::new))
                        .killedBy("RFC7323/3.2-IGNORED")
                        .saying("too low"),
                fault(
                                "stamps-missing-accepted",
                                "A segment without a timestamp is taken for one with the right one.",
                                stamps(MissingAccepted::new))
                        .killedBy("RFC7323/3.2-MISSING")
                        .saying("it is an answer, ACK, where there must be none"),
                fault(
                                "stamps-missing-fatal",
                                "A segment without a timestamp ends the connection.",
                                arrival(MissingFatal::new))
                        .killedBy("RFC7323/3.2-NO-ABORT")
                        .saying("the stack refused a call of its application"),
                fault("stamps-echo-own-clock", "TSecr is the own clock.", stamps(OwnEcho::new))
                        .killedBy("RFC7323/3.2-ECHO")
                        .saying("which the peer has not sent", "a timestamp of its own"),
                fault(
                                "stamps-echo-latest",
                                "What lies beyond a gap has the timestamp to echo, too.",
                                stamps(EchoesLatest::new))
                        .killedBy("RFC7323/4.3-ECHO")
                        .saying("the timestamp of what arrived before"),
                fault(
                                "stamps-before-window",
                                "A timestamp is remembered before anybody has looked at the sequence number.",
                                stamps(BeforeWindow::new))
                        .killedBy("RFC7323/4.3-ECHO")
                        .saying("the timestamp of what arrived before"),
                fault("stamps-clock-backwards", "The clock counts down.", stamps(Backwards::new))
                        .killedBy("RFC7323/5.4-CLOCK")
                        .saying("turned its timestamp clock back by"));
    }

    private static List<Fault> paws() {
        return List.of(
                fault("paws-off", "Old timestamps are no reason to drop anything.", stamps(PawsOff::new))
                        .killedBy("RFC7323/5.3-R1")
                        .saying("too high"),
                fault(
                                "paws-unsigned",
                                "Timestamps are compared as if they never wrapped.",
                                stamps(offset -> new Compared(offset, Integer::compareUnsigned)))
                        .killedBy("RFC7323/5.3-R1")
                        .saying("too high")
                        .dependingOn("the peer's timestamp clock", "so much older is its timestamp"),
                fault(
                                "paws-with-sign",
                                "Timestamps are compared as numbers that have a sign.",
                                stamps(offset -> new Compared(offset, Integer::compare)))
                        .killedBy("RFC7323/5.3-R1")
                        .saying("too low", "(the number after what arrived)")
                        .dependingOn("where the peer's timestamp clock turns"),
                fault("paws-drops-equal", "The same timestamp as before is old.", stamps(DropsEqual::new))
                        .killedBy("RFC7323/5.3-EQUAL")
                        .saying("too low", "it has stayed where it was"),
                fault("paws-drops-resets", "A reset with an old timestamp is dropped.", stamps(DropsResets::new))
                        .killedBy("RFC7323/5.3-RST")
                        .saying("it is an answer, ACK, where there must be none"));
    }

    private static Function<Host, Stack> scaling(Supplier<WindowScaling> scaling) {
        return tcp(new TcpParts() {
            @Override
            public WindowScaling windowScaling() {
                return scaling.get();
            }
        });
    }

    static Function<Host, Stack> stamps(IntFunction<Timestamping> stamps) {
        return tcp(new TcpParts() {
            @Override
            public Timestamping timestamping(int offset) {
                return stamps.apply(offset);
            }
        });
    }

    private static final class NeverOffers extends WindowScaling {
        @Override
        protected Optional<Integer> offer() {
            return Optional.empty();
        }
    }

    private static final class ScalesAlone extends WindowScaling {
        @Override
        public int field(int octets) {
            return super.field(octets) >> (isActive() ? 0 : offer().orElse(0));
        }
    }

    private static final class ScalesSyn extends WindowScaling {
        @Override
        protected long windowIn(TcpSegment seg) {
            int shift = seg.option(WindowScale.class).map(WindowScale::shift).orElse(0);
            return super.windowIn(seg) << shift;
        }
    }

    private static final class NoLimit extends WindowScaling {
        private int shift;

        @Override
        protected void heard(TcpSegment syn) {
            super.heard(syn);
            shift = syn.option(WindowScale.class).map(WindowScale::shift).orElse(0);
        }

        @Override
        protected long windowIn(TcpSegment seg) {
            return seg.has(TcpFlag.SYN) ? super.windowIn(seg) : (long) seg.window() << Math.min(30, shift);
        }
    }

    private static final class Ignores extends WindowScaling {
        @Override
        protected long windowIn(TcpSegment seg) {
            return seg.window();
        }
    }

    private static final class Unshifted extends WindowScaling {
        @Override
        public int field(int octets) {
            return Math.min(65_535, octets);
        }
    }

    private static final class NoOffer extends Timestamping {
        NoOffer(int offset) {
            super(offset);
        }

        @Override
        protected boolean offers() {
            return false;
        }
    }

    private static final class DataOnly extends Timestamping {
        DataOnly(int offset) {
            super(offset);
        }

        @Override
        protected TcpSegment stamped(TcpSegment seg, Duration now) {
            return seg.len() == 0 ? seg : super.stamped(seg, now);
        }
    }

    private static final class Unasked extends Timestamping {
        Unasked(int offset) {
            super(offset);
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            return seg.option(Timestamps.class)
                    .filter(stamps -> !seg.has(TcpFlag.RST) && stamps.value() - recent() < 0)
                    .isPresent();
        }
    }

    private static final class MissingAccepted extends Timestamping {
        MissingAccepted(int offset) {
            super(offset);
        }

        @Override
        protected boolean isMissing(TcpSegment seg) {
            return false;
        }
    }

    private static final class MissingFatal extends SegmentArrives {
        MissingFatal(Sender sender) {
            super(sender);
        }

        @Override
        protected boolean checkTimestamp(Turn turn, TcpSegment seg) {
            boolean missing = turn.tcb.timestamps.isActive()
                    && !seg.has(TcpFlag.RST)
                    && seg.option(Timestamps.class).isEmpty();
            if (missing) {
                turn.fail(TcpError.RESET);
            }
            return !missing && super.checkTimestamp(turn, seg);
        }
    }

    private static final class OwnEcho extends Timestamping {
        OwnEcho(int offset) {
            super(offset);
        }

        @Override
        protected TcpSegment stamped(TcpSegment seg, Duration now) {
            TcpSegment right = super.stamped(seg, now);
            boolean echoes =
                    seg.has(TcpFlag.ACK) && right.option(Timestamps.class).isPresent();
            return echoes
                    ? seg.toBuilder()
                            .options(Stream.concat(
                                            seg.options().stream(), Stream.of(new Timestamps(clock(now), clock(now))))
                                    .toList())
                            .build()
                    : right;
        }
    }

    private static final class EchoesLatest extends Timestamping {
        EchoesLatest(int offset) {
            super(offset);
        }

        @Override
        protected void take(TcpSegment seg, Duration now) {
            seg.option(Timestamps.class).ifPresent(stamps -> remember(stamps.value(), now));
        }
    }

    private static final class BeforeWindow extends Timestamping {
        BeforeWindow(int offset) {
            super(offset);
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            boolean old = super.isOld(seg, now);
            if (!old) {
                seg.option(Timestamps.class).ifPresent(stamps -> remember(stamps.value(), now));
            }
            return old;
        }
    }

    private static final class Backwards extends Timestamping {
        Backwards(int offset) {
            super(offset);
        }

        @Override
        protected int clock(Duration now) {
            return -super.clock(now);
        }
    }

    private static final class PawsOff extends Timestamping {
        PawsOff(int offset) {
            super(offset);
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            return false;
        }
    }

    private static final class Compared extends Timestamping {
        private final Comparator<Integer> order;

        Compared(int offset, Comparator<Integer> order) {
            super(offset);
            this.order = order;
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            return isActive()
                    && !seg.has(TcpFlag.RST)
                    && seg.option(Timestamps.class)
                            .filter(stamps -> order.compare(stamps.value(), recent()) < 0)
                            .isPresent();
        }
    }

    private static final class DropsEqual extends Timestamping {
        DropsEqual(int offset) {
            super(offset);
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            return super.isOld(seg, now) || isRecent(seg);
        }

        private boolean isRecent(TcpSegment seg) {
            return isActive()
                    && seg.option(Timestamps.class)
                            .filter(stamps -> stamps.value() == recent())
                            .isPresent();
        }
    }

    private static final class DropsResets extends Timestamping {
        DropsResets(int offset) {
            super(offset);
        }

        @Override
        protected boolean isOld(TcpSegment seg, Duration now) {
            return isActive()
                    && seg.option(Timestamps.class)
                            .filter(stamps -> stamps.value() - recent() < 0)
                            .isPresent();
        }
    }
}
