package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.IpFaults.datagramsInIf;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.ip;

import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.ip.PartialDatagram;
import dev.plumbline.reference.ip.Reassembler;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.ForwardingEnvironment;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.Timer;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stacks that put pieces together wrongly, or give data to the wrong program. */
final class ReassemblyFaults {
    private ReassemblyFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("pieces-in-order", "Pieces are taken only in order.", ip(partials(InOrder::new)))
                        .killedBy("IP-3")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault("piece-twice", "A piece that comes twice spoils the datagram.", ip(partials(NoPieceTwice::new)))
                        .killedBy("IP-3")
                        .saying("the application receives exactly these datagrams", "nothing")
                        .dependingOn("twice come the pieces numbered"),
                fault(
                                "pieces-without-number",
                                "Pieces from one host are taken for parts of one datagram, whatever their number.",
                                ip(keyed(packet -> List.of(packet.source(), packet.protocol()))))
                        .killedBy("IP-3")
                        .saying("the application receives exactly these datagrams, in any order"),
                fault(
                                "pieces-without-source",
                                "Pieces with one number are taken for parts of one datagram, whoever sends them.",
                                ip(keyed(packet -> List.of(packet.protocol(), packet.identification()))))
                        .killedBy("IP-3")
                        .saying("the application receives exactly these datagrams, in any order"),
                fault(
                                "one-at-a-time",
                                "While a datagram is incomplete, no piece of another one is taken.",
                                ip(reassembling(OneAtATime::new)))
                        .killedBy("IPL-2", "IP-3")
                        .saying("the application receives exactly these datagrams"),
                fault(
                                "tells-itself",
                                "Applications are told that everything comes from port 53.",
                                around(TellsPort53::new))
                        .killedBy("IP-4")
                        .saying("it was told", ":53"),
                fault(
                                "first-program-gets-all",
                                "Whatever arrives is given to the program that opened a port first.",
                                around(FirstProgram::new))
                        .killedBy("IPL-4", "PORT-1", "PORT-3")
                        .saying("the application with port", "instead of"),
                fault(
                                "pieces-to-anyone",
                                "A piece without ports is given to the program that opened a port first.",
                                around(PiecesToAnyone::new))
                        .killedBy("IPL-4", "IP-3")
                        .saying("although the piece with the ports has not come"));
    }

    /** Beyond the lesson: how much is put together, and what becomes of pieces that wait in vain. */
    static List<Fault> beyondTheLesson() {
        return List.of(
                fault(
                                "576-and-no-more",
                                "Pieces that lie beyond 576 octets are dropped.",
                                datagramsInIf(piece -> !piece.isFragment() || isWithinTheLeast(piece)))
                        .killedBy("RFC1122/EMTU-R")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault(
                                "reports-any-piece",
                                "When the time for the pieces is over, the report quotes whichever piece has come.",
                                ReportsAnyPiece::new)
                        .killedBy("RFC1122/ICMP-ABOUT")
                        .saying("about a datagram that must not get one"),
                fault(
                                "late-piece-unreported",
                                "When the time for the pieces is over, nobody is told.",
                                ip(reassembling((clock, timedOut) -> new Reassembly(clock, first -> {}))))
                        .killedBy("RFC1122/REASSEMBLY-TIMEOUT")
                        .saying("Time Exceeded, code 1", "nothing"),
                fault(
                                "whole-reported",
                                "The time for a datagram's pieces runs on after the last of them has come.",
                                ip(reassembling(ReportsTheWhole::new)))
                        .killedBy("RFC1122/REASSEMBLY-TIMEOUT")
                        .saying("the endpoint answered", "no packet at all"),
                fault(
                                "late-piece-completes",
                                "Who has sent pieces is told that their time is over, but they are kept.",
                                ip(reassembling(KeptForever::new)))
                        .killedBy("RFC1122/REASSEMBLY-TIMEOUT")
                        .saying("the application received the datagram, although the endpoint had given it up"),
                fault(
                                "pieces-for-five-seconds",
                                "The time for the pieces is over after five seconds.",
                                ip(reassembling((clock, timedOut) ->
                                        new Reassembly(waiting(clock, Duration.ofSeconds(5)), timedOut))))
                        .killedBy("RFC1122/REASSEMBLY-PATIENCE")
                        .saying("the datagram reaches the application", "0 datagrams"));
    }

    /** So long, whatever it is told. */
    static Environment waiting(Environment clock, Duration always) {
        return new ForwardingEnvironment(clock) {
            @Override
            public Timer after(Duration delay, Runnable action) {
                return super.after(always, action);
            }
        };
    }

    /** What every host must be able to put together (RFC 1122 section 3.3.2). */
    static boolean isWithinTheLeast(Ipv4Packet piece) {
        return piece.fragmentOffset() + piece.totalLength() <= Ipv4Packet.MIN_RECEIVABLE;
    }

    static IpParts reassembling(BiFunction<Environment, Consumer<Datagram>, Reassembler> maker) {
        return new IpParts() {
            @Override
            public Reassembler reassembler(Environment clock, Consumer<Datagram> timedOut) {
                return maker.apply(clock, timedOut);
            }
        };
    }

    static IpParts partials(Supplier<PartialDatagram> maker) {
        return reassembling((clock, timedOut) -> new Reassembly(clock, timedOut) {
            @Override
            protected PartialDatagram partialDatagram() {
                return maker.get();
            }
        });
    }

    static IpParts keyed(Function<Ipv4Packet, Object> key) {
        return reassembling((clock, timedOut) -> new Reassembly(clock, timedOut) {
            @Override
            protected Object key(Ipv4Packet packet) {
                return key.apply(packet);
            }
        });
    }

    /** What it forgets in time, it has a second memory for. */
    static final class KeptForever implements Reassembler {
        private final Reassembler punctual;
        private final Reassembler patient;

        KeptForever(Environment clock, Consumer<Datagram> timedOut) {
            punctual = new Reassembly(clock, timedOut);
            patient = new Reassembly(waiting(clock, Duration.ofDays(1)), first -> {});
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            punctual.accept(fragment);
            return patient.accept(fragment);
        }
    }

    private static final class ReportsTheWhole implements Reassembler {
        private final Environment clock;
        private final Consumer<Datagram> timedOut;
        private final Reassembler right;

        ReportsTheWhole(Environment clock, Consumer<Datagram> timedOut) {
            this.clock = clock;
            this.timedOut = timedOut;
            this.right = new Reassembly(clock, timedOut);
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            Optional<Datagram> whole = right.accept(fragment);
            whole.ifPresent(datagram -> clock.after(Duration.ofSeconds(60), () -> timedOut.accept(datagram)));
            return whole;
        }
    }

    private static final class ReportsAnyPiece extends ChangedStack {
        private static final Duration TIMEOUT = Duration.ofSeconds(60);

        private final Host host;

        ReportsAnyPiece(Host host) {
            super(ReferenceStack.on(host).boot());
            this.host = host;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            super.receive(link, datagram);
            Ipv4Packet.decode(datagram)
                    .value()
                    .filter(piece -> piece.fragmentOffset() > 0)
                    .ifPresent(piece -> host.after(
                            TIMEOUT, () -> host.transmit(link, report(piece).encode())));
        }

        private static Ipv4Packet report(Ipv4Packet piece) {
            Octets quote = piece.encode();
            return Ipv4Packet.of(
                    /* source= */ piece.destination(),
                    /* destination= */ piece.source(),
                    IpProtocol.ICMP,
                    new TimeExceeded(TimeExceeded.REASSEMBLY, quote.slice(0, Math.min(quote.length(), 28))).encode());
        }
    }

    private static final class InOrder extends PartialDatagram {
        private int next;

        @Override
        protected void add(Datagram fragment) {
            if (fragment.packet().fragmentOffset() == next) {
                next += fragment.packet().payload().length();
                super.add(fragment);
            }
        }
    }

    private static final class NoPieceTwice extends PartialDatagram {
        private int octets;
        private int end = Integer.MAX_VALUE;

        @Override
        protected void add(Datagram fragment) {
            Ipv4Packet packet = fragment.packet();
            octets += packet.payload().length();
            end = packet.moreFragments()
                    ? end
                    : packet.fragmentOffset() + packet.payload().length();
            super.add(fragment);
        }

        @Override
        protected Optional<Datagram> whole() {
            return octets == end ? super.whole() : Optional.empty();
        }
    }

    private static final class OneAtATime extends Reassembly {
        private @Nullable Object busy;

        OneAtATime(Environment clock, Consumer<Datagram> timedOut) {
            super(clock, timedOut);
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            Object key = key(fragment.packet());
            if (busy != null && !busy.equals(key)) {
                return Optional.empty();
            }
            Optional<Datagram> whole = super.accept(fragment);
            busy = whole.isPresent() ? null : key;
            return whole;
        }
    }

    private static final class TellsPort53 extends ChangedStack {
        TellsPort53(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            return super.openUdp(
                    port, (source, data) -> handler.received(new SocketAddress(source.address(), Port.of(53)), data));
        }
    }

    private static class FirstProgram extends ChangedStack {
        private @Nullable UdpHandler first;

        FirstProgram(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            first = first == null ? handler : first;
            return super.openUdp(port, receiver(handler));
        }

        UdpHandler receiver(UdpHandler handler) {
            return program().orElse(handler);
        }

        final Optional<UdpHandler> program() {
            return Optional.ofNullable(first);
        }
    }

    private static final class PiecesToAnyone extends FirstProgram {
        PiecesToAnyone(Stack stack) {
            super(stack);
        }

        @Override
        UdpHandler receiver(UdpHandler handler) {
            return handler;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            super.receive(link, datagram);
            Ipv4Packet.decode(datagram)
                    .value()
                    .filter(packet -> packet.fragmentOffset() > 0)
                    .ifPresent(packet -> program()
                            .ifPresent(program -> program.received(
                                    new SocketAddress(packet.source(), Port.of(1)), packet.payload())));
        }
    }
}
