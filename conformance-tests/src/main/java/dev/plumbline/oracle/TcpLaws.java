package dev.plumbline.oracle;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Laws about the segments of each connection. After a reset nobody can know what a connection is, so they are silent there. */
final class TcpLaws implements Law {
    private final TimeBase time;
    private final TcpFlows flows = new TcpFlows();
    private final Map<TcpFlow, SentOctets> octets = new HashMap<>();
    private final List<BiFunction<TcpFlow, TcpSegment, Optional<Violation>>> rules = List.of(
            TcpLaws::dataAfterSyn,
            this::ackAlways,
            TcpLaws::ackOfWhatWasReceived,
            TcpLaws::withinWindow,
            this::sameOctets);

    TcpLaws(TimeBase time) {
        this.time = time;
    }

    @Override
    public List<String> requirements() {
        return List.of(
                "RFC9293/DATA-AFTER-SYN",
                "RFC9293/ACK-ALWAYS",
                "RFC9293/ACK-RECEIVED",
                "RFC9293/WINDOW",
                "RFC9293/SAME-OCTETS",
                "RFC9293/NO-RST-TO-RST");
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        if (packet.tcp().isEmpty()) {
            return Set.of();
        }
        TcpSegment segment = packet.tcp().get();
        TcpFlow flow = flows.sending(packet.ip().orElseThrow().destination(), segment);
        if (segment.has(TcpFlag.RST) || flow.isSuspended()) {
            return Set.of();
        }
        Set<String> applied = new HashSet<>();
        if (flow.isSynchronised()) {
            applied.addAll(Set.of("RFC9293/ACK-ALWAYS", "RFC9293/ACK-RECEIVED"));
        }
        if (!segment.payload().isEmpty()) {
            applied.addAll(Set.of("RFC9293/DATA-AFTER-SYN", "RFC9293/WINDOW", "RFC9293/SAME-OCTETS"));
        }
        return applied;
    }

    @Override
    public Set<String> appliesToReceived(Packet packet) {
        return packet.tcp().filter(s -> s.has(TcpFlag.RST)).isPresent() ? Set.of("RFC9293/NO-RST-TO-RST") : Set.of();
    }

    @Override
    public void received(Packet packet) {
        Optional<Ipv4Packet> ip = packet.ip();
        packet.tcp()
                .ifPresent(segment ->
                        flows.receiving(ip.orElseThrow().source(), segment).received(segment));
    }

    @Override
    public void called() {
        flows.all().forEach(TcpFlow::called);
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        if (packet.tcp().isEmpty()) {
            return Optional.empty();
        }
        TcpSegment segment = packet.tcp().get();
        TcpFlow flow = flows.sending(packet.ip().orElseThrow().destination(), segment);
        Optional<Violation> violation = judge(flow, segment);
        if (segment.has(TcpFlag.SYN)) {
            octets.remove(flow);
        }
        flow.sent(segment);
        return violation;
    }

    private Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.RST)) {
            return flow.wasJustReset()
                    ? Law.violated(
                            "RFC9293/NO-RST-TO-RST",
                            "the endpoint answered a reset with a reset",
                            "silence, or at most an ACK that challenges the reset")
                    : Optional.empty();
        }
        if (flow.isSuspended()) {
            return Optional.empty();
        }
        return rules.stream()
                .map(rule -> rule.apply(flow, segment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** RFC 9293 section 3.4: data waits for the handshake. */
    private static Optional<Violation> dataAfterSyn(TcpFlow flow, TcpSegment segment) {
        if (segment.payload().isEmpty() || flow.isEstablished()) {
            return Optional.empty();
        }
        return Law.violated(
                "RFC9293/DATA-AFTER-SYN",
                "the endpoint sent " + Words.octets(segment.payload().length())
                        + " of data before the handshake was complete",
                "no data until both SYNs are acknowledged");
    }

    /** RFC 9293 section 3.1: the acknowledgment field is always sent once there is something to acknowledge. */
    private Optional<Violation> ackAlways(TcpFlow flow, TcpSegment segment) {
        // Where time is real the client's SYN may go out again at the moment at which the answer comes in: they cross.
        boolean ownSynAgain = time == TimeBase.REAL
                && segment.has(TcpFlag.SYN)
                && segment.seq().equals(flow.iss());
        if (segment.has(TcpFlag.ACK) || !flow.isSynchronised() || ownSynAgain) {
            return Optional.empty();
        }
        return Law.violated(
                "RFC9293/ACK-ALWAYS",
                "the endpoint sent a segment without ACK although it has received the peer's SYN",
                "ACK in every segment from then on");
    }

    /** RFC 9293 section 3.4: an acknowledgment says that everything before it has arrived. */
    private static Optional<Violation> ackOfWhatWasReceived(TcpFlow flow, TcpSegment segment) {
        if (!segment.has(TcpFlag.ACK) || !flow.isSynchronised() || segment.ack().isAtOrBefore(flow.rcvNxt())) {
            return Optional.empty();
        }
        return Law.violated(
                "RFC9293/ACK-RECEIVED",
                "the endpoint acknowledged " + segment.ack() + ", but has received only up to " + flow.rcvNxt() + ": "
                        + segment.ack().minus(flow.rcvNxt()) + " too many",
                "an acknowledgment of at most " + flow.rcvNxt());
    }

    /** RFC 9293 section 3.8.6: one octet beyond the right edge may probe a closed window. */
    private static Optional<Violation> withinWindow(TcpFlow flow, TcpSegment segment) {
        SeqNumber edge = flow.rightEdge();
        int length = segment.payload().length();
        if (edge == null || length == 0 || !flow.isEstablished()) {
            return Optional.empty();
        }
        int beyond = segment.seq().plus(length).minus(edge);
        boolean probe = length == 1 && beyond == 1;
        return beyond <= 0 || probe
                ? Optional.empty()
                : Law.violated(
                        "RFC9293/WINDOW",
                        "the endpoint sent " + Words.octets(beyond) + " beyond the window that the peer has offered",
                        "no octet at or beyond " + edge);
    }

    /** RFC 9293 section 3.8.1: what is sent again is the same. */
    private Optional<Violation> sameOctets(TcpFlow flow, TcpSegment segment) {
        SeqNumber iss = flow.iss();
        Octets payload = segment.payload();
        if (iss == null || payload.isEmpty()) {
            return Optional.empty();
        }
        int from = segment.seq().minus(iss) - 1;
        if (from < 0 || octets.computeIfAbsent(flow, f -> new SentOctets()).agree(from, payload)) {
            return Optional.empty();
        }
        return Law.violated(
                "RFC9293/SAME-OCTETS",
                "the endpoint sent other octets under sequence numbers that it had used before",
                "the octets that were sent under these numbers the first time");
    }
}
