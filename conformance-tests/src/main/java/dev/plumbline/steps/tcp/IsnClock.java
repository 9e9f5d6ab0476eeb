package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The clock that initial sequence numbers come from, as an onlooker reads it off one SYN after the other between the same two
 * sockets: there its number is all that has changed (RFC 9293 section 3.4.1, SHLD-1).
 *
 * @param readings one for each connection, in their order
 */
record IsnClock(List<Reading> readings) {
    /** Ticks of "roughly 4 microseconds" from a clock that is "neither realtime nor precise" may be ten times as long. */
    private static final long LONGEST_TICK_NANOS = 40_000;

    /**
     * A SYN.
     *
     * @param at when it left for the first time
     */
    record Reading(SeqNumber number, Duration at) {}

    /** As the SYNs on the scene's connection show it. */
    static IsnClock of(TcpScene scene) {
        PeerConnection connection = scene.connection();
        return of(scene.lab(), connection.remote().port(), connection.local());
    }

    /** As those from a port of the endpoint to a socket of the peer do. */
    static IsnClock of(Lab lab, Port from, SocketAddress to) {
        List<Reading> readings = new ArrayList<>();
        for (Entry entry : lab.transcript().entries()) {
            if (entry.kind() == Kind.SENT && entry.host().equals(Lab.ENDPOINT)) {
                Packet.of(entry.datagram())
                        .tcp()
                        .filter(s -> isSyn(s, from, to))
                        .filter(s ->
                                readings.isEmpty() || !last(readings).number().equals(s.seq()))
                        .ifPresent(s -> readings.add(new Reading(s.seq(), entry.at())));
            }
        }
        return new IsnClock(readings);
    }

    private static boolean isSyn(TcpSegment segment, Port from, SocketAddress to) {
        return segment.has(TcpFlag.SYN)
                && segment.sourcePort().equals(from)
                && segment.destinationPort().equals(to.port());
    }

    private static Reading last(List<Reading> readings) {
        return readings.get(readings.size() - 1);
    }

    /** What is wrong with the last number, compared with the one before. */
    Optional<String> objection() {
        if (readings.size() < 2) {
            return Optional.of("its number is that of the SYN before");
        }
        Reading before = readings.get(readings.size() - 2);
        int ahead = last(readings).number().minus(before.number());
        Duration apart = last(readings).at().minus(before.at());
        return ahead >= apart.toNanos() / LONGEST_TICK_NANOS
                ? Optional.empty()
                : Optional.of("its number is " + Math.abs((long) ahead) + (ahead < 0 ? " lower" : " higher")
                        + " than that of the SYN " + apart.toSeconds()
                        + " s before, but a clock of 4 microseconds ticks "
                        + apart.toNanos() / 4000 + " times in between");
    }

    /** How long it takes from now until a connection that is opened then begins with {@code wanted}; nothing if that cannot be told. */
    Duration until(SeqNumber wanted, Duration now) {
        if (readings.size() < 2) {
            return Duration.ZERO;
        }
        Duration apart = readings.get(1).at().minus(readings.get(0).at());
        int ahead = readings.get(1).number().minus(readings.get(0).number());
        if (ahead <= 0) {
            return Duration.ZERO;
        }
        double tick = (double) apart.toNanos() / ahead;
        if (tick > LONGEST_TICK_NANOS) {
            // It counts something else, such as connections: nobody waits for centuries.
            return Duration.ZERO;
        }
        long distance = Integer.toUnsignedLong(wanted.minus(last(readings).number()));
        Duration rest =
                last(readings).at().plusNanos(Math.round(distance * tick)).minus(now);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
