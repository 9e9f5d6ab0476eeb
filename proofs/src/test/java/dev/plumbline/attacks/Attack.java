package dev.plumbline.attacks;

import dev.plumbline.adapter.sandbox.Grade;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that a stack tries.
 *
 * @param name the number in the list of attacks, and what it is
 * @param body what the stack does when a datagram comes in, or a program when it is told to boot; {@code SUITE}, {@code PORT},
 *     {@code SECRET}, {@code OUT}, {@code OWN}, {@code HOMES} and {@code LIBS} stand for the suite's process, a port of this
 *     machine where somebody listens, a file that is none of its business, the run's folder, the top folder that the runner lies
 *     in, one where people live, and where the suite's classes lie
 * @param headline what is told of it, as a regular expression
 * @param least the grade that holds it; better ones do, too
 * @param more what else it brings: a placeholder of {@link Hostile}, or a file of the submission, with its text
 */
record Attack(String name, String body, String headline, Grade least, Map<String, String> more) {
    /** One that is held whatever the machine has. */
    static Attack always(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.NONE, Map.of());
    }

    /** One that bounds hold. */
    static Attack bounded(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.BOUNDS, Map.of());
    }

    /** One that namespaces hold. */
    static Attack alone(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.UNSHARE, Map.of());
    }

    /** One that only bubblewrap holds. */
    static Attack walled(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.BUBBLEWRAP, Map.of());
    }

    /** The same with something more. */
    Attack with(String where, String what) {
        Map<String, String> all = new HashMap<>(more);
        all.put(where, what);
        return new Attack(name, body, headline, least, Map.copyOf(all));
    }

    /** Its number in the list; our own have none. */
    String number() {
        return name.substring(0, name.indexOf(' '));
    }

    /** What it is. */
    String what() {
        return name.substring(name.indexOf(' ') + 1).strip();
    }

    /** Whether a sandbox of this grade holds it. */
    boolean isHeldBy(Grade grade) {
        return grade.compareTo(least) <= 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
