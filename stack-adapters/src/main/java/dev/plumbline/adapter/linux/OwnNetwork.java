package dev.plumbline.adapter.linux;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A network namespace for a Java program: nothing that it does there touches the machine's own network. */
public final class OwnNetwork {
    private static final int NATIVE_ACCESS_IS_ASKED_FOR = 24;

    private OwnNetwork() {}

    /** Why no namespace with a TUN device can be made on this machine, with what to do about it; empty if it can. */
    public static Optional<String> missing() {
        return Machine.here().missing();
    }

    /**
     * The command that runs a Java program in a namespace of its own, as root of it, with the {@code java} of this process.
     *
     * @param arguments what follows {@code java}: options, the main class, and what the program is told
     */
    public static List<String> java(List<String> arguments) {
        return java(Machine.here(), arguments);
    }

    static List<String> java(Machine machine, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(machine.unshare().orElse(Path.of("unshare")).toString());
        // Without the right to make a network namespace, one takes a user namespace too, in which one has it.
        command.add(Machine.isRoot() ? "-n" : "-rn");
        command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
        // The device is opened by calls of the kernel.
        if (Runtime.version().feature() >= NATIVE_ACCESS_IS_ASKED_FOR) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(arguments);
        return command;
    }
}
