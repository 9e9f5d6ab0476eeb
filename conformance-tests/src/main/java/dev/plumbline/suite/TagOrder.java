package dev.plumbline.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FileSource;

/**
 * The tags of a scenario in the order that its feature gives them: what stands nearest above the scenario is said of it in
 * particular, and comes first. JUnit's platform hands them over in no order at all.
 */
final class TagOrder {
    /** Features do not change while they are judged, so each is read once. */
    private static final Map<TestSource, List<String>> LINES = new ConcurrentHashMap<>();

    private TagOrder() {}

    /** The tags that stand above a line, the nearest line first, in a line from left to right; without the at sign. */
    static List<String> above(int line, Optional<TestSource> feature) {
        return feature.map(source -> above(line, LINES.computeIfAbsent(source, TagOrder::read)))
                .orElse(List.of());
    }

    static List<String> above(int line, List<String> lines) {
        List<String> tags = new ArrayList<>();
        for (int i = Math.min(line, lines.size()) - 1; i >= 0; i--) {
            String text = lines.get(i).strip();
            if (text.startsWith("@")) {
                for (String word : text.split("\\s+", -1)) {
                    tags.add(word.substring(Math.min(1, word.length())));
                }
            }
        }
        return tags.stream().distinct().toList();
    }

    private static List<String> read(TestSource source) {
        try {
            if (source instanceof FileSource file) {
                return Files.readAllLines(file.getFile().toPath());
            }
            String name = source instanceof ClasspathResourceSource resource ? resource.getClasspathResourceName() : "";
            try (InputStream in = TagOrder.class.getClassLoader().getResourceAsStream(name)) {
                return in == null
                        ? List.of()
                        : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(source.toString(), e);
        }
    }
}
