package dev.plumbline.steps;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.Judgement;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.util.List;

/** Several connections that the endpoint opens to one port. */
final class Openings {
    /** Where the SYNs seen so far are kept. */
    static final String SYNS = "the SYNs so far";

    private Openings() {}

    /** A SYN from a port that has sent none so far. */
    static Expectation anotherSyn(Trial t) {
        Port port = t.the(Scene.PEER_PORT, Port.class);
        return new Arrives(
                Scene.peer(t).tcp(port),
                Handshakes.BARE_SYN + ", from another port than before",
                arrival -> judge(syns(t), arrival),
                arrival -> syns(t).add(arrival.tcp().orElseThrow()));
    }

    private static Judgement judge(List<TcpSegment> before, Packet arrival) {
        Port port = arrival.tcp().orElseThrow().sourcePort();
        boolean known = before.stream().anyMatch(s -> s.sourcePort().equals(port));
        return known
                ? Judgement.harmless("it comes from port " + port + " like one before")
                : Packets.judge(arrival, Handshakes.BARE_SYN);
    }

    /** The ports must not be well known; that they differ is known by now. */
    static void checkChosenPorts(Trial t) {
        for (TcpSegment syn : syns(t)) {
            if (syn.sourcePort().isWellKnown()) {
                throw new FindingError(Finding.wrong(
                        "the stack gave a client the well-known port " + syn.sourcePort(),
                        "a port from 1024 on, best from 49152 on",
                        "port " + syn.sourcePort()));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<TcpSegment> syns(Trial t) {
        return t.the(SYNS, List.class);
    }
}
