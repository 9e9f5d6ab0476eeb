package dev.plumbline.adapter.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * With bubblewrap: the program is alone in a file system that is made for it, with no network and no other processes.
 *
 * @param filter the file with the filter of system calls; empty if there is none for this machine
 * @param asStranger whether it is root who starts it, as somebody else
 */
record Bubblewrap(String filter, boolean asStranger) implements Way {
    private static final Path WORKPLACE = Path.of("/tmp/plumbline-stack");
    private static final String TMP_OCTETS = Long.toString(64L << 20);
    private static final String DEV_OCTETS = Long.toString(1L << 20);
    /** Nothing else has this number in a process that Java starts. */
    private static final String WITH_FILTER = "exec 9<\"$1\"; shift; exec \"$@\"";

    @Override
    public Grade grade() {
        return Grade.BUBBLEWRAP;
    }

    @Override
    public String besides() {
        String calls = filter.isEmpty() ? "system calls" : "";
        String processes = Stranger.isRoot() && !asStranger ? "how many processes" : "";
        String both = calls + (calls.isEmpty() || processes.isEmpty() ? "" : ", ") + processes;
        return both.isEmpty() ? "" : ", which does not hold here: " + both;
    }

    @Override
    public boolean suits(Untrusted program) {
        return !asStranger || Stranger.mayRead(program.files(), false);
    }

    @Override
    public Path workplace(Untrusted program) {
        return WORKPLACE;
    }

    @Override
    public List<String> command(Untrusted program, long user) {
        List<String> words = new ArrayList<>();
        if (!filter.isEmpty()) {
            words.addAll(List.of("/bin/sh", "-c", WITH_FILTER, "sh", filter));
        }
        words.add(Tools.the("bwrap"));
        words.addAll(alone());
        words.addAll(files(program));
        if (!filter.isEmpty()) {
            words.addAll(List.of("--seccomp", "9"));
        }
        words.add("--");
        List<String> bounded = Bounds.around(program, 0);
        words.addAll(asStranger ? Stranger.around(bounded, user) : bounded);
        return words;
    }

    private List<String> alone() {
        List<String> words = new ArrayList<>();
        if (asStranger) {
            words.addAll(List.of("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts"));
            words.add("--unshare-cgroup-try");
        } else {
            words.add("--unshare-all");
        }
        words.addAll(List.of("--cap-drop", "ALL"));
        if (asStranger) {
            // To become the stranger, which takes them away again.
            words.addAll(List.of("--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP"));
        }
        words.addAll(List.of("--die-with-parent", "--new-session", "--hostname", "stack"));
        return words;
    }

    /** Under its own name; the way there is everybody's, whatever it is outside. */
    private static void show(Path file, List<String> words) {
        Path way = file.getRoot();
        for (Path step : file.getRoot().relativize(file.getParent())) {
            way = way.resolve(step);
            words.addAll(List.of("--perms", "0755", "--dir", way.toString()));
        }
        words.addAll(List.of("--ro-bind", file.toString(), file.toString()));
    }

    private List<String> files(Untrusted program) {
        List<String> words = new ArrayList<>(SystemView.words());
        words.addAll(List.of("--proc", "/proc", "--perms", "0755", "--size", DEV_OCTETS, "--tmpfs", "/dev"));
        for (String device : List.of("null", "zero", "full", "random", "urandom")) {
            words.addAll(List.of("--dev-bind-try", "/dev/" + device, "/dev/" + device));
        }
        words.addAll(List.of("--symlink", "/proc/self/fd", "/dev/fd"));
        words.addAll(List.of("--perms", "1777", "--size", TMP_OCTETS, "--tmpfs", "/tmp"));
        program.files().stream().filter(file -> !SystemView.holds(file)).forEach(file -> show(file, words));
        program.hidden().stream()
                .filter(Files::isDirectory)
                .forEach(folder -> words.addAll(List.of("--size", DEV_OCTETS, "--tmpfs", folder.toString())));
        words.addAll(List.of("--perms", "0777", "--dir", WORKPLACE.toString(), "--chdir", WORKPLACE.toString()));
        words.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        return words;
    }
}
