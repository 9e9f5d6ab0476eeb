package dev.plumbline.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is known of all mutants, in two files beside this class's sources: what became of each when it was last hunted, and for
 * those that are no fault why they are none.
 */
final class Register {
    private static final Path FOLDER = Path.of("mutants", "src", "test", "resources");
    private static final Path FATES = FOLDER.resolve("mutants.tsv");
    private static final Path EQUIVALENTS = FOLDER.resolve("equivalents.tsv");

    private final TreeMap<String, Fate> fates = new TreeMap<>();
    private final Map<String, String> equivalents = read(EQUIVALENTS);

    Register() {
        read(FATES).forEach((id, word) -> fates.put(id, new Fate(word)));
    }

    /** The folder with the root pom, wherever in the project the tests were started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
        }
        return folder;
    }

    /** The scenarios that killed mutants last time. */
    Map<String, String> killers() {
        return fates.entrySet().stream()
                .filter(entry -> entry.getValue().isKilled())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().word()));
    }

    Optional<Fate> fate(Mutant mutant) {
        return Optional.ofNullable(fates.get(mutant.id()));
    }

    /** What is known of the mutants of a package. */
    Map<String, Fate> fates(String inPackage) {
        return fates.subMap(inPackage + ".", inPackage + "/");
    }

    /** Those that do what the reference does, with the reason. */
    Map<String, String> equivalents() {
        return equivalents;
    }

    /** Takes a mutant's new fate down. */
    void put(Mutant mutant, Fate fate) {
        fates.put(mutant.id(), fate);
    }

    /** Forgets the mutants of a class that are no more. */
    void keepOnly(String shortClass, Collection<Mutant> mutants) {
        List<String> ids = mutants.stream().map(Mutant::id).toList();
        fates.keySet().removeIf(id -> id.startsWith(shortClass + ".") && !ids.contains(id));
    }

    /** Writes down what became of them. */
    void write() {
        write(
                root().resolve(FATES),
                fates.entrySet().stream()
                        .map(entry -> entry.getKey() + "\t" + entry.getValue().word())
                        .toList());
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) {
        try {
            Map<String, String> cells = new TreeMap<>();
            for (String line : Files.readAllLines(root().resolve(file))) {
                int tab = line.indexOf('\t');
                cells.put(line.substring(0, tab), line.substring(tab + 1));
            }
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
