package dev.plumbline.marking;

import dev.plumbline.mark.Course;
import dev.plumbline.mark.Formats;
import dev.plumbline.mark.JunitXml;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.MarksCsv;
import dev.plumbline.report.ClassPage;
import dev.plumbline.report.Handbook;
import dev.plumbline.report.RequirementPages;
import dev.plumbline.results.ResultsWriter;
import dev.plumbline.suite.ConformanceRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** All that is made of the marks. The same marks make the same octets, whoever has judged which of them when. */
final class Outputs {
    private final Course course;
    private final MarkFolder folder;

    Outputs(Course course, MarkFolder folder) {
        this.course = course;
        this.folder = folder;
    }

    void write() {
        for (Mark mark : course.marks()) {
            Path student = folder.student(mark.submission().id());
            Formats.of(mark).forEach((name, text) -> put(student.resolve(name), text));
        }
        put(folder.path().resolve("marks.csv"), MarksCsv.of(course));
        put(folder.path().resolve("junit.xml"), JunitXml.of(course));
        Path page = folder.path().resolve("class.html");
        put(page, ClassPage.of(course));
        RequirementPages.write(ConformanceRun.catalogue(), page, Handbook.load());
    }

    private static void put(Path file, String text) {
        ResultsWriter.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
