package dev.plumbline.adapter.sandbox;

import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * By which numbers this system knows the programs of a room, which knows them by others. To look at all that is in a room takes
 * longer than to start a program: so each is looked for where it was started, among those that were not found before.
 */
final class Numbers {
    private final long first;
    private final OptionalLong shell;
    /** Children of the shell, each of which has started one program: those whose program is known, or that have ended. */
    private final Set<Long> done = new HashSet<>();

    /**
     * Nothing is known yet.
     *
     * @param first the room's first process
     * @param shell how the room knows who starts programs, each as the only child of a child
     */
    Numbers(long first, long shell) {
        this.first = first;
        this.shell = Inside.number(first, shell);
    }

    /** Of a process that the room knows by that number. */
    OptionalLong outside(long inside) {
        OptionalLong found = whereItWasStarted(inside);
        return found.isPresent() ? found : Inside.number(first, inside);
    }

    /** The oldest first: they are asked for as they were started, more or less. */
    private synchronized OptionalLong whereItWasStarted(long inside) {
        if (shell.isEmpty()) {
            return shell;
        }
        for (long starter : ProcessTree.childrenOfItsFirstThread(shell.getAsLong())) {
            OptionalLong found = done.contains(starter) ? OptionalLong.empty() : program(starter, inside);
            if (found.isPresent()) {
                done.add(starter);
                return found;
            }
        }
        return OptionalLong.empty();
    }

    private OptionalLong program(long starter, long inside) {
        for (long program : ProcessTree.childrenOfItsFirstThread(starter)) {
            if (ProcessTree.knowsItselfAs(inside, program)) {
                return OptionalLong.of(program);
            }
        }
        if (!ProcessTree.isAlive(starter)) {
            done.add(starter);
        }
        return OptionalLong.empty();
    }
}
