package dev.plumbline.cli;

import dev.plumbline.index.Place;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The project's sources, if they are there: a product may stand alone. */
final class Sources {
    /** Only the project's own root has it. */
    private static final Path MARK = Path.of("conformance-tests", "pom.xml");

    private final Optional<Path> root;

    Sources(Optional<Path> root) {
        this.root = root;
    }

    /** Around the folder of whoever asks, or around our jars. */
    static Sources find() {
        return new Sources(Stream.concat(above(Path.of("").toAbsolutePath()), ofProduct())
                .filter(folder -> Files.isRegularFile(folder.resolve(MARK)))
                .findFirst());
    }

    /** The file, with the line if that can be told. */
    String where(Place place) {
        return lines(place).map(lines -> place.line(lines)).stream()
                .flatMapToInt(line -> line.stream())
                .mapToObj(line -> place.file() + ":" + line)
                .findFirst()
                .orElse(place.file());
    }

    private Optional<List<String>> lines(Place place) {
        try {
            Path file = root.map(folder -> folder.resolve(place.file())).orElse(Path.of(""));
            return Files.isRegularFile(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> ofProduct() {
        try {
            return above(Path.of(Sources.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> above(Path folder) {
        return Stream.iterate(folder, at -> at != null, Path::getParent);
    }
}
