package dev.plumbline.cli;

import dev.plumbline.report.LessonPages;
import dev.plumbline.results.Judgement;
import dev.plumbline.text.Shown;
import java.util.Map;

/** The pages about the lesson that a run leaves in its folder. */
final class LessonFiles {
    private LessonFiles() {}

    /** Writes them, says where, and tells their digests. */
    static Map<String, String> write(Judgement judgement, OutputFolder folder, Screen screen) {
        Map<String, String> digests =
                LessonPages.write(judgement, folder.path(), folder.lesson(), LessonPages.ALL_SCENARIOS);
        screen.line("lesson:  " + Shown.line(folder.lesson().toString()));
        return digests;
    }
}
