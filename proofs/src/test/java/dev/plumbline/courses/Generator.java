package dev.plumbline.courses;

import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes submissions of the example's stack: right ones, wrong ones, and some that mean harm. */
public final class Generator {
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
    private final Variants variants;

    /** Into a folder, which is made. */
    Generator(Path folder) {
        this.folder = folder;
        this.variants = new Variants(folder);
    }

    /** The reference with a fault or a freedom, as a folder with a jar, or as a jar if the name ends like one. */
    Generator variant(String id, String name) {
        if (id.endsWith(".jar")) {
            variants.jar(id, name);
        } else {
            variants.folder(id, name);
        }
        return this;
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

    /** The repaired example with these mistakes in it, as an archive that an archiver of folders makes. */
    Generator archive(String id, Mistake... mistakes) {
        String plain = id.replace(".zip", "");
        Generator inside = new Generator(folder.resolve(".archives"));
        inside.submission(plain, mistakes);
        Path from = inside.folder;
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(id)));
                Stream<Path> all = Files.walk(from.resolve(plain))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(from.relativize(file).toString()));
                Files.copy(file, out);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive that would overwrite somebody else's page. */
    Generator slipping(String id) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(id)))) {
            out.putNextEntry(new ZipEntry("../../../students/good-0/lesson.html"));
            out.write(1);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with something in a file that does not belong there. */
    Generator broken(String id) {
        return written(
                id, (name, source) -> name.equals("Udp.java") ? source.replace("final class", "finale klass") : source);
    }

    /** The same without the line that names its provider. */
    Generator nameless(String id) {
        written(id, (name, source) -> source);
        try {
            Files.delete(
                    folder.resolve(id).resolve("src/main/resources/META-INF/services/dev.plumbline.spi.StackProvider"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with nothing in it. */
    Generator empty(String id) {
        try {
            Files.createDirectories(folder.resolve(id));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Generator written(String id, BiFunction<String, String, String> change) {
        Path from = Project.root().resolve(EXAMPLE).resolve("src/main");
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

    /** The example's file without its mistakes. */
    public static String repaired(String name, String source) {
        return switch (name) {
            case "ConnectionKey.java" ->
                source.replace("int localPort, int remotePort)", "int localPort, SocketAddress remote)")
                        .replace("(localPort, remote.port().number());", "(localPort, remote);");
            case "Udp.java" -> source.replace("(short) checksum)", "(short) (checksum == 0 ? 0xffff : checksum))");
            default -> source;
        };
    }
}
