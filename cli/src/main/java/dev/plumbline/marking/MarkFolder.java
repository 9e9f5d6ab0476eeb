package dev.plumbline.marking;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.mark.State;
import dev.plumbline.mark.Submission;
import dev.plumbline.report.LessonPage;
import dev.plumbline.report.PlainPage;
import dev.plumbline.report.RequirementPages;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Folders;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsReader;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.results.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where marks are kept: {@code mark.json} says what is marked, {@code journal.jsonl} what is done, {@code students/ID} has what was
 * found of each. All else is made of these.
 */
record MarkFolder(Path path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OUTCOME = "outcome.json";
    private static final String RESULTS = "results.jsonl";
    private static final String PAGE = "lesson.html";
    private static final List<String> FILES = List.of(OUTCOME, RESULTS, PAGE);
    /** What a student has to look up: the pages of all requirements are in the class's folder, and no business of a student's. */
    static final Predicate<Verdict> PAGES = verdict -> verdict == Verdict.FAIL || verdict == Verdict.INCONCLUSIVE;

    /** Whoever makes it writes times and places into it, so nobody asks whether it is the same. */
    private static final String ALLURE = "allure.html";

    /** What stands in {@code outcome.json}. */
    record Outcome(String id, State state, String sentence) {}

    Path plan() {
        return path.resolve("mark.json");
    }

    Path journal() {
        return path.resolve("journal.jsonl");
    }

    /** A place for what is not kept. */
    Path work() {
        return path.resolve("work");
    }

    Path student(String id) {
        return path.resolve("students").resolve(id);
    }

    Path page(String id) {
        return student(id).resolve(PAGE);
    }

    /** Puts what was found of a submission where it belongs, in one step; tells its digest. */
    String keep(Submission submission, Ruling ruling, Path work) throws IOException {
        Path made = Files.createDirectories(work.resolve("student"));
        Outcome outcome = new Outcome(submission.id(), ruling.state(), ruling.sentence());
        Files.writeString(made.resolve(OUTCOME), JSON.writeValueAsString(outcome) + "\n");
        Judgement judgement = ruling.judgement();
        if (judgement == null) {
            PlainPage.write(submission.name(), ruling.state().word(), ruling.sentence(), made.resolve(PAGE));
        } else {
            ResultsWriter.replace(made.resolve(RESULTS), judgement.results());
            Path allure = work.resolve("out/report/index.html");
            boolean hasAllure = Files.isRegularFile(allure);
            if (hasAllure) {
                Files.move(allure, made.resolve(ALLURE));
            }
            LessonPage.write(
                    judgement,
                    work.resolve("out"),
                    made.resolve(PAGE),
                    new LessonPage.Links(hasAllure ? ALLURE : RESULTS, RequirementPages.FOLDER, PAGES));
        }
        Path student = student(submission.id());
        Files.createDirectories(student.getParent());
        Folders.delete(student);
        Files.move(made, student, StandardCopyOption.ATOMIC_MOVE);
        return digest(submission.id());
    }

    /** Of what was found; empty if it is not there. */
    String digest(String id) throws IOException {
        if (!Files.isRegularFile(student(id).resolve(OUTCOME))) {
            return "";
        }
        Map<String, String> digests = new TreeMap<>();
        for (String name : FILES) {
            Path file = student(id).resolve(name);
            if (Files.isRegularFile(file)) {
                digests.put(name, Digests.of(file));
            }
        }
        return Digests.ofFolder(digests);
    }

    /** What was found of a submission. */
    Ruling found(String id) throws IOException {
        Outcome outcome = JSON.readValue(student(id).resolve(OUTCOME).toFile(), Outcome.class);
        Path file = student(id).resolve(RESULTS);
        return Files.isRegularFile(file)
                ? Ruling.judged(ResultsReader.read(file))
                : Ruling.not(outcome.state(), outcome.sentence());
    }

    /** Takes over what was found of a submission elsewhere. */
    void copy(String id, MarkFolder from) throws IOException {
        Path student = Files.createDirectories(student(id));
        for (String name : Stream.concat(FILES.stream(), Stream.of(ALLURE)).toList()) {
            Path file = from.student(id).resolve(name);
            if (Files.isRegularFile(file)) {
                Files.copy(file, student.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
