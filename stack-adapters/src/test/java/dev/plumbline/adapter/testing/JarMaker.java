package dev.plumbline.adapter.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles what a student might have written, and packs it into a jar. */
public final class JarMaker {
    private static final String IMPORTS =
            "import dev.plumbline.spi.*; import dev.plumbline.spi.Stack; import dev.plumbline.wire.*; import java.util.*;\n";

    private final Path folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> services = new ArrayList<>();
    private final List<String> omitted = new ArrayList<>();

    /** Works in a folder. */
    public JarMaker(Path folder) {
        this.folder = folder;
    }

    /** A class without a package, whose members are these. */
    public JarMaker type(String name, String rest) {
        sources.put(name, IMPORTS + "public class " + name + " " + rest);
        return this;
    }

    /** A provider of stacks with a name, UDP, and whatever else stands in {@code members}. */
    public JarMaker provider(String name, String members) {
        String usual = members.contains(" name()")
                ? ""
                : "public String name() { return \"" + name.toLowerCase(Locale.ROOT) + "\"; }";
        usual += members.contains(" capabilities()")
                ? ""
                : "public Set<Capability> capabilities() { return Set.of(Capability.IPV4, Capability.UDP); }";
        usual += members.contains(" boot(") ? "" : "public Stack boot(Host host) { throw new AssertionError(); }";
        services.add(name);
        return type(name, "implements StackProvider {" + usual + members + "}");
    }

    /** Names a class in the services' file, which may or may not be there. */
    public JarMaker service(String name) {
        services.add(name);
        return this;
    }

    /** Leaves a class out of the jar. */
    public JarMaker without(String name) {
        omitted.add(name);
        return this;
    }

    /** The jar. */
    public Path make() {
        try {
            Path classes = compile();
            Path jar = Files.createTempFile(folder, "student", ".jar");
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out)) {
                pack(classes, entries);
                if (!services.isEmpty()) {
                    entries.putNextEntry(new JarEntry("META-INF/services/dev.plumbline.spi.StackProvider"));
                    entries.write(String.join("\n", services).getBytes(StandardCharsets.UTF_8));
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pack(Path classes, JarOutputStream entries) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (!omitted.contains(name.replace(".class", ""))) {
                    entries.putNextEntry(new JarEntry(name));
                    entries.write(Files.readAllBytes(file));
                }
            }
        }
    }

    private Path compile() throws IOException {
        Path sourceFolder = Files.createTempDirectory(folder, "source");
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = sourceFolder.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        if (!sources.isEmpty()) {
            int exitCode = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            assertThat(exitCode).as("javac on " + sources).isZero();
        }
        return classes;
    }
}
