package dev.plumbline.oracle;

import static dev.plumbline.tcp.TcpFlag.PSH;
import static dev.plumbline.tcp.TcpFlag.RST;
import static dev.plumbline.tcp.TcpFlag.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.VirtualTimeline;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Finding;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each law holds for a good transcript, and not for one with a single thing wrong. */
class LawBookTest {
    static final Ipv4Address OWN = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address FURTHER = Ipv4Address.parse("192.0.2.3");
    static final Ipv4Address PEER = Ipv4Address.parse("192.0.2.2");
    private static final Link LINK = new Link(0, OWN, 24, 600);
    private static final Link OTHER_LINK = new Link(1, Ipv4Address.parse("198.51.100.1"), 24, 600);
    private static final Port OWN_PORT = Port.of(80);
    private static final Port PEER_PORT = Port.of(5000);
    static final SeqNumber ISS = SeqNumber.of(0xffff_ffffL);
    static final SeqNumber IRS = SeqNumber.of(1000);
    private static final int UDP_AT = Ipv4Packet.MIN_HEADER;

    /** A law, something it allows and something it forbids. */
    record Case(String law, Consumer<Wire> good, Consumer<Wire> bad, String words) {
        @Override
        public String toString() {
            return law;
        }
    }

    static List<Case> cases() {
        return Stream.of(hostCases(), ipCases(), tcpCases(), TcpLawCases.ALL, EcnLawCases.ALL, DnsLawCases.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Case> hostCases() {
        return List.of(
                new Case(
                        "RFC791/HEADER",
                        w -> w.sends(udp()),
                        w -> w.sends(udp().withAt(10, Octets.of(1, 2))),
                        "header"),
                new Case("RFC1122/SOURCE", w -> w.sends(udp()), w -> w.sends(from(PEER)), "its address is 192.0.2.1"),
                new Case("RFC1122/TTL", w -> w.sends(ttl(1)), w -> w.sends(ttl(0)), "Time to Live of 0"),
                new Case(
                        "RFC1122/UDP-CHECKSUM",
                        w -> w.sends(udp()),
                        w -> w.sends(checksum(0)),
                        "checksum 0, which says that there is none"),
                new Case("RFC1122/UDP-CHECKSUM", w -> w.sends(udp()), w -> w.sends(checksum(77)), "wrong checksum"),
                new Case(
                        "RFC1122/UDP-CHECKSUM",
                        w -> w.sendsInTwo(udp()),
                        w -> w.sendsInTwo(checksum(77)),
                        "the endpoint sent a UDP datagram with the wrong checksum, cut into fragments"),
                new Case(
                        "RFC9293/MUST-2",
                        w -> w.sends(own().build()),
                        w -> w.sends(ip(own().build().encode(Ipv4Address.UNSPECIFIED, Ipv4Address.UNSPECIFIED))),
                        "wrong checksum"),
                new Case(
                        "RFC1122/ICMP-ABOUT",
                        w -> w.unreachable(OWN),
                        w -> w.unreachable(Ipv4Address.BROADCAST),
                        "must not get one"));
    }

    private static List<Case> ipCases() {
        return List.of(
                new Case(
                        "RFC791/MTU",
                        w -> w.sends(ofLength(600)),
                        w -> w.sends(ofLength(601)),
                        "601 octets onto a link that takes 600"),
                new Case(
                        "RFC791/FRAGMENTS",
                        w -> w.fragments(1, "abcdefgh", 8, "ijk"),
                        w -> w.fragments(1, "abcdefghi", 8, "ijk"),
                        "a fragment of 9 octets that is not the last"),
                new Case(
                        "RFC791/FRAGMENTS",
                        w -> w.fragments(1, "abcdefghijklmnop", 8, "ijk"),
                        w -> w.fragments(1, "abcdefghijklmnop", 8, "IJK"),
                        "overlap and say different things, the last from octet 8 on"),
                new Case(
                        "RFC791/FRAGMENTS",
                        w -> w.fragmentsFromFurther("abcdefgh"),
                        w -> w.fragmentsFromFurther("abcdefghi"),
                        "a fragment of 9 octets that is not the last"),
                new Case(
                        "RFC791/FRAGMENTS",
                        w -> w.pieces(true),
                        w -> w.pieces(false),
                        "the first piece of datagram 9 without More Fragments (MF)"),
                new Case("RFC6864/ID", Wire::numbersOfTheirOwn, Wire::sameNumberAtOnce, "the same identification, 7"),
                new Case(
                        "RFC1122/ICMP-QUOTE",
                        w -> w.reports(toOwn(), toOwn().slice(0, 28)),
                        w -> w.reports(toOwn(), toOwn().slice(0, 27)),
                        "does not quote any datagram it has received"),
                new Case(
                        "RFC1122/ICMP-QUOTE",
                        w -> w.reports(toOwn(), toOwn()),
                        w -> w.reports(toOwn(), toOwn().with(Ipv4Field.TOTAL_LENGTH, 20)),
                        "does not quote any datagram it has received"),
                new Case("RFC1812/TTL", w -> w.handsOn(64, 63), w -> w.handsOn(64, 64), "and it came with 64"),
                new Case(
                        "RFC1122/SOURCE",
                        w -> w.handsOn(2, 1),
                        w -> w.handsOnAsHost(2, 1),
                        "its address is 192.0.2.1"));
    }

    private static List<Case> tcpCases() {
        return List.of(
                new Case(
                        "RFC9293/DATA-AFTER-SYN",
                        Wire::dataAfterHandshake,
                        Wire::dataBehindSyn,
                        "before the handshake"),
                new Case("RFC9293/ACK-ALWAYS", Wire::handshake, Wire::synWithoutAck, "without ACK"),
                new Case("RFC9293/ACK-RECEIVED", Wire::handshake, w -> w.synAckOf(2), "1 too many"),
                new Case("RFC9293/WINDOW", w -> w.dataUpTo(10), w -> w.dataUpTo(12), "2 octets beyond the window"),
                new Case("RFC9293/SAME-OCTETS", w -> w.dataTwice("abc"), w -> w.dataTwice("abd"), "other octets"),
                new Case(
                        "RFC9293/NO-RST-TO-RST",
                        Wire::silenceAboutRst,
                        Wire::rstForRst,
                        "answered a reset with a reset"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aGoodTranscriptKeepsEveryLaw(Case law) {
        assertThat(findings(law.good())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBadTranscriptBreaksTheLawThatItIsAbout(Case law) {
        assertThat(findings(law.bad())).first().satisfies(finding -> {
            assertThat(finding.requirement()).isEqualTo(law.law());
            assertThat(finding.headline()).startsWith("the endpoint ").contains(law.words());
            assertThat(finding.expected()).isNotEmpty();
        });
    }

    @Test
    void everyLawHasBeenSeenToFail() {
        assertThat(cases().stream().map(Case::law).distinct())
                .containsExactlyInAnyOrderElementsOf(LawBook.requirements());
    }

    @Test
    void otherHostsPacketsAreNotJudged() {
        LawBook book = new LawBook("endpoint", TimeBase.VIRTUAL);
        book.see(new Transcript.Entry(
                new VirtualTimeline().now(), "peer", Transcript.Kind.SENT, Octets.ofText("rubbish"), ""));
        assertThat(book.findings()).isEmpty();
    }

    @Test
    void aNumberMayBeUsedAgainWhenTheFirstDatagramIsGone() {
        assertThat(findings(w -> {
                    w.fragments(7, "abcdefgh", 8, "ijk");
                    w.timeline.runUntil(() -> false, Duration.ofMinutes(2));
                    w.fragments(7, "ABCDEFGH", 8, "IJK");
                }))
                .isEmpty();
    }

    @Test
    void whatCameInFragmentsIsQuotedAsTheyWereOrAsAWhole() {
        Ipv4Packet whole = Ipv4Packet.decode(toOwn()).value().orElseThrow();
        Octets first = whole.withFragment(0, true, whole.payload().slice(0, 8)).encode();
        assertThat(findings(w -> w.reports(first, first))).isEmpty();
        assertThat(findings(w -> w.reports(first, toOwn()))).isEmpty();
    }

    @Test
    void aBrokenLawThatIsExcusedIsNoFindingButIsRemembered() {
        Wire wire = new Wire(TimeBase.VIRTUAL);
        wire.book.excuse(Set.of("RFC1122/TTL", "RFC1122/SOURCE"));
        wire.sends(ttl(0));
        assertThat(wire.book.findings()).isEmpty();
        assertThat(wire.book.deviations()).containsExactly("RFC1122/TTL");
        assertThat(wire.book.applied()).contains("RFC1122/TTL");
    }

    @Test
    void aServerThatIsAskedAnewMayBeginAnew() {
        assertThat(findings(w -> {
                    for (int i = 0; i < 2; i++) {
                        w.receives(peers().seq(IRS).flag(SYN).build());
                        w.sends(own().seq(ISS.plus(i))
                                .flag(SYN)
                                .ack(IRS.plus(1))
                                .build());
                    }
                }))
                .isEmpty();
    }

    @Test
    void aSynThatAResetHasEndedMayHaveASuccessorWithAnotherNumber() {
        assertThat(findings(w -> {
                    w.sends(own().seq(ISS).flag(SYN).build());
                    w.receives(peers().seq(SeqNumber.ZERO)
                            .flag(RST)
                            .ack(ISS.plus(1))
                            .build());
                    w.sends(own().seq(ISS.plus(5)).flag(SYN).build());
                }))
                .isEmpty();
    }

    @Test
    void dataMayRideOnTheSyn() {
        assertThat(findings(w -> w.sends(
                        own().seq(ISS).flag(SYN).payload(Octets.ofText("hi")).build())))
                .isEmpty();
    }

    @Test
    void oneOctetBeyondAWindowMayProbeIt() {
        assertThat(findings(w -> w.dataOf(10, 1))).isEmpty();
    }

    @Test
    void whereTimeIsRealASynSentAgainMayCrossTheAnswer() {
        Consumer<Wire> crossing = w -> {
            w.sends(own().seq(ISS).flag(SYN).build());
            w.receives(peers().seq(IRS).flag(SYN).ack(ISS.plus(1)).build());
            w.sends(own().seq(ISS).flag(SYN).build());
        };
        assertThat(findings(TimeBase.REAL, crossing)).isEmpty();
        assertThat(findings(TimeBase.VIRTUAL, crossing)).isNotEmpty();
    }

    @Test
    void portFiftyThreeIsAnApplicationsOwnWhereNobodySpeaksDns() {
        Octets datagram = ip(OWN, new UdpDatagram(Port.of(53), PEER_PORT, Octets.ofText("hi")).encode(OWN, PEER));
        assertThat(findings(w -> w.sends(datagram))).isEmpty();
    }

    @Test
    void aWaitThatSomebodyInterruptedNeedNotDouble() {
        assertThat(findings(w -> {
                    w.dataAfterHandshake();
                    for (int i = 0; i < 5; i++) {
                        w.passes(1000);
                        w.data(1, "abc");
                        w.receives(peers().ack(ISS.plus(1)).build());
                    }
                }))
                .isEmpty();
    }

    @Test
    void dataBeyondTheHostsWindowNeedNotBeAcknowledged() {
        assertThat(findings(w -> {
                    w.handshake();
                    w.receives(peers().ack(ISS.plus(1))
                            .payload(Octets.ofText("x".repeat(101)))
                            .build());
                    w.passes(1000);
                    w.sends(own().ack(IRS.plus(1)).build());
                }))
                .isEmpty();
    }

    @Test
    void aResetMayHaveAnyNumberThatTheHostHasComeTo() {
        assertThat(findings(w -> {
                    w.dataAfterHandshake();
                    w.sends(own().seq(ISS.plus(4)).flag(RST).build());
                }))
                .isEmpty();
    }

    @Test
    void aResetForASegmentWithoutAckHasTheNumber0() {
        assertThat(findings(w -> {
                    w.receives(peers().seq(IRS).flag(SYN).build());
                    w.sends(own().seq(SeqNumber.ZERO).flag(RST).ack(IRS.plus(1)).build());
                }))
                .isEmpty();
    }

    @Test
    void aResetToAStrangerIsNotJudgedByItsNumber() {
        assertThat(findings(w -> w.sends(own().seq(SeqNumber.of(78)).flag(RST).build())))
                .isEmpty();
    }

    @Test
    void aLateAcknowledgmentIsWorthTellingOnlyIfNothingElseIs() {
        assertThat(findings(w -> {
                    w.handshake();
                    w.receives(peers().ack(ISS.plus(1))
                            .payload(Octets.ofText("abc"))
                            .build());
                    w.passes(600);
                    w.sends(own().ack(IRS.plus(4)).build());
                }))
                .singleElement()
                .satisfies(finding -> assertThat(finding.conclusive()).isFalse());
    }

    @Test
    void whereTimeIsRealAnAcknowledgmentMayBeLate() {
        Consumer<Wire> late = w -> {
            w.handshake();
            w.receives(peers().ack(ISS.plus(1)).payload(Octets.ofText("abc")).build());
            w.passes(600);
            w.sends(own().ack(IRS.plus(4)).build());
        };
        assertThat(findings(TimeBase.REAL, late)).isEmpty();
        assertThat(findings(TimeBase.VIRTUAL, late)).isNotEmpty();
    }

    @Test
    void aRepeatedSynAckIsNoNewConnection() {
        assertThat(findings(w -> {
                    w.handshake();
                    w.sends(own().seq(ISS).flag(SYN).ack(IRS.plus(1)).build());
                }))
                .isEmpty();
    }

    static List<Finding> findings(Consumer<Wire> story) {
        return findings(TimeBase.VIRTUAL, story);
    }

    static List<Finding> findings(TimeBase time, Consumer<Wire> story) {
        Wire wire = new Wire(time);
        story.accept(wire);
        return wire.book.findings();
    }

    private static Octets udp() {
        return ip(OWN, new UdpDatagram(OWN_PORT, PEER_PORT, Octets.ofText("hi")).encode(OWN, PEER));
    }

    private static Octets checksum(int value) {
        return udp().withAt(UDP_AT, udp().from(UDP_AT).with(UdpField.CHECKSUM, value));
    }

    private static Octets from(Ipv4Address source) {
        return ip(source, new UdpDatagram(OWN_PORT, PEER_PORT, Octets.ofText("hi")).encode(source, PEER));
    }

    private static Octets ttl(int value) {
        Ipv4Packet packet = Ipv4Packet.decode(udp()).value().orElseThrow();
        return packet.withTimeToLive(value).encode();
    }

    private static Octets ip(Ipv4Address source, Octets payload) {
        return Ipv4Packet.of(source, PEER, IpProtocol.UDP, payload).encode();
    }

    static Octets ip(Octets segment) {
        return Ipv4Packet.of(OWN, PEER, IpProtocol.TCP, segment).encode();
    }

    private static Octets ofLength(int length) {
        Octets payload = Octets.wrap(new byte[length - Ipv4Packet.MIN_HEADER]);
        return Ipv4Packet.of(OWN, PEER, new IpProtocol(99), payload).encode();
    }

    private static Octets toOwn() {
        return Ipv4Packet.of(PEER, OWN, IpProtocol.UDP, Octets.ofText("a datagram"))
                .encode();
    }

    static TcpSegment.Builder own() {
        return TcpSegment.between(OWN_PORT, PEER_PORT).seq(ISS.plus(1)).window(100);
    }

    static TcpSegment.Builder peers() {
        return TcpSegment.between(PEER_PORT, OWN_PORT).seq(IRS.plus(1)).window(10);
    }

    /** The endpoint's link, and what crosses it. The peer opens the connection and offers a window of ten octets. */
    static final class Wire {
        private final LawBook book;
        private final VirtualTimeline timeline = new VirtualTimeline();

        Wire(TimeBase time) {
            book = new LawBook("endpoint", time);
            book.endpointIs(List.of(LINK), List.of());
        }

        void sends(Octets datagram) {
            book.see(new Transcript.Entry(timeline.now(), "endpoint", Transcript.Kind.SENT, datagram, ""));
        }

        /** A UDP datagram between the endpoint and the peer; from then on port 53 is for DNS. */
        void sendsUdp(int from, int to, Octets data) {
            book.dnsIsSpoken();
            sends(ip(OWN, new UdpDatagram(Port.of(from), Port.of(to), data).encode(OWN, PEER)));
        }

        void receivesUdp(int from, int to, Octets data) {
            book.dnsIsSpoken();
            Octets payload = new UdpDatagram(Port.of(from), Port.of(to), data).encode(PEER, OWN);
            Octets datagram = Ipv4Packet.of(PEER, OWN, IpProtocol.UDP, payload).encode();
            book.see(new Transcript.Entry(timeline.now(), "endpoint", Transcript.Kind.RECEIVED, datagram, ""));
        }

        void sends(TcpSegment segment) {
            sends(ip(segment.encode(OWN, PEER)));
        }

        void receives(TcpSegment segment) {
            receives(Ipv4Packet.of(PEER, OWN, IpProtocol.TCP, segment.encode(PEER, OWN))
                    .encode());
        }

        void receives(Octets datagram) {
            book.see(new Transcript.Entry(timeline.now(), "endpoint", Transcript.Kind.RECEIVED, datagram, ""));
        }

        void fragments(int identification, String first, int from, String last) {
            fragments(OWN, identification, first, from, last);
        }

        /** The host has a second address on its link. */
        void fragmentsFromFurther(String first) {
            book.endpointIs(List.of(LINK), List.of(FURTHER));
            fragments(FURTHER, 1, first, 8, "ijk");
        }

        private void fragments(Ipv4Address source, int identification, String first, int from, String last) {
            Ipv4Packet packet = Ipv4Packet.of(source, PEER, new IpProtocol(99), Octets.empty())
                    .withIdentification(identification);
            sends(packet.withFragment(0, true, Octets.ofText(first)).encode());
            sends(packet.withFragment(from, false, Octets.ofText(last)).encode());
        }

        /** The first says that more come, or not; in neither case is its checksum wrong. */
        void pieces(boolean more) {
            Octets udp = new UdpDatagram(Port.of(1), Port.of(2), Octets.ofText("data")).encode(OWN, PEER);
            Ipv4Packet packet =
                    Ipv4Packet.of(OWN, PEER, IpProtocol.UDP, Octets.empty()).withIdentification(9);
            sends(packet.withFragment(0, more, udp.slice(0, 8)).encode());
            sends(packet.withFragment(8, false, udp.from(8)).encode());
        }

        void sendsInTwo(Octets datagram) {
            Ipv4Packet whole = Ipv4Packet.decode(datagram).value().orElseThrow();
            sends(whole.withFragment(0, true, whole.payload().slice(0, 8)).encode());
            sends(whole.withFragment(8, false, whole.payload().from(8)).encode());
        }

        void numbersOfTheirOwn() {
            fragments(7, "abcdefgh", 8, "ijk");
            fragments(8, "ABCDEFGH", 8, "IJK");
            fragments(7, "abcdefgh", 8, "ijk");
        }

        void sameNumberAtOnce() {
            fragments(7, "abcdefgh", 8, "ijk");
            fragments(7, "ABCDEFGH", 8, "IJK");
        }

        void reports(Octets about, Octets quote) {
            receives(about);
            DestinationUnreachable message = new DestinationUnreachable(DestinationUnreachable.PROTOCOL, 0, quote);
            sends(Ipv4Packet.of(OWN, PEER, IpProtocol.ICMP, message.encode()).encode());
        }

        void unreachable(Ipv4Address about) {
            Octets original = Ipv4Packet.of(PEER, about, IpProtocol.UDP, Octets.wrap(new byte[8]))
                    .encode();
            reports(original, original);
        }

        void handsOn(int came, int left) {
            book.endpointIs(List.of(LINK, OTHER_LINK), List.of());
            handsOnAsHost(came, left);
        }

        void handsOnAsHost(int came, int left) {
            Ipv4Packet packet = Ipv4Packet.of(PEER, PEER.plus(1), IpProtocol.UDP, Octets.of(1));
            receives(packet.withTimeToLive(came).encode());
            sends(packet.withTimeToLive(left).encode());
        }

        /** Nothing happens for so many milliseconds. */
        void passes(long milliseconds) {
            timeline.runUntil(() -> false, Duration.ofMillis(milliseconds));
        }

        void synAckOf(int ahead) {
            receives(peers().seq(IRS).flag(SYN).build());
            sends(own().seq(ISS).flag(SYN).ack(IRS.plus(ahead)).build());
        }

        void synWithoutAck() {
            receives(peers().seq(IRS).flag(SYN).build());
            sends(own().seq(ISS).flag(SYN).build());
        }

        void handshake() {
            synAckOf(1);
            receives(peers().ack(ISS.plus(1)).build());
        }

        void dataAfterHandshake() {
            handshake();
            data(1, "abc");
        }

        void dataBehindSyn() {
            synAckOf(1);
            data(1, "abc");
        }

        void dataUpTo(int end) {
            dataOf(0, end);
        }

        void dataOf(int from, int length) {
            handshake();
            data(1 + from, "x".repeat(length));
        }

        void dataTwice(String second) {
            dataAfterHandshake();
            data(1, second);
        }

        void silenceAboutRst() {
            handshake();
            receives(peers().flag(RST).build());
        }

        void rstForRst() {
            silenceAboutRst();
            sends(own().flag(RST).build());
        }

        void data(int from, String text) {
            sends(own().seq(ISS.plus(from))
                    .ack(IRS.plus(1))
                    .flag(PSH)
                    .payload(Octets.ofText(text))
                    .build());
        }
    }
}
