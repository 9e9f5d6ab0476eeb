package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.IpFaults.datagramsInIf;
import static dev.plumbline.faults.IpFaults.packetsOut;
import static dev.plumbline.faults.ReassemblyFaults.keyed;
import static dev.plumbline.faults.ReassemblyFaults.reassembling;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.ip;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that are right in each of two things, and wrong where they meet: pieces and addresses, quotes and options. */
final class MeetingFaults {
    private MeetingFaults() {}

    static List<Fault> all() {
        return Stream.of(ofPackets(), ofErrors()).flatMap(List::stream).toList();
    }

    private static List<Fault> ofPackets() {
        return List.of(
                fault(
                                "pieces-without-destination",
                                "Pieces with one number are taken for parts of one datagram, whomever they are for.",
                                ip(keyed(packet ->
                                        List.of(packet.source(), packet.protocol(), packet.identification()))))
                        .killedBy("IP-3")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault(
                                "old-pieces-dropped",
                                "A piece whose Time to Live is nearly over is dropped.",
                                datagramsInIf(piece -> !piece.isFragment() || piece.timeToLive() > 1))
                        .killedBy("RFC1122/TTL-ARRIVING")
                        .saying("the application receives exactly these datagrams", "nothing"),
                fault(
                                "pieces-for-many",
                                "What was put together is taken to be for this host alone, whomever the pieces were for.",
                                ip(reassembling((clock, timedOut) -> new Reassembly(clock, timedOut) {
                                    @Override
                                    public Optional<Datagram> accept(Datagram fragment) {
                                        return super.accept(fragment)
                                                .map(d -> new Datagram(d.packet(), d.octets(), true));
                                    }
                                })))
                        .killedBy("RFC1122/ICMP-ABOUT")
                        .saying("about a datagram that must not get one"),
                fault(
                                "quotes-28",
                                "An ICMP error quotes 28 octets of a datagram with options, as of one without.",
                                packetsOut(quoting(MeetingFaults::first28)))
                        .killedBy("RFC1122/ICMP-QUOTE")
                        .saying("does not quote any datagram it has received"),
                fault(
                                "quotes-without-padding",
                                "The length of a quote is that of the options which were read and of the data.",
                                packetsOut(quoting(MeetingFaults::withoutPadding)))
                        .killedBy("RFC1122/ICMP-QUOTE")
                        .saying("does not quote any datagram it has received"),
                fault(
                                "pings-answered-from-the-first",
                                "A ping is answered from the host's first address, whichever was pinged.",
                                MeetingFaults::answeringFromTheFirst)
                        .killedBy("RFC1122/ECHO")
                        .saying("this is no answer to the ping"));
    }

    private static List<Fault> ofErrors() {
        return List.of(
                fault(
                                "only-unreachable-told",
                                "An application hears of what is unreachable, and not of what was too old or had a wrong header.",
                                datagramsInIf(packet -> IcmpFaults.message(packet)
                                        .filter(IcmpMessage::isError)
                                        .filter(error -> !(error instanceof DestinationUnreachable))
                                        .isEmpty()))
                        .killedBy("RFC1122/4.1.3.3-ERRORS")
                        .saying("the application is told that its datagram", "it was told nothing of the kind"),
                fault("errors-for-all", "Every application hears of every error.", around(ErrorsForAll::new))
                        .killedBy("RFC1122/4.1.3.3-ERRORS")
                        .saying("was told of an error about a datagram that it has not sent"));
    }

    /** With another part of the quote in an error that has one of a header with options. */
    private static UnaryOperator<Ipv4Packet> quoting(UnaryOperator<Octets> part) {
        return packet -> IcmpFaults.message(packet)
                .filter(DestinationUnreachable.class::isInstance)
                .map(DestinationUnreachable.class::cast)
                .filter(error -> error.original().get(Ipv4Field.IHL) > 5)
                .map(error ->
                        new DestinationUnreachable(error.code(), error.nextHopMtu(), part.apply(error.original())))
                .map(error -> packet.withFragment(0, false, error.encode()))
                .orElse(packet);
    }

    private static Octets first28(Octets quote) {
        return quote.slice(0, Ipv4Packet.MIN_HEADER + IcmpMessage.HEADER);
    }

    private static Octets withoutPadding(Octets quote) {
        int end = (int) quote.get(Ipv4Field.IHL) * Integer.BYTES;
        int used = end;
        while (used > Ipv4Packet.MIN_HEADER && quote.i32(used - Integer.BYTES) == 0) {
            used -= Integer.BYTES;
        }
        return quote.slice(0, Math.max(end, quote.length() - (end - used)));
    }

    private static Stack answeringFromTheFirst(Host host) {
        return packetsOut(packet -> IcmpFaults.message(packet)
                                .filter(EchoReply.class::isInstance)
                                .isPresent()
                        ? IpFaults.between(host.address(), packet.destination(), packet)
                        : packet)
                .apply(host);
    }

    private static final class ErrorsForAll extends ChangedStack {
        private final List<UdpHandler> all = new ArrayList<>();

        ErrorsForAll(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            all.add(handler);
            return super.openUdp(port, new UdpHandler() {
                @Override
                public void received(SocketAddress source, Octets data) {
                    handler.received(source, data);
                }

                @Override
                public void unreachable(SocketAddress destination) {
                    all.forEach(each -> each.unreachable(destination));
                }
            });
        }
    }
}
