package dev.plumbline.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody who reads the RFCs wants to see judged, behaviour by behaviour, and what the catalogue has for it: it tells what is
 * missing, which a catalogue cannot.
 *
 * @param title what it is a list of
 * @param file where it lies, in the folder of checklists
 * @param size how many there are: none gets lost
 * @param entries in the order of the file
 */
record Checklist(String title, String file, int size, List<Entry> entries) {
    private static final String FOLDER = "features/src/main/resources/checklists/";
    private static final int CELLS = 5;

    /**
     * One behaviour.
     *
     * @param id its name within the list, which is no id of the catalogue
     * @param level as the list has it: where it and a row disagree, the row was checked against the RFC
     * @param section where the RFCs say it
     * @param behaviour in a few words
     * @param cell what the list says of it
     */
    record Entry(String id, String level, String section, String behaviour, String cell) {
        private static final String NOT_SEEN = "- ";

        static Entry of(String line) {
            String[] cells = line.split("\t", -1);
            if (cells.length != CELLS) {
                throw new IllegalArgumentException(
                        "expected " + CELLS + " cells with tabs between, found " + cells.length + " in: " + line);
            }
            return new Entry(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }

        /** The requirements of the catalogue that it is judged by; none if it is not. */
        List<String> rows() {
            return cell.isEmpty() || !why().isEmpty()
                    ? List.of()
                    : Arrays.stream(cell.split(" ", -1)).toList();
        }

        /** Why it cannot be seen from outside; empty if it can. */
        String why() {
            return cell.startsWith(NOT_SEEN) ? cell.substring(NOT_SEEN.length()) : "";
        }

        /** Whether it is judged by nothing yet, though it could be. */
        boolean isOpen() {
            return cell.isEmpty();
        }
    }

    static List<Checklist> all(Path root) {
        return List.of(
                read(root, "The labelled requirements of RFC 9293 (its appendix B)", "rfc9293.tsv", 119),
                read(root, "What a TCP/IP stack does", "tcpip.tsv", 285));
    }

    private static Checklist read(Path root, String title, String file, int size) {
        try (Stream<String> lines = Files.lines(root.resolve(FOLDER + file))) {
            return new Checklist(title, file, size, lines.skip(1).map(Entry::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long judged() {
        return entries.stream().filter(entry -> !entry.rows().isEmpty()).count();
    }

    long unseen() {
        return entries.stream().filter(entry -> !entry.why().isEmpty()).count();
    }

    long open() {
        return entries.stream().filter(Entry::isOpen).count();
    }
}
