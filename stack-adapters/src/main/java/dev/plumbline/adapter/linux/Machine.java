package dev.plumbline.adapter.linux;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this machine must have for its kernel to be judged.
 *
 * @param system the operating system's name
 * @param searchPath where commands are looked for
 * @param tun the device from which TUN interfaces are made
 */
record Machine(String system, String searchPath, Path tun) {
    /** The machine that this JVM runs on. */
    static Machine here() {
        String path = System.getenv("PATH");
        return new Machine(
                System.getProperty("os.name"),
                (path == null ? "" : path + File.pathSeparator) + "/usr/bin" + File.pathSeparator + "/bin",
                Path.of(Tun.DEVICE));
    }

    /** What is missing, with what to do about it. */
    Optional<String> missing() {
        if (!system.equals("Linux")) {
            return Optional.of("the stack 'linux' is the kernel of a Linux machine, and this is " + system
                    + ": run it on Linux, or judge another stack");
        }
        if (!Files.exists(tun)) {
            return Optional.of("there is no " + tun + ": load the module with 'modprobe tun', or give the container the"
                    + " device (docker run --device " + tun + ")");
        }
        if (!Files.isReadable(tun) || !Files.isWritable(tun)) {
            return Optional.of("this user may not open " + tun + ": as root, run 'chmod 666 " + tun
                    + "' (a TUN interface still takes CAP_NET_ADMIN in its own namespace), or run as root");
        }
        if (unshare().isEmpty()) {
            return Optional.of("there is no command 'unshare': install the package util-linux");
        }
        return Optional.empty();
    }

    /** The command that starts a program in namespaces of its own. */
    Optional<Path> unshare() {
        return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator), -1))
                .map(directory -> Path.of(directory, "unshare"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether this process is root's. */
    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
