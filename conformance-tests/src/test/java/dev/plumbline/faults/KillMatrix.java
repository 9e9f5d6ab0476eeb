package dev.plumbline.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which stack is killed by which requirement, and by how many of its scenarios. */
final class KillMatrix {
    private final Map<String, Map<String, Integer>> kills = new LinkedHashMap<>();

    void add(String stack, List<Judged> all) {
        Map<String, Integer> row = kills.computeIfAbsent(stack, name -> new TreeMap<>());
        all.stream()
                .filter(Judged::isKiller)
                .forEach(s -> s.requirements().forEach(id -> row.merge(id, 1, Integer::sum)));
    }

    void write(Path file) {
        try {
            Files.writeString(file, toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each requirement, a column for each stack. */
    @Override
    public String toString() {
        TreeSet<String> requirements = new TreeSet<>();
        kills.values().forEach(row -> requirements.addAll(row.keySet()));
        StringBuilder text = new StringBuilder("How many scenarios of each requirement fail:\n");
        char column = 'a';
        for (Map.Entry<String, Map<String, Integer>> row : kills.entrySet()) {
            text.append(String.format("%s  %s: %s%n", column++, row.getKey(), row.getValue()));
        }
        text.append('\n').append(String.format("%-24s", "")).append(columns()).append('\n');
        for (String id : requirements) {
            text.append(String.format("%-24s", id));
            kills.values().forEach(row -> text.append(String.format("%5s", row.containsKey(id) ? row.get(id) : ".")));
            text.append('\n');
        }
        return text.toString();
    }

    private String columns() {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < kills.size(); i++) {
            columns.append(String.format("%5s", (char) ('a' + i)));
        }
        return columns.toString();
    }
}
