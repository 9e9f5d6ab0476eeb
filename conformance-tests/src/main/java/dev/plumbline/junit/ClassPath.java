package dev.plumbline.junit;

import dev.plumbline.results.Judgement;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The class path of a stack's own build, which may hold anything. A class of the suite that it has twice, perhaps with another
 * meaning the first time, judges nothing here. Who owns the build can get around that: marks come from the command.
 */
final class ClassPath {
    private static final List<Class<?>> ONE_OF_EACH_MODULE =
            List.of(ConformanceRun.class, Judgement.class, StackProvider.class);

    /** A JVM keeps its class path: what was found in order once is so for all its runs. */
    private static final AtomicBoolean IN_ORDER = new AtomicBoolean();

    private ClassPath() {}

    /**
     * Looks for the suite's classes.
     *
     * @throws CannotRun if one is there twice
     */
    static void requireTheSuiteOnce() {
        if (IN_ORDER.get()) {
            return;
        }
        try {
            for (Class<?> type : ONE_OF_EACH_MODULE) {
                for (String resource : resources(placeOf(type))) {
                    requireOnce(resource, type.getClassLoader());
                }
            }
            IN_ORDER.set(true);
        } catch (IOException | URISyntaxException e) {
            throw new CannotRun("the class path of the suite cannot be read: " + e, e);
        }
    }

    static void requireOnce(String resource, ClassLoader loader) throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (URL url : Collections.list(loader.getResources(resource))) {
            places.add(url.toString());
        }
        if (places.size() > 1) {
            throw new CannotRun("the class path has " + resource + " " + places.size() + " times, at "
                    + String.join(" and ", places)
                    + ": one of them is not the suite's own. Nothing is judged like this.");
        }
    }

    private static URI placeOf(Class<?> type) throws URISyntaxException {
        return type.getProtectionDomain().getCodeSource().getLocation().toURI();
    }

    private static List<String> resources(URI place) throws IOException {
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            return classesBelow(path);
        }
        try (FileSystem jar = FileSystems.newFileSystem(path)) {
            return classesBelow(jar.getPath("/"));
        }
    }

    private static List<String> classesBelow(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.startsWith("dev/plumbline/")
                            && path.endsWith(".class")
                            && !path.endsWith("package-info.class"))
                    .toList();
        }
    }
}
