package dev.plumbline.suite;

import dev.plumbline.results.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All requirements, from whatever files there are. */
final class Catalogue {
    private static @Nullable Catalogue all;

    private final Map<String, Requirement> rows = new LinkedHashMap<>();
    private final Hints hints = new Hints();

    private Catalogue() {}

    /**
     * Reads the catalogue, once in a JVM.
     *
     * @throws CannotRun if there is none or a row is incomplete, naming it
     */
    static synchronized Catalogue load() {
        if (all == null) {
            all = load(RequirementFile.find(Catalogue.class.getClassLoader()));
        }
        return all;
    }

    static Catalogue load(List<RequirementFile> files) {
        Catalogue catalogue = new Catalogue();
        files.forEach(file -> RowReader.rows(file).forEach(row -> catalogue.add(file, row)));
        files.forEach(catalogue.hints::add);
        return catalogue;
    }

    /** The rows in the catalogue's order. */
    List<Requirement> rows() {
        return List.copyOf(rows.values());
    }

    /** The row with this id. */
    Optional<Requirement> row(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** Where to look first, by row and scenario. */
    Hints hints() {
        return hints;
    }

    private void add(RequirementFile file, Requirement row) {
        if (rows.put(row.id(), row) != null) {
            throw new CannotRun(file.name() + ": the id " + row.id() + " stands there twice, or in another file, too");
        }
    }
}
