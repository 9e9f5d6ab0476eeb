package dev.plumbline.report;

import dev.plumbline.results.Digests;
import dev.plumbline.results.JudgedRequirement;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A page for each requirement: what it says, where that is written, how it is judged, and what it finds out. They open as files. */
public final class RequirementPages {
    /** The folder of the pages, beside the page that leads there. */
    public static final String FOLDER = "requirements";

    private final Path folder;
    private final Map<String, String> digests = new TreeMap<>();

    private RequirementPages(Path beside) {
        folder = beside.resolveSibling(FOLDER);
    }

    /**
     * Writes the pages of a run, with an exchange that passed where there is one.
     *
     * @param results the folder of the results, where the transcripts are
     * @param beside the lesson's page
     * @return the digest of the pages' folder
     */
    public static String write(Judgement judgement, Path results, Path beside, Handbook handbook) {
        PassedExchanges exchanges = new PassedExchanges(judgement.results(), results);
        return write(
                judgement,
                any -> true,
                beside,
                row -> new RequirementPage(row, handbook).exchange(exchanges.of(row.id())));
    }

    /**
     * Writes the pages of a run, of those requirements alone that have such a verdict.
     *
     * @param beside the lesson's page
     */
    public static void write(Judgement judgement, Predicate<Verdict> which, Path beside, Handbook handbook) {
        var unused = write(judgement, which, beside, row -> new RequirementPage(row, handbook));
    }

    private static String write(
            Judgement judgement, Predicate<Verdict> which, Path beside, Function<Requirement, RequirementPage> page) {
        List<JudgedRequirement> all = judgement.requirements().stream()
                .filter(each -> which.test(each.verdict()))
                .toList();
        RequirementPage.Place place = new RequirementPage.Place(
                beside, true, all.stream().map(JudgedRequirement::requirement).toList());
        String stack = judgement.results().run().named();
        RequirementPages pages = new RequirementPages(beside);
        pages.begin();
        all.forEach(each -> pages.put(
                each.requirement(),
                page.apply(each.requirement()).judged(each.verdict(), stack).page(place)));
        return pages.digest();
    }

    /**
     * Writes the pages of no run.
     *
     * @param beside the page that leads there
     */
    public static void write(List<Requirement> rows, Path beside, Handbook handbook) {
        RequirementPage.Place place = new RequirementPage.Place(beside, false, rows);
        RequirementPages pages = new RequirementPages(beside);
        pages.begin();
        rows.forEach(row -> pages.put(row, new RequirementPage(row, handbook).page(place)));
    }

    /** Where the page of a requirement is, as seen from the page beside the folder. */
    static String link(String requirement) {
        return FOLDER + "/" + file(requirement);
    }

    /** The same, as seen from the folder. */
    static String file(String requirement) {
        return Html.anchor(requirement) + ".html";
    }

    private void begin() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder, e);
        }
        put("style.css", Html.resource("lesson.css"));
    }

    private void put(Requirement row, String page) {
        put(file(row.id()), page);
    }

    private void put(String name, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(folder.resolve(name), octets);
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + name, e);
        }
        digests.put(FOLDER + "/" + name, Digests.of(octets));
    }

    private String digest() {
        return Digests.ofFolder(digests);
    }
}
