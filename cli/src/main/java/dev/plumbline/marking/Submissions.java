package dev.plumbline.marking;

import dev.plumbline.mark.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what was handed in: each entry of a folder, or what a list names in it. */
final class Submissions {
    /** What is not a folder and yet a submission, by the end of its name. */
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(jar|zip)$");

    private Submissions() {}

    static boolean isArchive(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    static String withoutEnding(String name) {
        return ENDING.matcher(name).replaceFirst("");
    }

    /** Each folder, jar and zip archive, in the order of their names. */
    static List<Handed> in(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Handed> found = all.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .filter(path -> Files.isDirectory(path)
                            || ENDING.matcher(path.toString()).find())
                    .sorted()
                    .map(path -> {
                        String id = path.getFileName().toString();
                        return new Handed(new Submission(id, withoutEnding(id)), path);
                    })
                    .toList();
            if (found.isEmpty()) {
                throw new CannotMark("there is no folder, jar or zip archive in " + folder);
            }
            return found;
        } catch (IOException e) {
            throw new CannotMark("the submissions cannot be read: " + e, e);
        }
    }

    /** Those of a list: a line {@code name,path} each, as a table program writes it (RFC 4180 section 2). */
    static List<Handed> in(Path folder, Path list) {
        List<Handed> named = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (List<String> cells : lines(list)) {
            boolean header = named.isEmpty() && cells.equals(List.of("name", "path"));
            if (header) {
                continue;
            }
            if (cells.size() != 2 || cells.get(1).isBlank()) {
                throw new CannotMark(list + " must have two cells a line, name and path, and has " + cells);
            }
            Path path = folder.resolve(cells.get(1)).normalize();
            String id = String.valueOf(path.getFileName());
            if (!ids.add(id)) {
                throw new CannotMark(list + " names " + id + " twice; each submission needs a name of its own");
            }
            named.add(new Handed(new Submission(id, cells.get(0)), path));
        }
        return named;
    }

    private static List<List<String>> lines(Path list) {
        try {
            return Files.readAllLines(list).stream()
                    .filter(line -> !line.isBlank())
                    .map(Submissions::cells)
                    .toList();
        } catch (IOException e) {
            throw new CannotMark("the list cannot be read: " + e, e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
