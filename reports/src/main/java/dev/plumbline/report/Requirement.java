package dev.plumbline.report;

/**
 * A row of the catalogue.
 *
 * @param section the catalogue's section, in English; {@code sectionKo} in Korean
 * @param source where it is written: an RFC and its section, or the lesson
 * @param scenarios how many scenarios the features declare for it within this run's selection
 */
public record Requirement(
        String id, Level level, String section, String sectionKo, String statement, String source, int scenarios) {}
