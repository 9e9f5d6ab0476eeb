package dev.plumbline.marking;

import dev.plumbline.mark.Course;
import dev.plumbline.mark.Formats;
import dev.plumbline.mark.Grader;
import dev.plumbline.mark.JunitXml;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.MarksCsv;
import dev.plumbline.mark.Submission;
import dev.plumbline.report.ClassPage;
import dev.plumbline.report.Handbook;
import dev.plumbline.report.RequirementPages;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.suite.ConformanceRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is made of what was found. The same findings make the same octets, whoever has judged which of them when. */
final class Outputs {
    private final MarkFolder folder;
    private final Plan plan;
    private final Grader grader;
    private final Handbook handbook = Handbook.load();

    Outputs(MarkFolder folder, Plan plan) {
        this.folder = folder;
        this.plan = plan;
        this.grader = new Grader(plan.rubric());
    }

    /** Writes it for these, and tells their marks. */
    Course write(List<Submission> submissions) throws IOException {
        List<Mark> marks = new ArrayList<>();
        for (Submission each : submissions) {
            marks.add(student(each));
        }
        Course course = new Course(plan.rubric(), plan.seed(), plan.suite(), marks);
        put(folder.path().resolve("marks.csv"), MarksCsv.of(course));
        put(folder.path().resolve("junit.xml"), JunitXml.of(course));
        Path page = folder.path().resolve("class.html");
        put(page, ClassPage.of(course));
        RequirementPages.write(ConformanceRun.catalogue(), page, handbook);
        return course;
    }

    /** What is in a student's folder leads nowhere else, so that it can be handed out alone. */
    private Mark student(Submission submission) throws IOException {
        Ruling found = folder.found(submission.id());
        Mark mark = found.mark(grader, submission);
        Path student = folder.student(submission.id());
        Formats.of(mark).forEach((name, text) -> put(student.resolve(name), text));
        Judgement judgement = found.judgement();
        if (judgement != null) {
            RequirementPages.write(judgement, MarkFolder.PAGES, folder.page(submission.id()), handbook);
        }
        return mark;
    }

    private static void put(Path file, String text) {
        ResultsWriter.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
