package dev.plumbline.report;

import dev.plumbline.report.AllureReport.NoReport;
import dev.plumbline.results.History;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.PastRun;
import dev.plumbline.results.RunPages;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages that a stack's own build leaves: the lesson's, and Allure's if {@code -Dplumbline.allure} names the folder of an
 * unpacked allure-commandline.
 */
public final class BuildPages implements RunPages {
    private static final Logger LOG = System.getLogger("dev.plumbline");
    private static final String ALLURE = "plumbline.allure";

    /** For the service loader. */
    public BuildPages() {}

    @Override
    public List<Path> write(Judgement judgement, Path folder) {
        List<Path> pages = new ArrayList<>();
        List<PastRun> before = new History(folder).remember(PastRun.of(judgement));
        Path lesson = folder.resolve("lesson.html");
        var unusedDigests = LessonPages.write(judgement, folder, lesson, LessonPages.ALL_SCENARIOS);
        pages.add(lesson);
        String allure = System.getProperty(ALLURE, "");
        if (!allure.isEmpty()) {
            try {
                pages.add(new AllureReport(Path.of(allure))
                        .generate(folder.resolve("allure-results"), judgement, before, folder.resolve("report")));
            } catch (NoReport e) {
                LOG.log(Level.WARNING, "no report: " + e.getMessage());
            }
        }
        return List.copyOf(pages);
    }
}
