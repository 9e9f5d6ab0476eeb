package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.List;

/**
 * When the endpoint put one octet of its stream on the wire, the first time and again (RFC 9293 section 3.8.1).
 *
 * @param times since the timeline began
 */
record Sendings(List<Duration> times) {
    /** Of the octet at {@code place}, counted from 0. */
    static Sendings of(Trial t, PeerConnection connection, int place) {
        SeqNumber number = connection.irs().plus(1L + place);
        return new Sendings(Scene.lab(t).transcript().entries().stream()
                .filter(entry -> entry.kind() == Kind.SENT && entry.host().equals(Lab.ENDPOINT))
                .filter(entry -> Packet.of(entry.datagram())
                        .tcp()
                        .filter(s -> carries(connection, s, number))
                        .isPresent())
                .map(Entry::at)
                .toList());
    }

    private static boolean carries(PeerConnection connection, TcpSegment segment, SeqNumber number) {
        return segment.destinationPort().equals(connection.local().port())
                && number.isWithin(segment.seq(), segment.len());
    }

    /**
     * When it did so for the {@code n}th time, counted from 1.
     *
     * @throws FindingError if it did so less often
     */
    Duration time(int n) {
        if (times.size() < n) {
            throw new FindingError(Finding.missing(
                    "the endpoint did not send the octet as often as its peer waited for it",
                    "the same octet of the stream " + n + " times",
                    "it " + times.size() + " times"));
        }
        return times.get(n - 1);
    }

    /** How long the endpoint waited before it sent the octet for the second time. */
    Duration firstInterval() {
        return time(2).minus(time(1));
    }

    /**
     * A lower limit, as far as the testbed's clock can tell: where time is real, packets are seen late, and the first of two may be
     * seen later than the second.
     */
    static Duration atLeast(Trial t, Duration limit) {
        boolean real = Scene.lab(t).timeline().base() == TimeBase.REAL;
        return real ? limit.multipliedBy(3).dividedBy(4) : limit;
    }
}
