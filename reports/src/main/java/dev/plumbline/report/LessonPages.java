package dev.plumbline.report;

import dev.plumbline.results.BadResults;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ResultsReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The lesson's page of a run and the pages of its requirements: they lead to each other, so they are written together. */
public final class LessonPages {
    /** Where a run's folder has Allure's page, as seen from the lesson's. */
    public static final String ALL_SCENARIOS = "report/index.html";

    private LessonPages() {}

    /**
     * Writes them.
     *
     * @param folder of the run's results
     * @param lesson the lesson's page; the others lie in a folder beside it
     * @param allScenarios where all scenarios are, as seen from the lesson's page
     * @return the digest of each page, and of the folder
     */
    public static Map<String, String> write(Judgement judgement, Path folder, Path lesson, String allScenarios) {
        Map<String, String> digests = new LinkedHashMap<>();
        digests.put(RequirementPages.FOLDER, RequirementPages.write(judgement, folder, lesson, Handbook.load()));
        LessonPage.Links links = new LessonPage.Links(allScenarios, RequirementPages.FOLDER);
        Path page = LessonPage.write(judgement, folder, lesson, links);
        digests.put(Objects.requireNonNull(page.getFileName()).toString(), Digests.of(page));
        return digests;
    }

    /**
     * For builds: {@code LessonPages RESULTS PAGE ALLURE}, where RESULTS is a {@code results.jsonl}.
     *
     * @throws BadResults if there are no results, or they cannot be read
     */
    public static void main(String[] arguments) {
        Path results = Path.of(arguments[0]);
        Path folder = Objects.requireNonNull(results.toAbsolutePath().getParent());
        Judgement judgement = Judgement.of(ResultsReader.read(results), false);
        var unused = write(judgement, folder, Path.of(arguments[1]), arguments[2]);
    }
}
