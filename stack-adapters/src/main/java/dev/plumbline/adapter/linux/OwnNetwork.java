package dev.plumbline.adapter.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network namespace for a program: nothing that it does there touches the machine's own network. */
public final class OwnNetwork {
    private OwnNetwork() {}

    /** Why no namespace with a TUN device can be made on this machine, with what to do about it; empty if it can. */
    public static Optional<String> missing() {
        return Machine.here().missing();
    }

    /** The command that runs {@code command} in a namespace of its own, as root of it. */
    public static List<String> around(List<String> command) {
        return around(Machine.here(), command);
    }

    static List<String> around(Machine machine, List<String> command) {
        List<String> all = new ArrayList<>();
        all.add(machine.unshare().orElse(Path.of("unshare")).toString());
        // Without the right to make a network namespace, one takes a user namespace too, in which one has it.
        all.add(Machine.isRoot() ? "-n" : "-rn");
        all.addAll(command);
        return all;
    }
}
