package dev.plumbline.adapter.runner;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a stranger's sources, in a sandbox: {@code SourceCompiler CLASSPATH TOP HOME ROOT...}. What comes of it, a jar with the
 * classes and whatever else lies below the roots, goes to the standard output; what is wrong goes to the standard error, with paths from
 * {@code TOP}. What a build has left in {@code HOME} is no part of it. None of the sources runs: there are no annotation processors.
 */
public final class SourceCompiler {
    /** The sources are right. */
    public static final int COMPILED = 0;
    /** They are not, and what is wrong has been said. */
    public static final int MISTAKES = 1;
    /** This Java has no compiler. */
    public static final int NO_COMPILER = 2;

    private static final int MOST_MISTAKES = 10;
    /** The same each time, so that the same sources make the same jar. */
    private static final long WHEN = 315_619_200_000L;

    private static final String JAVA = ".java";
    /** What a build has made, or somebody's tools have left, was not handed in. */
    private static final Set<String> NOT_SOURCES = Set.of("target", "build", "out", "bin");

    private final Path top;
    private final Path home;
    private final List<Path> roots;

    private SourceCompiler(Path top, Path home, List<Path> roots) {
        this.top = top;
        this.home = home;
        this.roots = roots;
    }

    /** Compiles, and ends the process with what came of it. */
    public static void main(String[] arguments) throws IOException {
        List<Path> roots = Arrays.stream(arguments).skip(3).map(Path::of).toList();
        SourceCompiler compiler = new SourceCompiler(Path.of(arguments[1]), Path.of(arguments[2]), roots);
        int exitCode = compiler.compile(arguments[0], Path.of("").toAbsolutePath());
        Runtime.getRuntime().halt(exitCode);
    }

    /** Whether a file lies in a folder of {@code home} that a build makes: copies there would say everything twice. */
    public static boolean isLeftByABuild(Path home, Path file) {
        return NOT_SOURCES.contains(home.relativize(file).getName(0).toString());
    }

    private int compile(String classPath, Path workplace) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            return NO_COMPILER;
        }
        Path classes = Files.createDirectory(workplace.resolve("classes"));
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(said, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none", "-nowarn", "-g", "-encoding", "UTF-8", "-cp", classPath, "-d", classes.toString());
            boolean right = javac.getTask(
                            null, files, said, options, null, files.getJavaFileObjectsFromPaths(sources()))
                    .call();
            if (!right) {
                complain(said.getDiagnostics());
                return MISTAKES;
            }
        }
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            pack(classes, out);
        }
        return COMPILED;
    }

    /** A module of its own would have to name ours, which has none. */
    private List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : roots) {
            handedIn(root).stream()
                    .filter(file -> file.toString().endsWith(JAVA))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .forEach(all::add);
        }
        return all;
    }

    private void complain(List<Diagnostic<? extends JavaFileObject>> said) throws IOException {
        List<String> mistakes = said.stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .limit(MOST_MISTAKES)
                .map(each -> place(each.getSource(), each.getLineNumber()) + each.getMessage(Locale.ENGLISH))
                .toList();
        try (OutputStream out = new FileOutputStream(FileDescriptor.err)) {
            out.write(String.join("\n", mistakes).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String place(@Nullable JavaFileObject source, long line) {
        return source == null ? "" : top.relativize(Path.of(source.toUri())) + ":" + line + ": ";
    }

    private void pack(Path classes, OutputStream out) throws IOException {
        Map<String, Path> content = new LinkedHashMap<>();
        for (Path file : files(classes)) {
            content.put(entry(classes, file), file);
        }
        for (Path root : roots) {
            for (Path file : handedIn(root)) {
                if (!file.toString().endsWith(JAVA)) {
                    content.putIfAbsent(entry(root, file), file);
                }
            }
        }
        try (JarOutputStream jar = new JarOutputStream(out)) {
            for (Map.Entry<String, Path> each : content.entrySet()) {
                JarEntry entry = new JarEntry(each.getKey());
                entry.setTime(WHEN);
                jar.putNextEntry(entry);
                Files.copy(each.getValue(), jar);
            }
        }
    }

    private static String entry(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private List<Path> handedIn(Path root) throws IOException {
        return files(root).stream().filter(file -> !isLeftByABuild(home, file)).toList();
    }

    /** Links are not followed. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
