package dev.plumbline.peer;

import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Alarms;
import dev.plumbline.testbed.Alarms.Alarm;
import dev.plumbline.testbed.Seconds;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoint's timers did while something of its own waited for an acknowledgment, or for the peer's window to open
 * (RFC 6298 section 5, RFC 9293 section 3.8.6.1).
 */
final class Unanswered {
    /** Who was given less time than this to send again may yet do so. */
    private static final Duration LONG = Duration.ofMillis(900);

    private final List<Entry> own;
    private final List<Alarm> alarms;
    private final Duration end;

    /** Of what happened at a host, up to now. */
    Unanswered(List<Entry> own, Alarms alarms, Duration end) {
        this.own = own;
        this.alarms = alarms.newest();
        this.end = end;
    }

    /** Empty if nothing waits, or not for long. */
    Optional<String> words() {
        Duration since = own.isEmpty() ? end : own.get(own.size() - 1).at();
        return end.minus(since).compareTo(LONG) < 0
                ? Optional.empty()
                : waiting().map(what -> what + ", and then nothing happens. " + timers(since));
    }

    private Optional<String> waiting() {
        Optional<TcpSegment> last = own.stream()
                .filter(entry -> entry.kind() == Kind.SENT)
                .flatMap(entry -> Packet.of(entry.datagram()).tcp().stream())
                .filter(segment -> segment.len() > 0 && !segment.has(TcpFlag.RST))
                .reduce((earlier, later) -> later.end().isAfter(earlier.end()) ? later : earlier);
        Optional<TcpSegment> heard = own.stream()
                .filter(entry -> entry.kind() == Kind.RECEIVED)
                .flatMap(entry -> Packet.of(entry.datagram()).tcp().stream())
                .reduce((earlier, later) -> later);
        if (last.isEmpty() || heard.filter(s -> s.has(TcpFlag.RST)).isPresent()) {
            return Optional.empty();
        }
        SeqNumber next = last.get().end();
        Optional<TcpSegment> ack = heard.filter(s -> s.has(TcpFlag.ACK));
        if (ack.filter(s -> !s.ack().isBefore(next)).isEmpty()) {
            return Optional.of(
                    ack.map(s -> "What has left is acknowledged up to " + s.ack() + ", and not up to " + next)
                            .orElse("What has left, up to " + next + ", is not acknowledged"));
        }
        return ack.filter(s -> s.window() == 0).map(s -> "The peer's window is closed");
    }

    private String timers(Duration since) {
        Optional<Alarm> ran = alarms.stream()
                .filter(alarm -> alarm.hasRun() && alarm.due().compareTo(since) > 0)
                .findFirst();
        if (ran.isPresent()) {
            return "A timer of the endpoint's runs out at " + seconds(ran.get().due()) + ": look at what is done then.";
        }
        Optional<Alarm> running = alarms.stream()
                .filter(alarm -> !alarm.hasRun() && alarm.stoppedBefore(end) == null)
                .findFirst();
        if (running.isPresent()) {
            return "Its next timer runs out at " + seconds(running.get().due()) + " only.";
        }
        @Nullable
        Duration stopped = alarms.stream()
                .map(alarm -> alarm.stoppedBefore(end))
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
        return "No timer of the endpoint's is running: "
                + (stopped == null ? "look where one is started." : "it was stopped at " + seconds(stopped) + ".");
    }

    private static String seconds(Duration time) {
        return Seconds.print(time) + " s";
    }
}
