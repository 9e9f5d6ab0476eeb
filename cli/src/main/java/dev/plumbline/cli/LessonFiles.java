package dev.plumbline.cli;

import dev.plumbline.report.Handbook;
import dev.plumbline.report.LessonPage;
import dev.plumbline.report.RequirementPages;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Judgement;
import dev.plumbline.text.Shown;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages about the lesson that a run leaves in its folder. */
final class LessonFiles {
    private LessonFiles() {}

    /** Writes them, says where, and tells their digests. */
    static Map<String, String> write(Judgement judgement, OutputFolder folder, Screen screen) {
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put(
                RequirementPages.FOLDER,
                RequirementPages.write(judgement, folder.path(), folder.lesson(), Handbook.load()));
        Path lesson = LessonPage.write(
                judgement,
                folder.path(),
                folder.lesson(),
                new LessonPage.Links("report/index.html", RequirementPages.FOLDER));
        digests.put("lesson.html", Digests.of(lesson));
        screen.line("lesson:  " + Shown.line(lesson.toString()));
        return digests;
    }
}
