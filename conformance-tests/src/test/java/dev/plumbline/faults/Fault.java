package dev.plumbline.faults;

import java.util.List;
import java.util.Set;

/**
 * A stack made wrong on purpose, and how the suite must find out.
 *
 * @param stack the name of the stack
 * @param sentence what is wrong with it
 * @param requirements each of these must kill it
 * @param words what must stand in the message of the first of them, to name the mistake
 * @param matters the drawn values on which the fault depends, so that shrinking cannot make them the usual ones
 */
record Fault(String stack, String sentence, List<String> requirements, List<String> words, Set<String> matters) {
    static Fault fault(String name, String sentence) {
        return new Fault("faulty:" + name, sentence, List.of(), List.of(), Set.of());
    }

    Fault killedBy(String... ids) {
        return new Fault(stack, sentence, List.of(ids), words, matters);
    }

    Fault saying(String... some) {
        return new Fault(stack, sentence, requirements, List.of(some), matters);
    }

    Fault dependingOn(String... names) {
        return new Fault(stack, sentence, requirements, words, Set.of(names));
    }

    @Override
    public String toString() {
        return stack;
    }
}
