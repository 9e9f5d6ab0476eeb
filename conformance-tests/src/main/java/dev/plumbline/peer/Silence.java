package dev.plumbline.peer;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.oracle.Packet;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.Waits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Watches for a while that nothing wrong comes. */
public final class Silence implements Expectation {
    private final Reader reader;
    private final String expected;
    private final Function<Packet, Optional<Objection>> objection;
    private final Duration howLong;
    private @Nullable Finding finding;

    /**
     * Watches for {@link Waits#SILENCE}.
     *
     * @param expected what is expected, in words
     * @param objection what is wrong with an arrival, in words; empty if nothing is
     */
    public Silence(Reader reader, String expected, Function<Packet, Optional<String>> objection) {
        this(reader, expected, objection, Waits.SILENCE);
    }

    /** Watches for {@code howLong}; in real time a moment stands for it. */
    public Silence(Reader reader, String expected, Function<Packet, Optional<String>> objection, Duration howLong) {
        this(howLong, reader, expected, arrival -> objection.apply(arrival).map(Objection::of));
    }

    private Silence(Duration howLong, Reader reader, String expected, Function<Packet, Optional<Objection>> objection) {
        this.reader = reader;
        this.expected = expected;
        this.objection = objection;
        this.howLong = howLong;
    }

    /** The same, where an objection may be that two values differ. */
    public static Silence comparing(
            Reader reader, String expected, Function<Packet, Optional<Objection>> objection, Duration howLong) {
        return new Silence(howLong, reader, expected, objection);
    }

    @Override
    public Duration limit(Patience patience) {
        return patience.silence(howLong);
    }

    @Override
    public boolean isSettled() {
        Optional<Packet> arrival = finding == null ? reader.next() : Optional.empty();
        while (arrival.isPresent() && finding == null) {
            Packet came = arrival.get();
            objection
                    .apply(came)
                    .ifPresent(why -> finding = Finding.wrong(why.words(), expected, came.toString())
                            .about(came.datagram())
                            .comparing(came.datagram(), Objection.differences(List.of(why))));
            arrival = finding == null ? reader.next() : Optional.empty();
        }
        return finding != null;
    }

    @Override
    public Optional<Finding> finding() {
        return isSettled() ? Optional.ofNullable(finding) : Optional.empty();
    }
}
