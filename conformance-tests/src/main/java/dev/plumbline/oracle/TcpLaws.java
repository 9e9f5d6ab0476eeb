package dev.plumbline.oracle;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Laws about the segments of each connection. After a reset nobody can know what a connection is, so they are silent there. */
final class TcpLaws implements Law {
    private static final String NO_RST_TO_RST = "RFC9293/NO-RST-TO-RST";

    private final TcpFlows flows = new TcpFlows();
    private final ResetNumbers resets = new ResetNumbers();
    private final List<TcpRule> rules;
    /** Those that nothing has put to the test yet. */
    private final List<TcpRule> untested;

    private final List<String> requirements;

    /**
     * Laws that have seen nothing.
     *
     * @param time whose time the host lives in
     * @param now what time it is
     */
    TcpLaws(TimeBase time, Supplier<Duration> now) {
        List<TcpRule> all = new ArrayList<>(EcnRules.all(time));
        all.addAll(SackRules.all(time));
        all.addAll(List.of(
                StreamRules.dataAfterSyn(),
                StreamRules.ackAlways(time),
                StreamRules.ackOfWhatWasReceived(),
                StreamRules.withinWindow(),
                StreamRules.segmentSize(),
                StreamRules.onlyIfAsked(),
                new StampAlways(),
                new StampEcho(now),
                new StampClock(now),
                new SynAgain(),
                new SameOctets(),
                new AckForward(),
                new WindowEdge(),
                new FinLast(),
                new InitialWindow(),
                new BackOff(time, now),
                new PromptAck(time, now)));
        rules = List.copyOf(all);
        untested = new ArrayList<>(rules);
        requirements = Stream.concat(
                        rules.stream().map(TcpRule::requirement), Stream.of(NO_RST_TO_RST, resets.requirement()))
                .toList();
    }

    @Override
    public List<String> requirements() {
        return requirements;
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        if (packet.tcp().isEmpty()) {
            return Set.of();
        }
        TcpSegment segment = packet.tcp().get();
        TcpFlow flow = flows.sending(packet.ip().orElseThrow().finalDestination(), segment);
        if (segment.has(TcpFlag.RST)) {
            return resets.concerns(flow) ? Set.of(resets.requirement()) : Set.of();
        }
        if (flow.isSuspended() || untested.isEmpty()) {
            return Set.of();
        }
        Set<String> applied = new HashSet<>();
        untested.removeIf(rule -> rule.concerns(flow, segment) && applied.add(rule.requirement()));
        return applied;
    }

    @Override
    public Set<String> appliesToReceived(Packet packet) {
        return packet.tcp().filter(s -> s.has(TcpFlag.RST)).isPresent() ? Set.of(NO_RST_TO_RST) : Set.of();
    }

    @Override
    public void received(Packet packet) {
        Optional<Ipv4Packet> ip = packet.ip();
        packet.icmp().ifPresent(message -> rules.forEach(TcpRule::icmpReceived));
        packet.ports()
                .ifPresent(ports ->
                        flows.receiving(ip.orElseThrow().source(), ports).receivedInDoubt());
        packet.tcp().ifPresent(segment -> {
            TcpFlow flow = flows.receiving(ip.orElseThrow().source(), segment);
            flow.received(segment);
            if (!flow.lacksTimestamps(segment)) {
                rules.forEach(rule -> rule.received(flow, segment));
            }
            resets.received(flow, segment);
        });
    }

    @Override
    public void called() {
        flows.all().forEach(TcpFlow::called);
        rules.forEach(TcpRule::called);
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        if (packet.tcp().isEmpty()) {
            return Optional.empty();
        }
        TcpSegment segment = packet.tcp().get();
        TcpFlow flow = flows.sending(packet.ip().orElseThrow().finalDestination(), segment);
        flow.carriedIn(packet.ip().orElseThrow());
        Optional<Violation> violation = judge(flow, segment);
        flow.sent(segment);
        rules.forEach(rule -> rule.sent(flow, segment));
        return violation;
    }

    private Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.RST)) {
            return judgeReset(flow, segment);
        }
        if (flow.isSuspended() || flow.isOfTheOneBefore(segment)) {
            return Optional.empty();
        }
        for (TcpRule rule : rules) {
            Optional<Violation> violation = rule.concerns(flow, segment) ? rule.judge(flow, segment) : Optional.empty();
            if (violation.isPresent()) {
                return violation;
            }
        }
        return Optional.empty();
    }

    private Optional<Violation> judgeReset(TcpFlow flow, TcpSegment reset) {
        if (flow.wasJustReset()) {
            return Law.violated(
                    NO_RST_TO_RST,
                    "the endpoint answered a reset with a reset",
                    "silence, or at most an ACK that challenges the reset");
        }
        return resets.concerns(flow) ? resets.judge(flow, reset) : Optional.empty();
    }
}
