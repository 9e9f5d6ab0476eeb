package dev.plumbline.junit;

import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The seed of a suite: it follows from the suite's classes and features, so that it is the same from build to build, wherever they
 * are made, and another one as soon as the suite is another.
 */
final class SuitesSeed {
    /** Short enough to be typed from a screen. */
    static final long SEEDS = 1_000_000_000;

    /** Dates, and who made it. */
    private static final String NOT_THE_SUITES = "META-INF/";

    private static @Nullable Long value;

    private SuitesSeed() {}

    /** The sum of many files, so once; no initializer, which would wrap what is said when they cannot be read. */
    static synchronized long value() {
        if (value == null) {
            value = found();
        }
        return value;
    }

    private static long found() {
        try {
            Map<String, Long> parts = parts(Path.of(ConformanceRun.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
            URL features = ConformanceRun.class.getResource("/features");
            if (features != null) {
                parts.putAll(parts(root(features)));
            }
            return of(parts);
        } catch (IOException | UncheckedIOException | URISyntaxException e) {
            throw new CannotRun("the suite itself cannot be read: " + e, e);
        }
    }

    /** Never zero, which stands for something else. */
    static long of(Map<String, Long> parts) {
        CRC32 sum = new CRC32();
        new TreeMap<>(parts)
                .forEach((name, content) -> sum.update((name + " " + content + "\n").getBytes(StandardCharsets.UTF_8)));
        return 1 + sum.getValue() % (SEEDS - 1);
    }

    /** The jar or folder that it stands in. */
    private static Path root(URL features) throws IOException, URISyntaxException {
        URLConnection connection = features.openConnection();
        URI place = connection instanceof JarURLConnection jar
                ? jar.getJarFileURL().toURI()
                : features.toURI().resolve(".");
        return Path.of(place);
    }

    /** The content's sum for each file in a jar or a folder. */
    static Map<String, Long> parts(Path place) throws IOException {
        Map<String, Long> parts = new TreeMap<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> all = Files.walk(place)) {
                all.filter(Files::isRegularFile)
                        .forEach(file ->
                                parts.put(place.relativize(file).toString().replace('\\', '/'), sum(file)));
            }
        } else {
            try (ZipFile jar = new ZipFile(place.toFile())) {
                jar.stream()
                        .filter(entry -> !entry.isDirectory())
                        .forEach(entry -> parts.put(entry.getName(), entry.getCrc()));
            }
        }
        parts.keySet().removeIf(name -> name.startsWith(NOT_THE_SUITES));
        return parts;
    }

    private static long sum(Path file) {
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
