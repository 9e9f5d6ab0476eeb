package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.udp;
import static dev.plumbline.faults.Seams.udpDelivery;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stacks whose UDP does less than it must, or more: the rows UDP-1 to UDP-5 of the lesson. */
final class UdpFaults {
    private static final int SMALL = 512;

    private UdpFaults() {}

    static List<Fault> all() {
        return Stream.of(besideTcp(), header(), noHandshake(), noGuarantee(), nothingOfItsOwn())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> besideTcp() {
        return List.of(
                fault("one-port-table", "A port that UDP has is taken for TCP too.", around(OnePortTable::new))
                        .killedBy("UDP-1")
                        .saying("the stack refused a call of its application: PORT_IN_USE"),
                fault(
                                "port-before-protocol",
                                "What comes for a port that UDP has goes to UDP, whatever the protocol number.",
                                around(PortBeforeProtocol::new))
                        .killedBy("UDP-1")
                        .saying("the endpoint did not send what it must", "SYN"));
    }

    private static List<Fault> header() {
        return List.of(
                fault(
                                "udp-checksum-0",
                                "UDP datagrams leave without a checksum.",
                                udp(writing((udp, from, to) -> udp.with(UdpField.CHECKSUM, 0))))
                        .killedBy("RFC1122/UDP-CHECKSUM", "UDP-2")
                        .saying("checksum 0, which says that there is none", "nothing was written into the field"),
                fault(
                                "udp-zero-not-ones",
                                "A checksum that comes out as zero is sent as zero.",
                                udp(writing((udp, from, to) ->
                                        udp.get(UdpField.CHECKSUM) == 0xffff ? udp.with(UdpField.CHECKSUM, 0) : udp)))
                        .killedBy("UDP-2")
                        .saying(
                                "65535 in the checksum field, because 0 would say that there is no checksum",
                                "must be sent as 0xffff"),
                fault(
                                "udp-length-of-data",
                                "The length in the UDP header leaves the header itself out.",
                                udp(writing((udp, from, to) -> Headers.checksummedUdp(
                                        udp.with(UdpField.LENGTH, udp.length() - UdpDatagram.HEADER), from, to))))
                        .killedBy("UDP-2")
                        .saying(
                                "UDP header, octet 4: length 1, but 9 octets are here",
                                "does not count the header's 8 octets"),
                fault(
                                "udp-checksum-required",
                                "A datagram without a checksum is dropped.",
                                udp(reading(udp -> udp.u16(6) == 0 ? Octets.empty() : udp)))
                        .killedBy("UDP-2")
                        .saying("nothing", "the UDP checksum = 0, which says that there is none"),
                fault(
                                "udp-length-unread",
                                "The length in the UDP header is not looked at.",
                                udp(reading(udp -> udp.u16(6) == 0 ? udp.with(UdpField.LENGTH, udp.length()) : udp)))
                        .killedBy("UDP-2")
                        .saying("what had to be dropped: its UDP length is 0")
                        .dependingOn("the UDP length"));
    }

    private static List<Fault> noHandshake() {
        return List.of(
                fault(
                                "udp-hello",
                                "An empty datagram goes ahead of the first one to each destination, to see who is there.",
                                host -> datagramsOut(new Hello()).apply(host))
                        .killedBy("UDP-3", "LAY-2")
                        .saying("its data is other than what the application sent: nothing", "with 0 octets"),
                fault(
                                "udp-confirms",
                                "Each datagram is confirmed with an empty one.",
                                host -> new Confirming(host).boot())
                        .killedBy("UDP-3", "UDP-4")
                        .saying("ask nobody and confirm nothing"),
                fault(
                                "udp-stranger",
                                "The first datagram of a peer that is not known yet only makes it known.",
                                udpDelivery((host, handler) -> new Acquainted(handler)))
                        .killedBy("UDP-3", "PORT-1")
                        .saying("receives exactly these datagrams, one by one", "nothing"));
    }

    private static List<Fault> noGuarantee() {
        return List.of(
                fault(
                                "udp-no-twins",
                                "A datagram that is equal to an earlier one is taken for a duplicate and dropped.",
                                udpDelivery((host, handler) -> new NoTwins(handler)))
                        .killedBy("UDP-4")
                        .saying("but the wire delivered [\"datagram number 1\", \"datagram number 1\"]"),
                fault(
                                "udp-one-place",
                                "There is place for one datagram: the next one takes it before the application has looked.",
                                udpDelivery(OnePlace::new))
                        .killedBy("UDP-4")
                        .saying("1 instead of 2", "datagram number 1"),
                fault(
                                "udp-in-pieces",
                                "What does not fit into a small buffer is told to the application in two pieces.",
                                udpDelivery((host, handler) -> (source, data) -> inPieces(handler, source, data)))
                        .killedBy("UDP-4", "UDP-3")
                        .saying("2 instead of 1"));
    }

    private static List<Fault> nothingOfItsOwn() {
        return List.of(
                fault(
                                "udp-twice",
                                "Each datagram is sent twice, to be on the safe side.",
                                datagramsOut(d -> isUdp(d) ? List.of(d, d) : List.of(d)))
                        .killedBy("UDP-5")
                        .saying("the endpoint sent 2 packets for 1 datagram"),
                fault(
                                "udp-once",
                                "A datagram equal to the one before is not sent again.",
                                host -> datagramsOut(new NotAgain()).apply(host))
                        .killedBy("UDP-5")
                        .saying("the application receives the answer", "it received [] after"));
    }

    private static boolean isUdp(Octets datagram) {
        return datagram.get(Ipv4Field.PROTOCOL) == IpProtocol.UDP.number();
    }

    private static void inPieces(UdpHandler handler, SocketAddress source, Octets data) {
        handler.received(source, data.slice(0, Math.min(SMALL, data.length())));
        if (data.length() > SMALL) {
            handler.received(source, data.from(SMALL));
        }
    }

    /** Changes a datagram that is written already. */
    @FunctionalInterface
    private interface Writing {
        Octets change(Octets udp, Ipv4Address source, Ipv4Address destination);
    }

    private static UdpCodec writing(Writing change) {
        return new UdpCodec() {
            @Override
            public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
                return change.change(super.encode(datagram, source, destination), source, destination);
            }
        };
    }

    private static UdpCodec reading(Function<Octets, Octets> change) {
        return new UdpCodec() {
            @Override
            public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                return super.decode(octets.has(UdpField.CHECKSUM) ? change.apply(octets) : octets, source, destination);
            }
        };
    }

    private static final class OnePortTable extends ChangedStack {
        private final Set<Port> taken = new HashSet<>();

        OnePortTable(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            taken.add(port);
            return super.openUdp(port, handler);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            if (taken.contains(port)) {
                throw new CallRefused(CallRefused.Reason.PORT_IN_USE, "port " + port);
            }
            return super.listen(port, acceptor);
        }
    }

    private static final class PortBeforeProtocol extends ChangedStack {
        private final Set<Port> udp = new HashSet<>();

        PortBeforeProtocol(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            udp.add(port);
            return super.openUdp(port, handler);
        }

        @Override
        public void receive(Link link, Octets datagram) {
            boolean toUdp = Ipv4Packet.decode(datagram)
                    .value()
                    .filter(p -> p.payload().length() >= UdpDatagram.HEADER)
                    .filter(p -> udp.contains(new Port(p.payload().u16(2))))
                    .isPresent();
            super.receive(
                    link, toUdp ? Headers.withIp(datagram, Ipv4Field.PROTOCOL, IpProtocol.UDP.number()) : datagram);
        }
    }

    /** Remembers whom it has greeted. */
    private static final class Hello implements Function<Octets, List<Octets>> {
        private final Set<SocketAddress> greeted = new HashSet<>();

        @Override
        public List<Octets> apply(Octets datagram) {
            Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
            if (!packet.protocol().equals(IpProtocol.UDP)) {
                return List.of(datagram);
            }
            UdpDatagram udp = UdpDatagram.decode(packet.payload(), packet.source(), packet.destination())
                    .orElseThrow();
            boolean isNew = greeted.add(new SocketAddress(packet.destination(), udp.destinationPort()));
            return isNew ? List.of(empty(packet, udp).encode(), datagram) : List.of(datagram);
        }

        private static Ipv4Packet empty(Ipv4Packet packet, UdpDatagram udp) {
            UdpDatagram hello = new UdpDatagram(udp.sourcePort(), udp.destinationPort(), Octets.empty());
            return Ipv4Packet.of(
                    packet.source(),
                    packet.destination(),
                    IpProtocol.UDP,
                    hello.encode(packet.source(), packet.destination()));
        }
    }

    /** Knows the sockets, to answer through them. */
    private record Confirming(Host host) {
        Stack boot() {
            return around(stack -> new ChangedStack(stack) {
                        @Override
                        public UdpSocket openUdp(Port port, UdpHandler handler) {
                            UdpSocket[] own = new UdpSocket[1];
                            own[0] = super.openUdp(port, (source, data) -> {
                                if (!source.port().equals(Port.ANY)) {
                                    own[0].send(source, Octets.empty());
                                }
                                handler.received(source, data);
                            });
                            return own[0];
                        }
                    })
                    .apply(host);
        }
    }

    private static final class Acquainted implements UdpHandler {
        private final Set<SocketAddress> known = new HashSet<>();
        private final UdpHandler handler;

        Acquainted(UdpHandler handler) {
            this.handler = handler;
        }

        @Override
        public void received(SocketAddress source, Octets data) {
            if (!known.add(source)) {
                handler.received(source, data);
            }
        }
    }

    private static final class NoTwins implements UdpHandler {
        private final Set<Octets> seen = new HashSet<>();
        private final UdpHandler handler;

        NoTwins(UdpHandler handler) {
            this.handler = handler;
        }

        @Override
        public void received(SocketAddress source, Octets data) {
            if (seen.add(data)) {
                handler.received(source, data);
            }
        }
    }

    private static final class OnePlace implements UdpHandler {
        private final Host host;
        private final UdpHandler handler;
        private @Nullable Runnable waiting;

        OnePlace(Host host, UdpHandler handler) {
            this.host = host;
            this.handler = handler;
        }

        @Override
        public void received(SocketAddress source, Octets data) {
            waiting = () -> handler.received(source, data);
            host.after(Duration.ofMillis(1), this::look);
        }

        private void look() {
            if (waiting != null) {
                Runnable newest = waiting;
                waiting = null;
                newest.run();
            }
        }
    }

    private static final class NotAgain implements Function<Octets, List<Octets>> {
        private Octets last = Octets.empty();

        @Override
        public List<Octets> apply(Octets datagram) {
            Octets carried = datagram.from(Headers.ipHeader(datagram));
            boolean again = isUdp(datagram) && carried.equals(last);
            last = carried;
            return again ? List.of() : List.of(datagram);
        }
    }
}
