package dev.plumbline.courses;

import dev.plumbline.cause.Causes;
import dev.plumbline.faults.Fault;
import dev.plumbline.faults.Named;
import dev.plumbline.mark.State;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.RunVerdict;
import dev.plumbline.results.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Somebody who hands in a stack of which it is known what it deserves.
 *
 * @param hands makes it
 * @param state how far its judging gets
 * @param requirements those that it breaks itself; empty if it is right, or breaks down altogether
 * @param first whether what a run names first is its mistake
 */
record Pupil(
        String id,
        Kind kind,
        Consumer<Generator> hands,
        State state,
        List<String> requirements,
        Predicate<Judgement> first) {
    /** What it is. */
    enum Kind {
        RIGHT,
        ONE_FAULT,
        TWO_FAULTS,
        HARMFUL,
        UNUSABLE
    }

    static Pupil right(String id, Consumer<Generator> hands) {
        return new Pupil(id, Kind.RIGHT, hands, State.JUDGED, List.of(), judgement -> true);
    }

    static Pupil of(String id, Fault fault) {
        return new Pupil(
                id,
                Kind.ONE_FAULT,
                generator -> generator.variant(id, fault.name()),
                State.JUDGED,
                fault.requirements(),
                judgement -> Named.of(fault, judgement).isRight());
    }

    static Pupil of(String id, Mistake... mistakes) {
        List<String> all = List.of(mistakes).stream()
                .flatMap(mistake -> mistake.requirements().stream())
                .toList();
        return new Pupil(
                id,
                mistakes.length == 1 ? Kind.ONE_FAULT : Kind.TWO_FAULTS,
                generator -> generator.submission(id, mistakes),
                State.JUDGED,
                all,
                judgement -> Causes.of(judgement).all().stream()
                        .limit(1)
                        .flatMap(cause -> cause.rule().stream())
                        .anyMatch(rule -> all.contains(rule.id())));
    }

    static Pupil harmful(String id, String body) {
        return new Pupil(
                id,
                Kind.HARMFUL,
                generator -> generator.receiving(id, body),
                State.JUDGED,
                List.of(),
                judgement -> true);
    }

    static Pupil unusable(String id, State state, Consumer<Generator> hands) {
        return new Pupil(id, Kind.UNUSABLE, hands, state, List.of(), judgement -> true);
    }

    /** What is wrong with how it was judged; empty if it got what it deserves. */
    Optional<String> complaint(State found, Optional<Judgement> judgement) {
        if (found != state) {
            return Optional.of(id + " is " + found + ", not " + state);
        }
        if (judgement.stream().anyMatch(Pupil::lacksAClass)) {
            return Optional.of(id + " was handed in without a class that it needs");
        }
        RunVerdict deserved = kind == Kind.RIGHT ? RunVerdict.CONFORMS : RunVerdict.DOES_NOT_CONFORM;
        return judgement
                .map(Judgement::verdict)
                .filter(verdict -> verdict != deserved)
                .map(verdict -> id + " " + verdict.words() + ", but " + deserved.words() + " is right")
                .or(() -> judgement
                        .filter(this::isWrongElsewhere)
                        .map(any -> id + " does not fail, nor gets stuck, by any of " + requirements));
    }

    /** It would be wrong for a reason that is ours. */
    private static boolean lacksAClass(Judgement judgement) {
        return judgement.results().scenarios().stream()
                .flatMap(scenario -> Optional.ofNullable(scenario.failure()).stream())
                .anyMatch(failure -> failure.headline().contains("NoClassDefFoundError"));
    }

    /** A stack that breaks a law keeps its scenarios from judging what they are about: no points for that either. */
    private boolean isWrongElsewhere(Judgement judgement) {
        return kind == Kind.ONE_FAULT
                && Stream.of(Verdict.FAIL, Verdict.INCONCLUSIVE)
                        .flatMap(verdict -> judgement.with(verdict).stream())
                        .noneMatch(
                                row -> requirements.contains(row.requirement().id()));
    }
}
