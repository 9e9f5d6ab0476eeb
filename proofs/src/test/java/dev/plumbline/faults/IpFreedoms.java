package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.ip;
import static dev.plumbline.faults.Seams.onHost;
import static dev.plumbline.faults.Seams.segmentsOut;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.Fragmenter;
import dev.plumbline.reference.ip.PartialDatagram;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Other choices where datagrams leave and arrive. */
final class IpFreedoms {
    /** How much of a datagram's text an ICMP error must quote at least. */
    private static final int LEAST_QUOTE = 8;

    /** 576 octets without two headers. */
    private static final int LEAST_SEGMENT = 536;

    /** Pieces that are smaller than the link asks for. */
    private static final int SMALL_PIECE = 128;

    private IpFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "df-id0",
                        "What is never cut needs no number of its own (RFC 6864 section 4.1).",
                        ownPackets(IpFreedoms::atomic)),
                freedom(
                        "quote-8",
                        "ICMP errors quote a header and eight octets (RFC 1122 section 3.2.2).",
                        ownPackets(IpFreedoms::withShortQuote)),
                freedom(
                        "frag-small-reversed",
                        "Fragments are smaller than they could be, and the last one leaves first (RFC 791 section 3.2).",
                        ip(IpFaults.cutting(IpFreedoms::smallPiecesLastFirst))),
                freedom(
                                "puts-together-576",
                                "It puts together 576 octets and no more, as every host must (RFC 1122 section 3.3.2).",
                                IpFreedoms::puttingTogetherTheLeast)
                        .omitting("RFC1122/EMTU-R"),
                freedom(
                                "pieces-wait-fifteen-seconds",
                                "A minute is what is recommended for pieces that wait (RFC 1122 section 3.3.2).",
                                piecesWait(Duration.ofSeconds(15)))
                        .omitting("RFC1122/REASSEMBLY-PATIENCE"),
                freedom(
                        "pieces-wait-five-minutes",
                        "So are two minutes at the most (RFC 1122 section 3.3.2).",
                        piecesWait(Duration.ofMinutes(5))),
                freedom(
                        "marked-pieces-dropped",
                        "Of what was cut a marked piece is dropped, and with it the whole (RFC 3168 section 5.3).",
                        ip(ReassemblyFaults.partials(WithoutMarked::new))),
                freedom(
                        "slow-out-0",
                        "Datagrams leave after the event that made them: RFC 1122 section 1.1.3 layers a stack, and no more.",
                        slowOut(Duration.ZERO)),
                freedom(
                        "slow-in-100",
                        "It looks at a datagram 100 ms after its arrival: RFC 1122 section 3.3 says what, not when.",
                        slowIn(Duration.ofMillis(100))));
    }

    private static Function<Host, Stack> piecesWait(Duration howLong) {
        return ip(ReassemblyFaults.reassembling(
                (clock, timedOut) -> new Reassembly(ReassemblyFaults.waiting(clock, howLong), timedOut)));
    }

    /** And its TCP asks for no more in a segment (RFC 9293 section 3.7.1, MUST-67). */
    private static Stack puttingTogetherTheLeast(Host host) {
        return new ChangedStack(segmentsOut(IpFreedoms::askingForTheLeast).apply(host)) {
            @Override
            public void receive(Link link, Octets datagram) {
                boolean tooLarge = Ipv4Packet.decode(datagram)
                        .value()
                        .filter(piece -> piece.destination().equals(host.address()) && piece.isFragment())
                        .filter(piece -> !ReassemblyFaults.isWithinTheLeast(piece))
                        .isPresent();
                if (!tooLarge) {
                    super.receive(link, datagram);
                }
            }
        };
    }

    private static TcpSegment askingForTheLeast(TcpSegment segment) {
        List<TcpOption> options = segment.options().stream()
                .map(option -> option instanceof TcpOption.MaximumSegmentSize
                        ? new TcpOption.MaximumSegmentSize(LEAST_SEGMENT)
                        : option)
                .toList();
        return segment.toBuilder().options(options).build();
    }

    /** What the host sends itself is changed; what it hands on for others is not. */
    private static Function<Host, Stack> ownPackets(UnaryOperator<Ipv4Packet> change) {
        return onHost(host -> new ForwardingHost(host) {
            @Override
            public void transmit(Link link, Octets datagram) {
                Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
                super.transmit(
                        link, isOwn(packet.source()) ? change.apply(packet).encode() : datagram);
            }

            private boolean isOwn(Ipv4Address source) {
                return links().stream().anyMatch(link -> link.address().equals(source));
            }
        });
    }

    private static Ipv4Packet atomic(Ipv4Packet packet) {
        return packet.isFragment() ? packet : packet.withDontFragment(true).withIdentification(0);
    }

    private static Ipv4Packet withShortQuote(Ipv4Packet packet) {
        if (!packet.protocol().equals(IpProtocol.ICMP) || packet.isFragment()) {
            return packet;
        }
        return IcmpMessage.decode(packet.payload())
                .value()
                .map(message ->
                        packet.withFragment(0, false, withShortQuote(message).encode()))
                .orElse(packet);
    }

    private static IcmpMessage withShortQuote(IcmpMessage message) {
        if (message instanceof IcmpMessage.DestinationUnreachable unreachable) {
            return new IcmpMessage.DestinationUnreachable(
                    unreachable.code(), unreachable.nextHopMtu(), shorter(unreachable.original()));
        }
        return message instanceof IcmpMessage.TimeExceeded exceeded
                ? new IcmpMessage.TimeExceeded(exceeded.code(), shorter(exceeded.original()))
                : message;
    }

    private static Octets shorter(Octets quote) {
        return quote.slice(0, Math.min(quote.length(), Headers.ipHeader(quote) + LEAST_QUOTE));
    }

    private static List<Ipv4Packet> smallPiecesLastFirst(Ipv4Packet packet, int mtu) {
        int most = packet.totalLength() <= mtu ? mtu : Math.min(mtu, packet.headerLength() + SMALL_PIECE);
        List<Ipv4Packet> pieces = new ArrayList<>(new Fragmenter().fragment(packet, most));
        Collections.reverse(pieces);
        return pieces;
    }

    private static Function<Host, Stack> slowOut(Duration delay) {
        return onHost(host -> new ForwardingHost(host) {
            @Override
            public void transmit(Link link, Octets datagram) {
                after(delay, () -> super.transmit(link, datagram));
            }
        });
    }

    private static Function<Host, Stack> slowIn(Duration delay) {
        return host -> new ChangedStack(ReferenceStack.on(host).boot()) {
            @Override
            public void receive(Link link, Octets datagram) {
                host.after(delay, () -> super.receive(link, datagram));
            }
        };
    }

    private static final class WithoutMarked extends PartialDatagram {
        @Override
        protected void add(Datagram fragment) {
            if (fragment.packet().ecn() != Ecn.CE) {
                super.add(fragment);
            }
        }
    }
}
