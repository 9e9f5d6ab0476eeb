package dev.plumbline.faults;

import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A stack made wrong on purpose, and how the suite must find out. It is its own provider, under the name {@code faulty:NAME}.
 *
 * @param name what is typed after {@code --stack}
 * @param sentence what is wrong with it
 * @param boots makes the stack, a new one for each host; what it remembers must not outlive that host ({@link Seams} has the usual
 *     ways)
 * @param requirements each of these must kill it
 * @param words what must stand in the message of the first of them, to name the mistake
 * @param matters the drawn values on which the fault depends, so that shrinking cannot make them the usual ones
 */
public record Fault(
        String name,
        String sentence,
        Function<Host, Stack> boots,
        List<String> requirements,
        List<String> words,
        Set<String> matters)
        implements Variant {
    static Fault fault(String name, String sentence, Function<Host, Stack> boots) {
        return new Fault("faulty:" + name, sentence, boots, List.of(), List.of(), Set.of());
    }

    /** The row that the fault is made for comes first. */
    Fault killedBy(String... ids) {
        return new Fault(name, sentence, boots, List.of(ids), words, matters);
    }

    Fault saying(String... some) {
        return new Fault(name, sentence, boots, requirements, List.of(some), matters);
    }

    Fault dependingOn(String... names) {
        return new Fault(name, sentence, boots, requirements, words, Set.of(names));
    }

    /** The requirement that the fault is made for. */
    String row() {
        return requirements.get(0);
    }

    @Override
    public String toString() {
        return name;
    }
}
