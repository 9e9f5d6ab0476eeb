package dev.plumbline.adapter.sandbox;

import java.util.ArrayList;
import java.util.List;

/**
 * With the namespaces of util-linux: no network, no other processes, and nothing of it survives its first process.
 *
 * @param asStranger whether it is root who starts it, as somebody else
 */
record Unshare(boolean asStranger) implements Way {
    @Override
    public Grade grade() {
        return Grade.UNSHARE;
    }

    @Override
    public boolean suits(Untrusted program) {
        return !asStranger || (Stranger.mayRead(program.files(), true) && Plain.lend(program.workplace()));
    }

    @Override
    public List<String> command(Untrusted program, long user) {
        List<String> words = Plain.withItsParent();
        words.add(Tools.the("unshare"));
        if (!asStranger) {
            words.addAll(List.of("--user", Stranger.isRoot() ? "--map-root-user" : "--map-current-user"));
        }
        words.addAll(List.of("--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child", "--mount-proc", "--"));
        List<String> bounded = Bounds.around(program, 0);
        words.addAll(asStranger ? Stranger.around(bounded, user) : powerless(bounded));
        return words;
    }

    /** What a namespace of its own gives it is not for the program. */
    private static List<String> powerless(List<String> command) {
        List<String> words = new ArrayList<>(List.of(Tools.the("setpriv"), "--no-new-privs"));
        words.addAll(List.of("--inh-caps=-all", "--bounding-set=-all", "--pdeathsig", "KILL"));
        words.addAll(command);
        return words;
    }
}
