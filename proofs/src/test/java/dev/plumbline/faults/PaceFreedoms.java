package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.onHost;
import static dev.plumbline.faults.Seams.sender;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.RetransmissionTimeout;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.WhenToAcknowledge;
import dev.plumbline.reference.tcp.WhenToUpdateWindow;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Other choices of when something is done. */
final class PaceFreedoms {
    private static final Duration A_QUARTER = Duration.ofMillis(250);
    private static final Duration TO_LEAVE = Duration.ofMillis(120);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private PaceFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "slow-machine",
                        "Each datagram takes 120 ms to leave: no RFC says how fast a host is.",
                        onHost(SlowMachine::new)),
                freedom(
                        "coarse-clock",
                        "Its timers run out at quarters of a second only (RFC 6298 section 4: the granularity is its own).",
                        onHost(CoarseClock::new)),
                freedom(
                                "rto-quarter",
                                "It waits for a quarter of a second before it sends again: 1 s is only a SHOULD (RFC 6298 section 2).",
                                tcp(rto(ShortTimeout::new)))
                        .omitting("RFC6298/MINIMUM", "RFC6298/FIRST-VALUE"),
                freedom(
                        "initial-rto-3",
                        "Before anything was measured it waits for three seconds, as it may still do (RFC 6298 section 2).",
                        tcp(rto(LongInitialTimeout::new))),
                freedom(
                                "ack-at-once",
                                "No acknowledgment waits: that it does is only a SHOULD (RFC 9293 section 3.8.6.3, SHLD-18).",
                                tcp(new AtOnce()))
                        .omitting("RFC9293/SHLD-18"),
                freedom(
                        "probes-after-five-seconds",
                        "It probes a closed window after five seconds at the earliest, as some do (RFC 9293 section 3.8.6.1, SHLD-29).",
                        sender(PatientProbes::new)),
                freedom(
                        "opens-half-the-buffer",
                        "It tells of room when half of its buffer is free (RFC 9293 section 3.8.6.2.2).",
                        tcp(new HalfTheBuffer())));
    }

    private static TcpParts rto(Supplier<RetransmissionTimeout> timeout) {
        return new TcpParts() {
            @Override
            public RetransmissionTimeout retransmissionTimeout() {
                return timeout.get();
            }
        };
    }

    private static Duration atMost(Duration longest, Duration value) {
        return value.compareTo(longest) > 0 ? longest : value;
    }

    private static final class SlowMachine extends ForwardingHost {
        SlowMachine(Host host) {
            super(host);
        }

        @Override
        public void transmit(Link link, Octets datagram) {
            after(TO_LEAVE, () -> super.transmit(link, datagram));
        }
    }

    private static final class CoarseClock extends ForwardingHost {
        CoarseClock(Host host) {
            super(host);
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            long past = now().plus(delay).toNanos() % A_QUARTER.toNanos();
            boolean exact = delay.isZero() || past == 0;
            return super.after(exact ? delay : delay.plus(A_QUARTER).minusNanos(past), action);
        }
    }

    private static final class ShortTimeout extends RetransmissionTimeout {
        private int backedOff;
        private Duration variance = Duration.ZERO;
        private Duration least = A_QUARTER;

        @Override
        public Duration value() {
            Duration measured =
                    smoothed().map(srtt -> srtt.plus(variance.multipliedBy(4))).orElse(least);
            Duration once = measured.compareTo(least) < 0 ? least : measured;
            return atMost(LONGEST, once.multipliedBy(1L << Math.min(backedOff, 10)));
        }

        @Override
        public void measured(Duration r) {
            variance = smoothed()
                    .map(srtt ->
                            variance.multipliedBy(3).plus(srtt.minus(r).abs()).dividedBy(4))
                    .orElse(r.dividedBy(2));
            super.measured(r);
            backedOff = 0;
            least = A_QUARTER;
        }

        /** RFC 6298 section 5, rule (5.7). */
        @Override
        public void establishedAfterLostSyn() {
            backedOff = 0;
            least = AFTER_LOST_SYN;
        }

        @Override
        public void backOff() {
            super.backOff();
            backedOff++;
        }
    }

    private static final class LongInitialTimeout extends RetransmissionTimeout {
        @Override
        public Duration value() {
            return smoothed().isEmpty() ? atMost(LONGEST, super.value().multipliedBy(3)) : super.value();
        }
    }

    private static final class AtOnce extends TcpParts {
        @Override
        public WhenToAcknowledge whenToAcknowledge() {
            return new WhenToAcknowledge() {
                @Override
                public boolean mayWait(Tcb tcb) {
                    return false;
                }
            };
        }
    }

    private static final class PatientProbes extends Sender {
        private static final Duration LEAST = Duration.ofSeconds(5);

        @Override
        protected Duration probeInterval(Tcb tcb) {
            Duration interval = atMost(LONGEST, super.probeInterval(tcb).multipliedBy(5));
            return interval.compareTo(LEAST) < 0 ? LEAST : interval;
        }
    }

    private static final class HalfTheBuffer extends TcpParts {
        @Override
        public WhenToUpdateWindow whenToUpdateWindow() {
            return new WhenToUpdateWindow() {
                @Override
                public int window(Tcb tcb, int space) {
                    return space - tcb.rcvWnd >= Tcb.BUFFER / WORTHWHILE_PART ? space : tcb.rcvWnd;
                }
            };
        }
    }
}
