package dev.plumbline.marking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Makes submissions of the example's stack: right ones, wrong ones, and some that mean harm. */
final class Generator {
    /** What a stack does when a datagram comes in, that means harm. */
    static final Map<String, String> HARM = Map.of(
            "exits", "System.exit(0);",
            "halts", "Runtime.getRuntime().halt(1);",
            "loops", "while (!off) { }",
            "forks",
                    "try { for (int i = 0; i < 100_000; i++) new ProcessBuilder(\"/bin/sleep\", \"1000\").start(); }"
                            + " catch (Throwable e) { throw new IllegalStateException(\"no more\"); }",
            "throws", "throw new IllegalStateException(\"<script>alert(1)</script>\");",
            "eats",
                    "java.util.List<byte[]> all = new java.util.ArrayList<>(); while (true) all.add(new byte[1 << 20]);");

    private static final String RECEIVES = "public void receive(Link link, Octets datagram) {";
    private static final String EXAMPLE = "examples/student-java";

    private final Path folder;

    /** Into a folder, which is made. */
    Generator(Path folder) {
        this.folder = folder;
    }

    /** The repaired example with these mistakes in it. */
    Generator submission(String id, Mistake... mistakes) {
        return written(id, (name, source) -> {
            String changed = source;
            for (Mistake mistake : mistakes) {
                changed = mistake.made(name, changed);
            }
            return changed;
        });
    }

    /** The repaired example, but for what it does when a datagram comes in. */
    Generator receiving(String id, String body) {
        return written(
                id,
                (name, source) -> name.equals("MyStack.java")
                        ? source.replace(RECEIVES, RECEIVES + " if (datagram.length() > 0) { " + body + " }")
                        : source);
    }

    /** The same with something in a file that does not belong there. */
    Generator broken(String id) {
        return written(
                id, (name, source) -> name.equals("Udp.java") ? source.replace("final class", "finale klass") : source);
    }

    /** The same without the line that names its provider. */
    Generator nameless(String id) throws IOException {
        written(id, (name, source) -> source);
        Files.delete(
                folder.resolve(id).resolve("src/main/resources/META-INF/services/dev.plumbline.spi.StackProvider"));
        return this;
    }

    /** A folder with nothing in it. */
    Generator empty(String id) throws IOException {
        Files.createDirectories(folder.resolve(id));
        return this;
    }

    private Generator written(String id, BiFunction<String, String, String> change) {
        Path from = project().resolve(EXAMPLE).resolve("src/main");
        Path to = folder.resolve(id).resolve("src/main");
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String name = file.getFileName().toString();
                Files.writeString(copy, change.apply(name, repaired(name, Files.readString(file))));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String repaired(String name, String source) {
        return switch (name) {
            case "ConnectionKey.java" ->
                source.replace("int localPort, int remotePort)", "int localPort, SocketAddress remote)")
                        .replace("(localPort, remote.port().number());", "(localPort, remote);");
            case "Udp.java" -> source.replace("(short) checksum)", "(short) (checksum == 0 ? 0xffff : checksum))");
            default -> source;
        };
    }

    private static Path project() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve(EXAMPLE))) {
            root = root.getParent();
        }
        return root;
    }

    /** For a trial by hand: {@code Generator FOLDER COUNT} makes so many of all kinds. */
    public static void main(String[] arguments) throws IOException {
        Generator all = new Generator(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        List<String> harm = HARM.keySet().stream().sorted().toList();
        Mistake[] mistakes = Mistake.values();
        for (int i = 0; i < count; i++) {
            String id = String.format("student-%03d", i);
            int turn = i / 10;
            Mistake one = mistakes[(i + turn) % mistakes.length];
            Mistake other = mistakes[(i + turn + 3) % mistakes.length];
            switch (i % 10) {
                case 0 -> all.submission(id + "-good");
                case 1, 2, 3, 4, 5 -> all.submission(id + "-" + one, one);
                case 6, 7 -> all.submission(id + "-" + one + "-" + other, one, other);
                case 8 -> {
                    String kind = harm.get(turn % harm.size());
                    all.receiving(id + "-" + kind, HARM.get(kind));
                }
                default -> {
                    switch (turn % 4) {
                        case 0 -> all.broken(id + "-broken");
                        case 1 -> all.empty(id + "-empty");
                        case 2 -> all.nameless(id + "-nameless");
                        default -> all.receiving(id + "-prints", "System.out.println(\"ready\");");
                    }
                }
            }
        }
    }
}
