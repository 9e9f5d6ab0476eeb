package dev.plumbline.steps.dns;

import dev.plumbline.dns.Edns;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.Lab;
import dev.plumbline.steps.Scene;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What has crossed the endpoint's link between it and its DNS server, and what else (RFC 1035 section 4.2). */
final class DnsTraffic {
    private final Trial trial;
    private final Ipv4Address server;

    DnsTraffic(DnsScene scene) {
        trial = scene.trial();
        server = scene.book().server().local().address();
    }

    /** When the DNS server's latest answer has arrived at the endpoint. */
    Optional<Duration> answeredAt() {
        return entries().stream()
                .filter(DnsTraffic::isAnswer)
                .reduce((earlier, later) -> later)
                .map(Transcript.Entry::at);
    }

    /** What the endpoint has sent besides questions to the DNS server. */
    Optional<Packet> besidesQuestions() {
        return entries().stream()
                .filter(DnsTraffic::isSent)
                .map(e -> Packet.of(e.datagram()))
                .filter(p -> !isForTheServer(p) && p.icmp().isEmpty())
                .findFirst();
    }

    /** A SYN before the answer would go to an address that nobody has given. */
    void requireAnswerFirst() {
        for (Transcript.Entry entry : entries()) {
            if (isAnswer(entry)) {
                return;
            }
            boolean syn = isSent(entry)
                    && Packet.of(entry.datagram()).tcp().isPresent()
                    && !isForTheServer(Packet.of(entry.datagram()));
            if (syn) {
                throw new FindingError(Finding.wrong(
                        "the endpoint connected before the DNS server had answered",
                        "first the answer, then the SYN",
                        Packet.of(entry.datagram()).toString()));
            }
        }
    }

    /** Whether the peer has got a message of the endpoint's DNS server with an OPT record. */
    static boolean hasSeenOpt(Trial t) {
        return Scene.peer(t).arrivals().stream()
                .flatMap(packet -> packet.udp().stream())
                .anyMatch(udp -> Edns.isIn(udp.payload()));
    }

    private List<Transcript.Entry> entries() {
        return trial.world().transcript().entries();
    }

    private static boolean isSent(Transcript.Entry entry) {
        return entry.kind() == Transcript.Kind.SENT && entry.host().equals(Lab.ENDPOINT);
    }

    /** What comes from port 53 over UDP, or as data over TCP. */
    private static boolean isAnswer(Transcript.Entry entry) {
        if (entry.kind() != Transcript.Kind.RECEIVED || !entry.host().equals(Lab.ENDPOINT)) {
            return false;
        }
        Packet packet = Packet.of(entry.datagram());
        return packet.udp()
                        .filter(d -> d.sourcePort().equals(DnsServerPeer.PORT))
                        .isPresent()
                || packet.tcp()
                        .filter(s -> s.sourcePort().equals(DnsServerPeer.PORT)
                                && !s.payload().isEmpty())
                        .isPresent();
    }

    private boolean isForTheServer(Packet packet) {
        boolean right =
                packet.ip().filter(ip -> ip.destination().equals(server)).isPresent();
        boolean port = packet.udp()
                        .filter(d -> d.destinationPort().equals(DnsServerPeer.PORT))
                        .isPresent()
                || packet.tcp()
                        .filter(s -> s.destinationPort().equals(DnsServerPeer.PORT))
                        .isPresent();
        return right && port;
    }
}
