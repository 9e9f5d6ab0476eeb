package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.Seams.segments;
import static dev.plumbline.faults.Seams.segmentsOut;
import static dev.plumbline.faults.Seams.tcp;
import static dev.plumbline.faults.Seams.udp;
import static dev.plumbline.faults.Seams.udpOut;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks whose layers do not each do their own part: the rows LAY-1 to LAY-4 of the lesson. */
final class LayerFaults {
    private LayerFaults() {}

    static List<Fault> all() {
        return Stream.of(layers(), envelopesOut(), envelopesIn(), transportHeader())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> layers() {
        return List.of(
                fault(
                                "ip-checksum-unread",
                                "The checksum of the IP header is not verified.",
                                datagramsIn(d -> List.of(Headers.checksummed(d))))
                        .killedBy("LAY-1")
                        .saying("what had to be dropped: the IP header's checksum does not fit")
                        .dependingOn("the bit that is turned over, from the start of the part"),
                fault("udp-checksum-unread", "The checksum of UDP is not verified.", udp(new UdpCodec() {
                            @Override
                            public Decoded<UdpDatagram> decode(Octets udp, Ipv4Address from, Ipv4Address to) {
                                return super.decode(
                                        udp.has(UdpField.CHECKSUM) ? udp.with(UdpField.CHECKSUM, 0) : udp, from, to);
                            }
                        }))
                        .killedBy("LAY-1")
                        .saying("what had to be dropped: the UDP checksum does not fit"),
                fault(
                                "promiscuous",
                                "IP takes every datagram that it sees, whatever address it is for.",
                                host -> datagramsIn(d -> List.of(readdressed(d, host.address())))
                                        .apply(host))
                        .killedBy("LAY-1")
                        .saying("what had to be dropped: it is for the host"));
    }

    private static List<Fault> envelopesOut() {
        return List.of(
                fault(
                                "ip-length-of-data",
                                "The total length in the IP header leaves the header itself out.",
                                datagramsOut(d -> List.of(
                                        Headers.withIp(d, Ipv4Field.TOTAL_LENGTH, d.length() - Headers.ipHeader(d)))))
                        .killedBy("LAY-2", "RFC791/HEADER")
                        .saying("total length", "does not count the header's 20 octets"),
                fault(
                                "udp-padded",
                                "Data of an odd length leaves with the zero octet that the checksum is computed with.",
                                udpOut(u ->
                                        new UdpDatagram(u.sourcePort(), u.destinationPort(), padded(u.payload(), 2))))
                        .killedBy("LAY-2", "UDP-3")
                        .saying(
                                "its data is other than what the application sent: 2 octets instead of 1, the first 1 of them right"),
                fault(
                                "tcp-padded",
                                "The data of a segment is filled up to a multiple of four octets, like the header.",
                                tcp(new Padding()))
                        .killedBy("LAY-2", "HS-5")
                        .saying("4 octets instead of 1, the first 1 of them right"));
    }

    private static List<Fault> envelopesIn() {
        return List.of(
                fault(
                                "ip-header-of-20",
                                "The IP header is taken for 20 octets, options or not.",
                                datagramsIn(d -> List.of(cutAt20(d))))
                        .killedBy("LAY-3")
                        .saying("nothing", "the IP options")
                        .dependingOn("the IP options"),
                fault(
                                "tcp-header-of-20",
                                "The TCP header is taken for 20 octets, options or not.",
                                segments(new HeaderOf20()))
                        .killedBy("LAY-3")
                        .saying("acknowledged", "4 too many", "the TCP options")
                        .dependingOn("the TCP options"),
                fault(
                                "padding-delivered",
                                "The data is taken to end where the packet ends, padding included.",
                                datagramsIn(d -> List.of(Headers.withIp(d, Ipv4Field.TOTAL_LENGTH, d.length()))))
                        .killedBy("LAY-3")
                        .saying("nothing", "the padding")
                        .dependingOn("the padding"),
                fault(
                                "one-octet",
                                "A segment with one octet of data is taken for a keep-alive and dropped.",
                                arrivals((tcb, seg) ->
                                        Optional.of(seg).filter(s -> s.payload().length() != 1)))
                        .killedBy("LAY-3")
                        .saying("the 1 octet that the peer has sent", "nothing"));
    }

    private static List<Fault> transportHeader() {
        return List.of(
                fault(
                                "no-pseudo-header",
                                "The TCP checksum leaves the pseudo-header out.",
                                segments(new NoPseudoHeader()))
                        .killedBy("LAY-4", "RFC9293/MUST-2")
                        .saying("wrong checksum", "leaves the pseudo-header out"),
                fault("tcp-checksum-unread", "The checksum of TCP is not verified.", segments(new SegmentCodec() {
                            @Override
                            public Decoded<TcpSegment> decode(Octets tcp, Ipv4Address from, Ipv4Address to) {
                                return super.decode(Headers.checksummedTcp(tcp, from, to), from, to);
                            }
                        }))
                        .killedBy("LAY-4")
                        .saying("what had to be dropped: the TCP checksum does not fit")
                        .dependingOn("the bit that is turned over, from the start of the segment"),
                fault(
                                "own-port-ignored",
                                "A client leaves from a port that the stack chooses, whatever port the application asked for.",
                                around(stack -> new ChangedStack(stack) {
                                    @Override
                                    public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
                                        return super.connect(Port.ANY, remote, handler);
                                    }
                                }))
                        .killedBy("LAY-4")
                        .saying("it goes from port", "a segment with SYN", "from port 5000 to port 8080"),
                fault(
                                "syn-not-counted",
                                "A SYN takes up no number: the first octet of data has the number of the SYN.",
                                host -> segmentsOut(new SynNotCounted()).apply(host))
                        .killedBy("LAY-4", "HS-5")
                        .saying("its first octet has the number of the SYN, but a SYN counts as one octet"));
    }

    private static Octets readdressed(Octets datagram, Ipv4Address own) {
        Optional<Ipv4Packet> packet = Ipv4Packet.decode(datagram)
                .value()
                .filter(p -> p.protocol().equals(IpProtocol.UDP))
                .filter(p -> !p.destination().equals(own));
        return packet.map(p -> Ipv4Packet.of(
                                p.source(), own, p.protocol(), Headers.checksummedUdp(p.payload(), p.source(), own))
                        .encode())
                .orElse(datagram);
    }

    private static Octets padded(Octets data, int multiple) {
        int missing = (multiple - data.length() % multiple) % multiple;
        return data.plus(Octets.wrap(new byte[missing]));
    }

    /**
     * What the peer acknowledges of the filling was never sent as far as the machine knows. It is kept from saying so each time,
     * or the two would acknowledge each other's acknowledgments for ever.
     */
    private static final class Padding extends TcpParts {
        @Override
        public SegmentCodec codec() {
            return new SegmentCodec() {
                @Override
                public Octets encode(TcpSegment s, Ipv4Address source, Ipv4Address destination) {
                    TcpSegment filled =
                            s.toBuilder().payload(padded(s.payload(), 4)).build();
                    return super.encode(filled, source, destination);
                }
            };
        }

        @Override
        public SegmentArrives segmentArrives(Sender sender) {
            return new SegmentArrives(sender) {
                @Override
                public void segmentArrives(Turn turn, TcpSegment seg) {
                    boolean tooMuch =
                            turn.tcb.state == TcpState.ESTABLISHED && seg.ack().isAfter(turn.tcb.sndNxt);
                    super.segmentArrives(
                            turn,
                            tooMuch ? seg.toBuilder().ackNumber(turn.tcb.sndNxt).build() : seg);
                }
            };
        }
    }

    private static Octets cutAt20(Octets datagram) {
        return Headers.ipHeader(datagram) == 20 ? datagram : Headers.checksummed(datagram.with(Ipv4Field.IHL, 5));
    }

    private static final class HeaderOf20 extends SegmentCodec {
        @Override
        public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            UnaryOperator<TcpSegment> cut = s -> s.has(TcpFlag.SYN)
                    ? s
                    : s.toBuilder().options(List.of()).payload(octets.from(20)).build();
            Decoded<TcpSegment> decoded = super.decode(octets, source, destination);
            return decoded.value().map(cut).map(Decoded::valid).orElse(decoded);
        }
    }

    private static final class NoPseudoHeader extends SegmentCodec {
        @Override
        public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
            Octets blank = super.encode(segment, source, destination).with(TcpField.CHECKSUM, 0);
            return blank.with(TcpField.CHECKSUM, InternetChecksum.of(blank));
        }
    }

    /** Remembers the number of each connection's SYN. */
    private static final class SynNotCounted implements UnaryOperator<TcpSegment> {
        private final Map<Port, SeqNumber> syns = new HashMap<>();

        @Override
        public TcpSegment apply(TcpSegment s) {
            if (s.has(TcpFlag.SYN)) {
                syns.put(s.sourcePort(), s.seq());
            }
            return s.payload().isEmpty() || s.has(TcpFlag.SYN)
                    ? s
                    : s.toBuilder().seq(s.seq().plus(-1)).build();
        }
    }
}
