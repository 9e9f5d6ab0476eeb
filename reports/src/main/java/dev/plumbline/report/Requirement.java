package dev.plumbline.report;

import java.util.List;

/**
 * A row of the catalogue.
 *
 * @param statement the requirement in one sentence; {@code statementKo} in Korean, empty if there is no translation
 * @param section the catalogue's section, in English; {@code sectionKo} in Korean
 * @param source where it is written: an RFC and its section, or the lesson
 * @param causes where to look first when it is violated
 * @param scenarios how many scenarios the features declare for it within this run's selection
 */
public record Requirement(
        String id,
        Level level,
        String section,
        String sectionKo,
        String statement,
        String statementKo,
        String source,
        List<String> causes,
        int scenarios) {}
