package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * As any program is started: with bounds where there is a shell to set them, in a session of its own where that can be made, and
 * as somebody else where root starts it.
 */
record Plain(Grade grade, boolean asStranger) implements Way {
    @Override
    public boolean suits(Untrusted program) {
        return !asStranger || (Stranger.mayRead(program.files(), true) && lend(program.workplace()));
    }

    @Override
    public List<String> command(Untrusted program, long user) {
        if (grade == Grade.NONE) {
            return program.words();
        }
        List<String> words = withItsParent();
        List<String> bounded = Bounds.around(program, asStranger ? 0 : ProcessTree.threadsOfThisUser());
        words.addAll(asStranger ? Stranger.around(bounded, user) : bounded);
        return words;
    }

    /** All that the user has, who has nothing else; or who stayed in the session. */
    @Override
    public List<String> ending(long pid, long user) {
        if (asStranger) {
            return Stranger.around(List.of("/bin/sh", "-c", "kill -9 -1"), user);
        }
        boolean session = grade == Grade.BOUNDS && Tools.have("setsid");
        return session ? List.of("/bin/sh", "-c", "kill -9 -" + pid) : List.of();
    }

    @Override
    public boolean hasItsOwnProcesses() {
        return false;
    }

    /** A session of its own, without this one's terminal; and an end when the suite ends. */
    static List<String> withItsParent() {
        List<String> words = new ArrayList<>();
        Tools.find("setsid").ifPresent(words::add);
        Tools.find("setpriv")
                .ifPresent(setpriv -> words.addAll(List.of(setpriv, "--no-new-privs", "--pdeathsig", "KILL")));
        return words;
    }

    /** Lets everybody work in a folder of ours. */
    static boolean lend(Path workplace) {
        try {
            Files.setPosixFilePermissions(workplace, PosixFilePermissions.fromString("rwxrwxrwx"));
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
