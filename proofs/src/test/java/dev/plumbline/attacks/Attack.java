package dev.plumbline.attacks;

import dev.plumbline.adapter.sandbox.Grade;

/**
 * Something that a stack tries.
 *
 * @param name the number in the list of attacks, and what it is
 * @param body what the stack does when a datagram comes in; {@code SUITE}, {@code PORT}, {@code SECRET}, {@code OUT},
 *     {@code OWN} and {@code HOMES} stand for the suite's process, a port of this machine where somebody listens, a file that is
 *     none of its business, the run's folder, the top folder that the runner lies in, and one where people live
 * @param headline what is told of it, as a regular expression
 * @param least the grade that holds it; better ones do, too
 */
record Attack(String name, String body, String headline, Grade least) {
    /** One that is held whatever the machine has. */
    static Attack always(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.NONE);
    }

    /** One that bounds hold. */
    static Attack bounded(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.BOUNDS);
    }

    /** One that namespaces hold. */
    static Attack alone(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.UNSHARE);
    }

    /** One that only bubblewrap holds. */
    static Attack walled(String name, String body, String headline) {
        return new Attack(name, body, headline, Grade.BUBBLEWRAP);
    }

    @Override
    public String toString() {
        return name;
    }
}
