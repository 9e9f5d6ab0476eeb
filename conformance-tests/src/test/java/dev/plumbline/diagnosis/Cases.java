package dev.plumbline.diagnosis;

import static dev.plumbline.diagnosis.Wire.fromHost;
import static dev.plumbline.diagnosis.Wire.fromPeer;
import static dev.plumbline.tcp.TcpFlag.ACK;
import static dev.plumbline.tcp.TcpFlag.FIN;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Stream;

/** For each diagnoser, but for those of checksums, a difference that its mistake makes. */
final class Cases {
    /** What a diagnoser must explain, before all others. */
    record Case(Diagnoser diagnoser, Difference difference, Facts facts) {
        @Override
        public String toString() {
            return diagnoser.name();
        }
    }

    private static final long ISS = 0x8877_6655L;
    private static final long IRS = 1000;
    private static final Octets TEN = Octets.ofText("0123456789");

    private Cases() {}

    static List<Case> all() {
        return Stream.of(
                        ends(),
                        bases(),
                        sequences(),
                        countings(),
                        flags(),
                        windows(),
                        sizes(),
                        stamps(),
                        dns(),
                        dnsText(),
                        readings(),
                        lengths())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> ends() {
        SocketAddress peer = new SocketAddress(Wire.PEER, Wire.PEER_PORT);
        SocketAddress host = new SocketAddress(Wire.HOST, Wire.HOST_PORT);
        Facts answered = new Wire().in(Wire.udpIn(5000, 8080, TEN)).seeing(Wire.udpOut(8080, 5000, TEN));
        return List.of(
                of(Ends.WRONG_WAY_ROUND, Quantity.PORTS, 8080L << 16 | 5000, 5000L << 16 | 8080, Wire.nothing()),
                of(Ends.ONE_FOR_BOTH, Quantity.PORTS, 8080L << 16 | 5000, 8080L << 16 | 8080, Wire.nothing()),
                of(Ends.NOT_SWAPPED, Quantity.SOCKET, Ends.bits(host), Ends.bits(peer), answered),
                of(
                        Ends.ANY_LEFT_ZERO,
                        Quantity.SOCKET,
                        Ends.bits(host),
                        Ends.bits(SocketAddress.of(Wire.HOST, 0)),
                        answered));
    }

    /** The peer's SYN has come, the host's SYN and ACK has left, ten octets have come. */
    private static Wire connection() {
        return new Wire()
                .in(fromPeer(IRS, SYN))
                .out(fromHost(ISS, SYN).ack(SeqNumber.of(IRS + 1)).window(500))
                .in(fromPeer(IRS + 1).ack(SeqNumber.of(ISS + 1)).window(700).payload(TEN));
    }

    private static List<Case> bases() {
        Facts answer = connection().seeing(fromHost(ISS + 1, ACK));
        long next = IRS + 11;
        Facts echoing = new Wire()
                .in(fromPeer(IRS + 1).ack(SeqNumber.of(ISS + 100)).payload(TEN))
                .seeing(fromHost(ISS + 1, ACK));
        Facts early = connection()
                .in(fromPeer(IRS + 50).ack(SeqNumber.of(ISS + 1)).payload(TEN))
                .seeing(fromHost(ISS + 1, ACK));
        long last = 0xffff_fff8L;
        Facts wrapping = new Wire()
                .out(fromHost(ISS + 1).ack(SeqNumber.of(last)))
                .in(fromPeer(last).ack(SeqNumber.of(ISS + 1)).payload(TEN))
                .seeing(fromHost(ISS + 1, ACK));
        return List.of(
                of(Base.OWN_NUMBER_ACKNOWLEDGED, Quantity.ACKNOWLEDGMENT, next, ISS + 1, answer),
                of(Base.PEERS_ACKNOWLEDGMENT_ECHOED, Quantity.ACKNOWLEDGMENT, next, ISS + 100, echoing),
                of(Base.RELATIVE, Quantity.ACKNOWLEDGMENT, next, 11, answer),
                of(Base.GAP_SKIPPED, Quantity.ACKNOWLEDGMENT, next, IRS + 60, early),
                of(Base.COMPARED_WITHOUT_WRAP, Quantity.ACKNOWLEDGMENT, 2, last, wrapping));
    }

    private static List<Case> sequences() {
        Facts begun = connection().seeing(fromHost(ISS, ACK));
        Facts ended = connection()
                .out(fromHost(ISS + 1, FIN).ack(SeqNumber.of(IRS + 1)))
                .seeing(fromHost(ISS + 1, ACK));
        Facts sent = connection()
                .out(fromHost(ISS + 1).ack(SeqNumber.of(IRS + 1)).payload(TEN))
                .seeing(fromHost(ISS + 1, ACK));
        return List.of(
                of(Base.PEERS_NUMBER_USED, Quantity.SEQUENCE, ISS + 1, IRS + 11, begun),
                of(Base.OWN_SYN_NOT_COUNTED, Quantity.SEQUENCE, ISS + 1, ISS, begun),
                of(Base.OWN_FIN_NOT_COUNTED, Quantity.SEQUENCE, ISS + 2, ISS + 1, ended),
                of(Base.OWN_DATA_NOT_COUNTED, Quantity.SEQUENCE, ISS + 11, ISS + 1, sent));
    }

    private static List<Case> countings() {
        return List.of(
                counting(Counting.SYN_NOT_COUNTED, fromPeer(IRS, SYN), -1),
                counting(Counting.FIN_NOT_COUNTED, fromPeer(IRS, FIN), -1),
                counting(Counting.LAST_OCTET_NAMED, fromPeer(IRS, ACK).payload(TEN), -1),
                of(
                        Counting.DATA_WITHOUT_EFFECT,
                        Quantity.ACKNOWLEDGMENT,
                        IRS + 11,
                        IRS + 1,
                        connection().seeing(fromHost(ISS + 1, ACK))),
                counting(Counting.ONE_FOR_ALL_DATA, fromPeer(IRS, ACK).payload(TEN), -9),
                of(
                        Counting.TAKEN_ALL_THE_SAME,
                        Quantity.ACKNOWLEDGMENT,
                        IRS + 11,
                        IRS + 12,
                        connection().in(fromPeer(IRS + 11, FIN, ACK)).seeing(fromHost(ISS + 1, ACK))),
                of(
                        Counting.DAMAGE_TAKEN,
                        Quantity.ACKNOWLEDGMENT,
                        IRS + 11,
                        IRS + 21,
                        connection()
                                .in(Wire.damaged(fromPeer(IRS + 11, ACK).payload(TEN)))
                                .seeing(fromHost(ISS + 1, ACK))),
                of(
                        Counting.OUT_OF_PLACE_TAKEN,
                        Quantity.ACKNOWLEDGMENT,
                        IRS + 11,
                        IRS + 21,
                        connection().in(fromPeer(IRS + 50, ACK).payload(TEN)).seeing(fromHost(ISS + 1, ACK))),
                counting(Counting.HEADERS_COUNTED, fromPeer(IRS, ACK).payload(TEN), 20),
                counting(Counting.SYN_COUNTED_TWICE, fromPeer(IRS, SYN), 1),
                counting(Counting.FIN_COUNTED_TWICE, fromPeer(IRS, FIN), 1),
                counting(Counting.DATA_COUNTED_TWICE, fromPeer(IRS, ACK).payload(TEN), 10),
                counting(Counting.NOTHING_COUNTED_AS_ONE, fromPeer(IRS, ACK), 1));
    }

    private static Case counting(Counting mistake, TcpSegment.Builder arrived, int off) {
        long end = arrived.build().end().value();
        Facts facts = new Wire().in(arrived).seeing(fromHost(ISS, ACK));
        return of(mistake, Quantity.ACKNOWLEDGMENT, end, end + off, facts);
    }

    private static List<Case> flags() {
        int synAndAck = SYN.bit() | ACK.bit();
        Facts halfClosed = connection()
                .out(fromHost(ISS + 1, FIN, ACK))
                .in(fromPeer(IRS + 11, ACK).payload(TEN))
                .seeing(fromHost(ISS + 2, RST));
        Facts peerClosed = connection().in(fromPeer(IRS + 11, FIN, ACK)).seeing(fromHost(ISS + 1, FIN, ACK));
        return List.of(
                of(Flags.MIRRORED, Quantity.FLAGS, synAndAck, 0x48, Wire.nothing()),
                of(Flags.SHIFTED, Quantity.FLAGS, synAndAck, synAndAck << 1, Wire.nothing()),
                of(Flags.HALF_CLOSE_REFUSED, Quantity.FLAGS, ACK.bit(), RST.bit(), halfClosed),
                of(Flags.CLOSED_WITH_PEER, Quantity.FLAGS, ACK.bit(), FIN.bit() | ACK.bit(), peerClosed));
    }

    private static List<Case> windows() {
        Facts constant = connection().seeing(fromHost(ISS + 1, ACK).window(500));
        Facts echoed = connection().seeing(fromHost(ISS + 1, ACK).window(700));
        List<TcpOption> scale = List.of(new WindowScale(3));
        Wire scaling = new Wire()
                .in(fromPeer(IRS, SYN).options(scale))
                .out(fromHost(ISS, SYN, ACK).window(60_000).options(scale));
        return List.of(
                of(Windows.CONSTANT, Quantity.WINDOW, 490, 500, constant),
                of(Windows.PEERS_WINDOW, Quantity.WINDOW, 490, 700, echoed),
                of(
                        Windows.SCALED_TWICE,
                        Quantity.WINDOW,
                        64_000,
                        8000,
                        scaling.seeing(fromHost(ISS + 1, ACK).window(1000))),
                of(
                        Windows.NOT_SCALED,
                        Quantity.WINDOW,
                        63_990,
                        7990 << 3,
                        scaling.out(fromHost(ISS + 1).ack(SeqNumber.of(IRS + 1)).window(8000))
                                .in(fromPeer(IRS + 1, ACK).payload(TEN))
                                .seeing(fromHost(ISS + 1)
                                        .ack(SeqNumber.of(IRS + 11))
                                        .window(7990))));
    }

    private static List<Case> sizes() {
        Wire wire = new Wire()
                .in(fromPeer(IRS, SYN).options(List.of(new MaximumSegmentSize(10))))
                .out(fromHost(ISS, SYN, ACK).options(List.of(new MaximumSegmentSize(30))));
        TcpSegment.Builder stamped = fromHost(ISS + 1, ACK).payload(TEN).options(List.of(new Timestamps(1, 2)));
        return List.of(
                of(Sizes.OPTIONS_NOT_TAKEN_OFF, Quantity.SEGMENT_SIZE, 10, 22, wire.seeing(stamped)),
                of(
                        Sizes.OWN_MSS_USED,
                        Quantity.SEGMENT_SIZE,
                        10,
                        30,
                        wire.seeing(fromHost(ISS + 1, ACK).payload(TEN.plus(TEN).plus(TEN)))),
                of(
                        Sizes.HEADERS_ADDED_TO_MSS,
                        Quantity.SEGMENT_SIZE,
                        10,
                        50,
                        wire.seeing(fromHost(ISS + 1, ACK).payload(Octets.wrap(new byte[50])))));
    }

    private static List<Case> stamps() {
        Facts facts = new Wire()
                .in(fromPeer(IRS, ACK).options(List.of(new Timestamps(70, 80))))
                .seeing(fromHost(ISS, ACK).options(List.of(new Timestamps(90, 90))));
        return List.of(
                of(Stamps.OWN_ECHOED, Quantity.TIMESTAMP_ECHO, 70, 90, facts),
                of(Stamps.PEERS_ECHO_ECHOED, Quantity.TIMESTAMP_ECHO, 70, 80, facts),
                of(Stamps.NOTHING_ECHOED, Quantity.TIMESTAMP_ECHO, 70, 0, facts));
    }

    private static final DnsMessage QUERY =
            DnsMessage.query(4242, Question.in(DomainName.parse("www.example.com"), RecordType.A));

    private static List<Case> dns() {
        Facts other = new Wire()
                .in(Wire.udpIn(5001, 53, QUERY.toBuilder().id(77).build().encode()))
                .seeing(Wire.udpOut(53, 5000, QUERY.encode()));
        return List.of(
                of(Dns.OTHER_QUERYS_ID, Quantity.DNS_ID, 4242, 77, other),
                of(Dns.FLAGS_REVERSED, Quantity.DNS_FLAGS, 0x8100, 0x8085, Wire.nothing()),
                of(Dns.TYPE_AND_CLASS_SWAPPED, Quantity.QUESTION_KIND, 28L << 16 | 1, 1L << 16 | 28, Wire.nothing()),
                of(Dns.MILLISECONDS, Quantity.RECORD_LIFETIME, 3600, 3_600_000, Wire.nothing()),
                of(Dns.LIFETIME_LEFT_ZERO, Quantity.RECORD_LIFETIME, 3600, 0, Wire.nothing()));
    }

    private static List<Case> dnsText() {
        Octets query = QUERY.encode();
        Octets answer = QUERY.reply()
                .answers(List.of(ResourceRecord.in(
                        DomainName.parse("www.example.com"), 3600, new RecordData.A(Ipv4Address.parse("192.0.2.1")))))
                .build()
                .encode();
        int owner = query.length();
        return List.of(
                unreadable(DnsText.COUNTS_REVERSED, query.withAt(4, Octets.of(1, 0))),
                unreadable(DnsText.LENGTH_IN_FRONT, Octets.of(0, query.length()).plus(query)),
                unreadable(
                        DnsText.LABELS_COUNT_THEMSELVES,
                        query.withAt(12, Octets.of(4)).withAt(16, Octets.of(8)).withAt(24, Octets.of(4))),
                unreadable(
                        DnsText.ROOT_LEFT_OUT,
                        query.slice(0, query.length() - 5).plus(query.from(query.length() - 4))),
                unreadable(DnsText.POINTER_WITHOUT_MARK, answer.withAt(owner, Octets.of(0))),
                unreadable(DnsText.POINTER_FROM_UDP_HEADER, answer.withAt(owner, Octets.of(0xc0, 20))),
                unreadable(DnsText.POINTER_FROM_LENGTH, answer.withAt(owner, Octets.of(0xc0, 14))),
                unreadable(DnsText.POINTER_FROM_QUESTION, answer.withAt(owner, Octets.of(0xc0, 0))));
    }

    private static Case unreadable(DnsText mistake, Octets message) {
        return of(mistake, Quantity.DNS_READABLE, 1, 0, new Wire().seeing(Wire.udpOut(53, 5000, message)));
    }

    private static List<Case> readings() {
        Facts synCame = new Wire().in(fromPeer(IRS, SYN)).seeing(fromHost(ISS, SYN, ACK));
        return List.of(
                of(Reading.OCTETS_REVERSED, Quantity.WINDOW, 0x1234, 0x3412, Wire.nothing()),
                of(Reading.HALVES_REVERSED, Quantity.RECORD_LIFETIME, 0x0001_5180, 0x5180_0001, Wire.nothing()),
                of(Reading.ADDED_IN_WRONG_ORDER, Quantity.ACKNOWLEDGMENT, IRS + 1, 0x0100_03e8, synCame),
                of(Reading.SIGNED_OCTETS, Quantity.PORTS, 8080L << 16 | 5000, 8080L << 16 | 4744, Wire.nothing()),
                of(Reading.HIGH_BIT_LOST, Quantity.SEQUENCE, 0x9000_0005L, 0x1000_0005, Wire.nothing()),
                of(Reading.LOW_PART_ONLY, Quantity.SEQUENCE, 0x1234_5678L, 0x5678, Wire.nothing()));
    }

    private static List<Case> lengths() {
        Octets datagram = Wire.udpOut(8080, 5000, TEN);
        Octets segment = Wire.tcpOut(fromHost(ISS, ACK).build());
        return List.of(
                of(Lengths.VERSION_AND_LENGTH_SWAPPED, Quantity.IP_VERSION, 4, 5, datagram.withAt(0, Octets.of(0x54))),
                of(Lengths.IN_LOW_BITS, Quantity.DATA_OFFSET, 5, 0, segment.withAt(32, Octets.of(5))),
                of(Lengths.OCTETS_FOR_WORDS, Quantity.DATA_OFFSET, 6, 8, segment),
                of(Lengths.WORDS_FOR_OCTETS, Quantity.UDP_LENGTH, 20, 5, datagram),
                of(Lengths.HEADER_NOT_COUNTED, Quantity.UDP_LENGTH, 18, 10, datagram),
                of(Lengths.HEADER_COUNTED_TWICE, Quantity.IP_TOTAL_LENGTH, 38, 58, datagram),
                of(Lengths.IP_HEADER_COUNTED, Quantity.UDP_LENGTH, 18, 38, datagram),
                of(Lengths.NOT_COUNTED_DOWN, Quantity.TIME_TO_LIVE, 63, 64, datagram),
                of(Lengths.NOTHING_WRITTEN, Quantity.UDP_LENGTH, 18, 0, datagram),
                of(Lengths.OFF_BY_ONE, Quantity.UDP_LENGTH, 18, 17, datagram));
    }

    private static Case of(Diagnoser diagnoser, Quantity quantity, long expected, long seen, Octets datagram) {
        return of(diagnoser, quantity, expected, seen, new Wire().seeing(datagram));
    }

    private static Case of(Diagnoser diagnoser, Quantity quantity, long expected, long seen, Facts facts) {
        return new Case(diagnoser, Difference.of(quantity, expected, seen), facts);
    }
}
