package dev.plumbline.adapter.sandbox;

import java.util.List;
import java.util.Map;

/**
 * A sandbox that was chosen for a program, which is not started yet.
 *
 * @param way how it is made
 * @param program what is to run in it
 * @param user the number of whoever it runs as, if that is somebody else
 */
record Place(Way way, Untrusted program, long user) {
    /** What starts it. */
    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(way.command(program, user))
                .directory(program.workplace().toFile());
        String workplace = way.workplace(program).toString();
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        "/usr/local/bin:/usr/bin:/bin",
                        "LANG",
                        "C.UTF-8",
                        "HOME",
                        workplace,
                        "TMPDIR",
                        workplace));
        return builder;
    }

    /** Whether it runs as somebody else. */
    boolean asStranger() {
        return way.asStranger();
    }

    /** For the record of a run. */
    String told() {
        return way.grade().told() + way.besides();
    }

    /** The words that end what is left of it. */
    List<String> ending(long pid) {
        return way.ending(pid, user);
    }
}
