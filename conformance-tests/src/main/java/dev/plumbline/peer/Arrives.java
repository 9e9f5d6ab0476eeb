package dev.plumbline.peer;

import dev.plumbline.diagnosis.Comparison;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Judgement.Verdict;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for a packet: the first one that is not harmless must be the one that is expected. */
public final class Arrives implements Expectation {
    private final Reader reader;
    private final String expected;
    private final Function<Packet, Judgement> judge;
    private final Consumer<Packet> then;
    private final Duration limit;
    private @Nullable Finding finding;
    private @Nullable String nearest;
    private Comparison compared = Comparison.NONE;
    private boolean accepted;

    /**
     * Waits for {@link Waits#ANSWER}.
     *
     * @param expected what is expected, in words
     * @param judge told of each arrival
     * @param then told of the one that was accepted
     */
    public Arrives(Reader reader, String expected, Function<Packet, Judgement> judge, Consumer<Packet> then) {
        this(reader, expected, judge, then, Waits.ANSWER);
    }

    /** Waits for {@code limit}. */
    public Arrives(
            Reader reader, String expected, Function<Packet, Judgement> judge, Consumer<Packet> then, Duration limit) {
        this.reader = reader;
        this.expected = expected;
        this.judge = judge;
        this.then = then;
        this.limit = limit;
    }

    @Override
    public Duration limit(Patience patience) {
        return patience.arrival(limit);
    }

    @Override
    public boolean isSettled() {
        while (!accepted && finding == null) {
            Optional<Packet> arrival = reader.next();
            if (arrival.isEmpty()) {
                return false;
            }
            consider(arrival.get());
        }
        return true;
    }

    @Override
    public Optional<Finding> finding() {
        if (isSettled()) {
            return Optional.ofNullable(finding);
        }
        String came = nearest == null ? "nothing" : nearest;
        return Optional.of(Finding.missing("the endpoint did not send what it must: " + expected, expected, came)
                .comparing(compared.packet(), compared.differences()));
    }

    private void consider(Packet arrival) {
        if (arrival.problem().isPresent()) {
            finding = Finding.missing(
                            "the endpoint sent a packet that cannot be read: "
                                    + arrival.problem().get(),
                            expected,
                            arrival.toString())
                    .about(arrival.datagram());
            return;
        }
        Judgement judgement = judge.apply(arrival);
        if (judgement.verdict() == Verdict.ACCEPTED) {
            accepted = true;
            then.accept(arrival);
        } else if (judgement.verdict() == Verdict.WRONG) {
            finding = Finding.wrong(
                            "the endpoint sent something wrong: " + judgement.why(), expected, arrival.toString())
                    .about(arrival.datagram())
                    .comparing(arrival.datagram(), judgement.differences());
        } else {
            nearest = arrival + "; not accepted because " + judgement.why();
            compared = new Comparison(arrival.datagram(), judgement.differences());
        }
    }
}
