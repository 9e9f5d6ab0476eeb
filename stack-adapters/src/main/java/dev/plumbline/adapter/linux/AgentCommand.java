package dev.plumbline.adapter.linux;

import com.sun.jna.Native;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.wire.Octets;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command that starts {@link KernelAgent} in a JVM and namespaces of its own. */
final class AgentCommand {
    private AgentCommand() {}

    /** For this machine and this user. */
    static List<String> on(Machine machine) {
        List<String> arguments = List.of(
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Xss512k",
                // A resolver's packets are IPv4 packets, and its sockets too.
                "-Djava.net.preferIPv4Stack=true",
                "-cp",
                classPath(),
                KernelAgent.class.getName());
        return OwnNetwork.java(machine, arguments);
    }

    /** Where the classes came from that the agent needs: right also if this JVM was started with a jar of jars. */
    private static String classPath() {
        return Stream.of(KernelAgent.class, LineMessage.class, Octets.class, Native.class)
                .map(AgentCommand::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(Objects.requireNonNull(source, type.getName())
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is not a file", e);
        }
    }
}
