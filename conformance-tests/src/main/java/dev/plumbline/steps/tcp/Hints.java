package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the reader of a failure may want to know besides: why data may not have arrived. */
final class Hints {
    private static final int WINDOW = 65_536;

    private Hints() {}

    /** Where comparisons of the peer's sequence numbers go wrong, if its window has such a place (RFC 9293 section 3.4). */
    static String turningPoint(Trial t) {
        return t.maybe(PeerConnection.class).map(Hints::turningPoint).orElse("");
    }

    /** The same for one of several connections. */
    static String turningPoint(PeerConnection connection) {
        return turningPoint("the peer's", connection.iss());
    }

    /** Where those of the endpoint's own do. */
    static String ownTurningPoint(PeerConnection connection) {
        return turningPoint("the endpoint's", connection.irs());
    }

    private static String turningPoint(String whose, SeqNumber first) {
        SeqNumber edge = first.plus(WINDOW);
        if (edge.value() < first.value()) {
            return "; " + whose + " numbers pass 4294967295 here and go on with 0, so compare them modulo 2^32";
        }
        return edge.bits() < first.bits()
                ? "; " + whose + " numbers pass 2147483647 here, where a signed integer turns negative, so compare them"
                        + " modulo 2^32"
                : "";
    }

    /** How the connection ended, if it did while it was needed. */
    static String ending(Trial t) {
        return Scene.anyApplication(t)
                .flatMap(TcpApplication::error)
                .map(error -> "; the endpoint's application was told that its connection has ended: " + error)
                .orElse("");
    }

    /** Whether the endpoint's data begins at the wrong number: a SYN counts as one octet (RFC 9293 section 3.4). */
    static String firstNumber(Trial t) {
        if (OtherHost.of(t).isPresent()) {
            return "";
        }
        List<TcpSegment> sent = Scene.peer(t).arrivals().stream()
                .flatMap(packet -> packet.tcp().stream())
                .toList();
        Set<SeqNumber> syns = sent.stream()
                .filter(s -> s.has(TcpFlag.SYN))
                .map(TcpSegment::seq)
                .collect(Collectors.toSet());
        boolean isNumberOfSyn = sent.stream()
                .filter(s -> !s.payload().isEmpty() && !s.has(TcpFlag.SYN))
                .anyMatch(s -> syns.contains(s.seq()));
        return isNumberOfSyn ? "; its first octet has the number of the SYN, but a SYN counts as one octet" : "";
    }
}
