package dev.plumbline.courses;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.mark.State;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a marking has left, read by somebody who believes nothing of it but its files. */
record Marked(Path out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is wrong with the verdicts. */
    List<String> complaints(List<Pupil> pupils) {
        return pupils.stream()
                .flatMap(pupil -> pupil.complaint(state(pupil), judgement(pupil)).stream())
                .toList();
    }

    /** Of those with one mistake, whose first cause is another; each with what is named. */
    List<String> misled(List<Pupil> pupils, Pupil.Kind kind) {
        List<String> wrong = new ArrayList<>();
        for (Pupil pupil : pupils) {
            Optional<Judgement> judgement = judgement(pupil);
            if (pupil.kind() == kind && !judgement.map(pupil.first()::test).orElse(false)) {
                wrong.add(pupil.id() + " " + pupil.requirements() + ": " + first(pupil));
            }
        }
        return wrong;
    }

    /** As the table tells it. */
    private String first(Pupil pupil) {
        try {
            return Files.readAllLines(out.resolve("marks.csv")).stream()
                    .filter(line -> line.startsWith(pupil.id() + ","))
                    .findFirst()
                    .orElse("no line");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private State state(Pupil pupil) {
        try {
            return State.valueOf(
                    JSON.readTree(student(pupil).resolve("outcome.json").toFile())
                            .path("state")
                            .asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Judgement> judgement(Pupil pupil) {
        Path results = student(pupil).resolve("results.jsonl");
        return Files.exists(results) ? Optional.of(Judgement.of(ResultsReader.read(results), false)) : Optional.empty();
    }

    private Path student(Pupil pupil) {
        return out.resolve("students").resolve(pupil.id());
    }

    /** The submissions that are done, in the order of the journal. */
    List<String> journal() {
        try {
            return Files.readAllLines(out.resolve("journal.jsonl")).stream()
                    .map(line -> line.replaceFirst("\\{\"id\":\"([^\"]*)\".*", "$1"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files but the journal, which says how long it took. */
    Map<String, String> files() {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("journal.jsonl")) {
                    all.put(out.relativize(file).toString(), Files.readString(file));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
