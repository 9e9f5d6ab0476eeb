package dev.plumbline.attacks;

import dev.plumbline.forked.Compiled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A stack that means harm: what it does when a datagram comes in. It tells what it got by throwing it. */
final class Hostile {
    private static final String SOURCE = """
        import dev.plumbline.spi.*;
        import dev.plumbline.spi.Stack;
        import dev.plumbline.transport.SocketAddress;
        import dev.plumbline.transport.*;
        import dev.plumbline.wire.Octets;
        import java.io.*;
        import java.net.*;
        import java.nio.*;
        import java.nio.file.*;
        import java.time.Duration;
        import java.util.*;

        public class Mine implements StackProvider {
            static final List<Object> KEPT = new ArrayList<>();
            MEMBERS
            public String name() { return "mine"; }
            public Set<Capability> capabilities() { return CLAIMS; }
            static void got(Object what) { throw new IllegalStateException("got " + what); }
            static String run(String... command) throws Exception {
                Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
                process.getOutputStream().close();
                String said = new String(process.getInputStream().readAllBytes()).strip();
                return process.waitFor() + " " + said;
            }
            static Object tried(java.util.concurrent.Callable<?> what) {
                try { return what.call(); } catch (Throwable e) { return e.getClass().getSimpleName(); }
            }
            static int deep() { return deep() + 1; }
            static void again(Host host, Duration delay) { host.after(delay, () -> again(host, delay)); }
            static void attack(Host host, Link link, Octets datagram) throws Throwable { BODY }
            static <T extends Throwable> void sneak(Throwable e) throws T { throw (T) e; }
            public Stack boot(Host host) {
                return new Stack() {
                    public void receive(Link link, Octets datagram) {
                        try { attack(host, link, datagram); } catch (Throwable e) { Mine.<RuntimeException>sneak(e); }
                    }
                    public UdpSocket openUdp(Port port, UdpHandler handler) {
                        return new UdpSocket() {
                            public SocketAddress local() { return new SocketAddress(host.address(), port); }
                            public void send(SocketAddress to, Octets data) {}
                            public void close() {}
                        };
                    }
                    public void close() { try { CLOSE } catch (Throwable e) { Mine.<RuntimeException>sneak(e); } }
                };
            }
        }
        """;
    private static final Map<String, String> USUALLY =
            Map.of("MEMBERS", "", "CLOSE", "", "CLAIMS", "Set.of(Capability.IPV4, Capability.UDP)");

    private Hostile() {}

    static Path stack(Path folder, String body) {
        return stack(folder, body, Map.of());
    }

    /** With more: what stands in place of a placeholder, and files that it brings. */
    static Path stack(Path folder, String body, Map<String, String> more) {
        try {
            Path sources = Files.createDirectories(folder.resolve("source"));
            Path classes = Files.createDirectories(folder.resolve("classes"));
            String source = SOURCE.replace("BODY", body);
            for (Map.Entry<String, String> usual : USUALLY.entrySet()) {
                source = source.replace(usual.getKey(), more.getOrDefault(usual.getKey(), usual.getValue()));
            }
            Files.writeString(sources.resolve("Mine.java"), source);
            for (Map.Entry<String, String> file : more.entrySet()) {
                if (!USUALLY.containsKey(file.getKey())) {
                    boolean isSource = file.getKey().endsWith(".java");
                    bring((isSource ? sources : classes).resolve(file.getKey()), file.getValue());
                }
            }
            return Compiled.folder(sources, classes, "StackProvider", "Mine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bring(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
