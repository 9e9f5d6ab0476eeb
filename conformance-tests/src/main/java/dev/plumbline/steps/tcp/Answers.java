package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Answered;
import dev.plumbline.peer.InParts;
import dev.plumbline.trial.Expectation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The set of answers that are right.
 *
 * @param choices one or several
 */
public record Answers(List<Answer> choices) {
    private static final String OR = " or ";

    /** What a feature writes. */
    static final String WORDS = "(?:" + Answer.WORD + ")(?: or (?:" + Answer.WORD + "))*";

    static Answers of(String words) {
        return new Answers(Arrays.stream(words.split(OR))
                .map(word -> Words.find(Answer.values(), word))
                .toList());
    }

    /** Waits for one of them. */
    Expectation awaited(TcpScene scene) {
        return new InParts(() -> answered(scene), () -> choices.stream().allMatch(choice -> choice.isWhole(scene)));
    }

    private Expectation answered(TcpScene scene) {
        return new Answered(
                scene.connection(),
                choices.stream()
                        .filter(choice -> choice != Answer.NOTHING && choice != Answer.ITS_END)
                        .map(choice -> choice.choice(scene))
                        .toList(),
                silence(scene));
    }

    private Optional<Runnable> silence(TcpScene scene) {
        Runnable end = scene::wasReset;
        Runnable nothing = () -> {};
        return choices.contains(Answer.ITS_END)
                ? Optional.of(end)
                : Optional.of(nothing).filter(n -> choices.contains(Answer.NOTHING));
    }

    @Override
    public String toString() {
        return choices.stream().map(Answer::toString).collect(Collectors.joining(OR));
    }
}
