package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Applies a unified diff by its words alone, as {@code patch -p1} would. */
final class Patch {
    private Patch() {}

    static void apply(Path patch, Path folder) throws IOException {
        for (String file : Files.readString(patch).split("(?m)^--- [^/]*/", -1)) {
            if (!file.isBlank()) {
                applyTo(folder.resolve(file.substring(0, file.indexOf('\n')).strip()), file);
            }
        }
    }

    private static void applyTo(Path target, String hunks) throws IOException {
        String text = Files.readString(target);
        String[] each = hunks.split("(?m)^@@.*\n", -1);
        for (int i = 1; i < each.length; i++) {
            String before = side(each[i], '-');
            assertThat(text).contains(before);
            text = text.replace(before, side(each[i], '+'));
        }
        Files.writeString(target, text);
    }

    /** The lines that stand on one side: those of both, and its own. */
    private static String side(String hunk, char own) {
        return hunk.lines()
                .filter(line -> line.charAt(0) == ' ' || line.charAt(0) == own)
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }
}
