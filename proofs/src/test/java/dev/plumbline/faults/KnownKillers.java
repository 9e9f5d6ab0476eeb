package dev.plumbline.faults;

import dev.plumbline.tidy.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scenarios that have been seen to kill each fault: a build that plays these alone proves as much of the fault, and is done in
 * a quarter of the time. Of a fault that is not listed, or that these no longer kill, all scenarios of its rows are played.
 */
final class KnownKillers {
    private static final Path LIST = Path.of("proofs", "src", "test", "resources", "killers.tsv");
    private static final Map<String, List<String>> BY_FAULT = read();

    private KnownKillers() {}

    /** A tag expression that selects them; empty if none is known. */
    static String tags(Fault fault) {
        return String.join(" or ", BY_FAULT.getOrDefault(fault.shortName(), List.of()));
    }

    /** Writes the list anew from what was found out. */
    static void write(Collection<Kills> all) {
        List<String> lines = new ArrayList<>();
        all.forEach(kills -> ids(kills).forEach(id -> lines.add(kills.fault().shortName() + "\t" + id)));
        try {
            Files.write(Project.root().resolve(LIST), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ids(Kills kills) {
        Set<String> ids = new LinkedHashSet<>(List.of(kills.bestKiller().id()));
        for (String requirement : kills.fault().requirements()) {
            List<Judged> killers = kills.killers(requirement);
            if (killers.stream().map(Judged::id).noneMatch(ids::contains)) {
                ids.add(killers.get(0).id());
            }
        }
        return ids;
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> byFault = new HashMap<>();
        try {
            for (String line : Files.readAllLines(Project.root().resolve(LIST))) {
                String[] cells = line.split("\t", -1);
                byFault.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(cells[1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byFault;
    }
}
