package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A folder of classes, made of what somebody wrote. */
public final class Compiled {
    private Compiled() {}

    /** Compiles all Java files below {@code sources} and names {@code provider} as a service of that kind. */
    public static Path folder(Path sources, Path classes, String service, String provider) {
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
            Path services = Files.createDirectories(classes.resolve("META-INF/services"));
            Files.writeString(services.resolve("dev.plumbline.spi." + service), provider);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int exitCode = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(exitCode).as("javac on " + sources).isZero();
        return classes;
    }

    /** Copies the classes below a folder from where {@code type} is, as if the stack had them itself. */
    public static void bring(Class<?> type, String below, Path classes) throws IOException {
        Path origin = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        try (FileSystem jar = Files.isDirectory(origin) ? null : FileSystems.newFileSystem(origin)) {
            Path root = jar == null ? origin : jar.getPath("/");
            try (Stream<Path> all = Files.walk(root.resolve(below))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    Path copy = classes.resolve(root.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** A stack with UDP that does {@code body} when a datagram comes in, and whose sockets do nothing. */
    public static Path receiving(Path folder, String body) {
        String source = """
                import dev.plumbline.spi.*;
                import dev.plumbline.transport.*;
                import dev.plumbline.wire.Octets;
                import java.util.Set;

                public class Mine implements StackProvider {
                    public String name() { return "mine"; }
                    public Set<Capability> capabilities() { return Set.of(Capability.IPV4, Capability.UDP); }
                    public Stack boot(Host host) {
                        return new Stack() {
                            public void receive(Link link, Octets datagram) { BODY }
                            public UdpSocket openUdp(Port port, UdpHandler handler) {
                                return new UdpSocket() {
                                    public SocketAddress local() { return new SocketAddress(host.address(), port); }
                                    public void send(SocketAddress to, Octets data) {}
                                    public void close() {}
                                };
                            }
                            public void close() {}
                        };
                    }
                }
                """;
        try {
            Path sources = Files.createDirectories(folder.resolve("source"));
            Files.writeString(sources.resolve("Mine.java"), source.replace("BODY", body));
            return folder(sources, Files.createDirectories(folder.resolve("classes")), "StackProvider", "Mine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
