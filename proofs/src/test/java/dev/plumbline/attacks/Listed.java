package dev.plumbline.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of the list of attacks: what must be told of, whoever plays it.
 *
 * @param number as it stands in the list; {@code own-1} and so on are those that were added
 * @param tried what somebody tries
 * @param becomes what becomes of it
 * @param elsewhere the tests that play it and are not made of {@link Attack}s, {@code Class} or {@code Class#method}
 */
record Listed(String number, String tried, String becomes, List<String> elsewhere) {
    private static final Path FILE = Path.of("proofs/src/test/resources/attacks.tsv");

    static List<Listed> all(Path root) {
        try (Stream<String> lines = Files.lines(root.resolve(FILE))) {
            return lines.map(Listed::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Listed of(String line) {
        String[] cells = line.split("\t", -1);
        List<String> elsewhere = cells[3].isEmpty()
                ? List.of()
                : Arrays.stream(cells[3].split(", ", -1)).toList();
        return new Listed(cells[0], cells[1], cells[2], elsewhere);
    }

    /** The attacks that play it. */
    List<Attack> in(List<Attack> attacks) {
        return attacks.stream().filter(attack -> attack.number().equals(number)).toList();
    }
}
