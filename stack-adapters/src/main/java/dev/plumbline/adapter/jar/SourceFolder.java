package dev.plumbline.adapter.jar;

import dev.plumbline.adapter.processor.Helper;
import dev.plumbline.adapter.program.Workplace;
import dev.plumbline.adapter.runner.SourceCompiler;
import dev.plumbline.adapter.sandbox.Confined;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.adapter.sandbox.Untrusted;
import dev.plumbline.text.Shown;
import dev.plumbline.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A folder of Java sources that somebody handed in. It is compiled as a stack is run: by a program of its own in the sandbox
 * ({@link SourceCompiler}), against the model alone. The jar that comes of it is never unpacked.
 *
 * @param top what was handed in
 */
public record SourceFolder(Path top) {
    private static final int MOST_OCTETS = 32 << 20;
    private static final int MOST_WORDS = 16 << 10;
    private static final int DEEPEST = 32;
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** Where Maven, Gradle and people keep what is to be compiled, the surest first. */
    private static final List<List<String>> LAYOUTS =
            List.of(List.of("src/main/java", "src/main/resources"), List.of("src"), List.of(""));

    /** The sources are not right, or cannot be compiled; the message is for whoever handed them in. */
    public static final class Mistakes extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Mistakes(String what) {
            super(what);
        }
    }

    /** Whether there are any sources in a folder. */
    public static boolean isOne(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            Path home = home(folder);
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .anyMatch(file -> !SourceCompiler.isLeftByABuild(home, file));
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /**
     * Compiles them into a jar.
     *
     * @throws Mistakes if that cannot be done within {@code limit}
     * @throws IOException if the jar cannot be written, or the compiler not started
     */
    public void compile(Path jar, Duration limit) throws IOException {
        try (Workplace place = Workplace.create()) {
            Confined compiler = Sandbox.here().start(program(place.folder()));
            try {
                Files.write(jar, outcome(compiler, limit));
            } finally {
                compiler.kill();
                compiler.bury();
            }
        }
    }

    private Untrusted program(Path workplace) {
        Path java = Path.of(System.getProperty("java.home"));
        Path whole = top.toAbsolutePath().normalize();
        List<Path> programs = RunnerProgram.origins(Stream.of(SourceCompiler.class, Octets.class));
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(RunnerProgram.OPTIONS);
        command.addAll(List.of("-cp", RunnerProgram.joined(programs), SourceCompiler.class.getName()));
        command.add(RunnerProgram.joined(RunnerProgram.origins(Stream.of(Octets.class))));
        command.add(whole.toString());
        Path home = home(whole);
        command.add(home.toString());
        roots(home).forEach(root -> command.add(root.toString()));
        List<Path> files = new ArrayList<>(List.of(java, whole));
        files.addAll(programs);
        return new Untrusted(command, files, List.of(), workplace);
    }

    /** A folder that holds another and nothing else is what an archive leaves. */
    public static Path home(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> within = all.limit(2).toList();
            boolean alone = within.size() == 1
                    && Files.isDirectory(within.get(0), LinkOption.NOFOLLOW_LINKS)
                    && !within.get(0).endsWith("src")
                    && !SourceCompiler.isLeftByABuild(folder, within.get(0));
            return alone ? home(within.get(0)) : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static List<Path> roots(Path folder) {
        return LAYOUTS.stream()
                .filter(layout -> Files.isDirectory(folder.resolve(layout.get(0))))
                .findFirst()
                .orElseThrow()
                .stream()
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .toList();
    }

    private static byte[] outcome(Confined compiler, Duration limit) {
        Heard jar = Heard.of(compiler.output(), MOST_OCTETS);
        Heard words = Heard.of(compiler.errors(), MOST_WORDS);
        OptionalInt exitCode = compiler.exitCodeWithin(limit);
        if (exitCode.isEmpty()) {
            throw new Mistakes("the compiler was not done within " + limit.toSeconds() + " s");
        }
        byte[] content = jar.content();
        String said = new String(words.content(), StandardCharsets.UTF_8).strip();
        return switch (exitCode.getAsInt()) {
            case SourceCompiler.COMPILED -> content;
            case SourceCompiler.MISTAKES ->
                throw new Mistakes(said.isEmpty() ? "javac refuses them" : Shown.lines(said));
            case SourceCompiler.NO_COMPILER ->
                throw new Mistakes("this Java has no compiler; sources need a JDK, or hand in a jar");
            default -> throw new Mistakes("the compiler ended with exit code " + exitCode.getAsInt());
        };
    }

    /** What a program says, up to a bound; the rest is heard, so that it does not wait, and forgotten. */
    private static final class Heard {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int most;
        private final Thread reader;

        private Heard(InputStream in, int most) {
            this.most = most;
            this.reader = Helper.of(() -> drain(in), "hears a compiler");
        }

        static Heard of(InputStream in, int most) {
            Heard heard = new Heard(in, most);
            heard.reader.start();
            return heard;
        }

        private void drain(InputStream in) {
            byte[] chunk = new byte[8192];
            try (in) {
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    keep(chunk, count);
                }
            } catch (IOException e) {
                // It was ended. What it has said until then is kept.
            }
        }

        private synchronized void keep(byte[] chunk, int count) {
            kept.write(chunk, 0, Math.min(count, most - kept.size()));
        }

        byte[] content() {
            try {
                reader.join(LAST_WORDS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            synchronized (this) {
                return kept.toByteArray();
            }
        }
    }
}
