package dev.plumbline.mistakes;

import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A stack with a mistake, compiled from its text: {@code mistake:NAME}; {@code original:STUDENT} is one without. */
public final class MistakeLocator implements StackLocator {
    static final String MISTAKE = "mistake:";
    static final String ORIGINAL = "original:";

    @Override
    public String usage() {
        return MISTAKE + "NAME  a stack with a student's mistake";
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        if (name.startsWith(ORIGINAL)) {
            return Optional.of(provider(Original.valueOf(name.substring(ORIGINAL.length())), Optional.empty()));
        }
        if (!name.startsWith(MISTAKE)) {
            return Optional.empty();
        }
        return Mistakes.all().stream()
                .filter(each -> name.equals(MISTAKE + each.name()))
                .findFirst()
                .map(mistake -> provider(mistake.stack(), Optional.of(mistake)));
    }

    private static StackProvider provider(Original original, Optional<Mistake> mistake) {
        try {
            Path folder = Project.root()
                    .resolve("proofs/target/mistakes")
                    .resolve(mistake.map(Mistake::name).orElse(original.name()));
            Files.createDirectories(folder.resolve("classes"));
            compile(copy(original, mistake, folder.resolve("source")), folder.resolve("classes"));
            return (StackProvider) new OwnClasses(original, folder.resolve("classes"))
                    .loadClass(original.provider())
                    .getConstructor()
                    .newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> copy(Original original, Optional<Mistake> mistake, Path to) throws IOException {
        List<Path> copies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(original.folder())) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String inside = original.folder().relativize(file).toString();
                String right = original.repaired(file, Files.readString(file));
                String source = mistake.filter(each -> inside.equals(each.file() + ".java"))
                        .map(each -> each.made(right))
                        .orElse(right);
                Path copy = to.resolve(inside);
                Files.createDirectories(copy.getParent());
                copies.add(Files.writeString(copy, source));
            }
        }
        return copies;
    }

    private static void compile(List<Path> sources, Path classes) {
        List<String> words = new ArrayList<>(List.of(
                "-nowarn", "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        sources.forEach(source -> words.add(source.toString()));
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("a mistake that does not compile is none");
        }
    }

    /** Has the stack's classes from here, though others of the same names may be on the class path. */
    private static final class OwnClasses extends URLClassLoader {
        private final Original original;

        OwnClasses(Original original, Path classes) throws IOException {
            super(new URL[] {classes.toUri().toURL()}, MistakeLocator.class.getClassLoader());
            this.original = original;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!original.holds(name)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }
    }
}
