package dev.plumbline.peer;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Objection;
import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one of several answers that the RFC allows, of which silence may be one. What the endpoint sends again in its own
 * time is no answer, nor is what belongs to that.
 */
public final class Answered implements Expectation {
    /**
     * One of the answers.
     *
     * @param pattern what it looks like
     * @param then told of it, if it is the one that came
     */
    public record Choice(SegmentPattern pattern, Consumer<TcpSegment> then) {}

    private final PeerConnection connection;
    private final List<Choice> choices;
    private final Optional<Runnable> silence;
    private boolean accepted;
    private @Nullable Finding finding;
    private @Nullable String nearest;
    private boolean outOfDate;

    /**
     * Waits on {@code connection}.
     *
     * @param choices the answers that are allowed
     * @param silence what follows if nothing comes, if that is one, too
     */
    public Answered(PeerConnection connection, List<Choice> choices, Optional<Runnable> silence) {
        this.connection = connection;
        this.choices = choices.stream()
                .map(choice ->
                        new Choice(choice.pattern().between(connection.remote(), connection.local()), choice.then()))
                .toList();
        this.silence = silence;
    }

    @Override
    public Duration limit(Patience patience) {
        return silence.isPresent() ? patience.silence(Waits.SILENCE) : patience.arrival(Waits.ANSWER);
    }

    @Override
    public boolean isSettled() {
        while (!accepted && finding == null) {
            Optional<Packet> arrival = connection.reader().next();
            if (arrival.isEmpty()) {
                return false;
            }
            consider(arrival.get());
        }
        return true;
    }

    @Override
    public Optional<Finding> finding() {
        boolean settled = isSettled();
        if (settled || silence.isPresent()) {
            silence.filter(then -> !settled).ifPresent(Runnable::run);
            return Optional.ofNullable(finding);
        }
        String came = nearest == null ? "nothing" : nearest;
        return Optional.of(Finding.missing("the endpoint did not send what it must: " + expected(), expected(), came));
    }

    private void consider(Packet arrival) {
        Optional<TcpSegment> segment = arrival.tcp();
        if (segment.isEmpty()) {
            String problem = arrival.problem().map(Object::toString).orElse("no TCP segment");
            finding = Finding.missing(
                            "the endpoint sent a packet that cannot be read: " + problem,
                            expected(),
                            arrival.toString())
                    .about(arrival.datagram());
            return;
        }
        Optional<Choice> choice = choices.stream()
                .filter(c -> c.pattern().mismatches(segment.get()).isEmpty())
                .findFirst();
        if (choice.isPresent()) {
            accepted = true;
            choice.get().then().accept(segment.get());
        } else if (SegmentJudge.isRepetition(connection, segment.get())) {
            outOfDate = segment.get().ack().isBefore(connection.sndNxt());
            nearest = arrival + "; that is only what it has sent before: " + why(segment.get());
        } else if (outOfDate && saysWhatIsExpected(segment.get())) {
            outOfDate = false;
            nearest = arrival + "; that only makes up for what it has sent before: " + why(segment.get());
        } else {
            finding = Finding.wrong(
                            "the endpoint sent something wrong: " + why(segment.get()), expected(), arrival.toString())
                    .about(arrival.datagram())
                    .comparing(arrival.datagram(), differences(segment.get()));
        }
    }

    /** Who sends a stored copy again, as it was, follows it up with the acknowledgment that it lacks (RFC 9293 section 3.10.8). */
    private boolean saysWhatIsExpected(TcpSegment segment) {
        return SegmentJudge.isBareAck(connection, segment)
                && segment.seq().equals(connection.rcvNxt())
                && segment.ack().equals(connection.sndNxt());
    }

    private String why(TcpSegment segment) {
        List<String> objections = choices.stream()
                .map(choice -> Objection.words(choice.pattern().mismatches(segment)))
                .toList();
        return objections.isEmpty()
                ? "it is an answer, " + segment.flags().names() + ", where there must be none"
                : String.join("; or else: ", objections);
    }

    private List<Difference> differences(TcpSegment segment) {
        return choices.stream()
                .flatMap(choice -> Objection.differences(choice.pattern().mismatches(segment)).stream())
                .toList();
    }

    private String expected() {
        List<String> words = new ArrayList<>(
                choices.stream().map(choice -> choice.pattern().toString()).toList());
        if (silence.isPresent()) {
            words.add(words.isEmpty() ? "nothing" : "nothing at all");
        }
        return String.join(", or ", words);
    }
}
