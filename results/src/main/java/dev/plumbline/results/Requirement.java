package dev.plumbline.results;

import dev.plumbline.spi.Capability;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of the catalogue.
 *
 * @param statement the requirement in one sentence; {@code statementKo} in Korean, empty if there is no translation
 * @param section the catalogue's section, in English; {@code sectionKo} in Korean
 * @param source where it is written: an RFC and its section, or the lesson
 * @param needs what a stack must claim to be judged by it
 * @param causes where to look first when it is violated
 * @param scenarios how many scenarios the features declare for it within this run's selection
 * @param law whether it is a law of the wire, which watches every scenario
 */
public record Requirement(
        String id,
        Level level,
        String section,
        String sectionKo,
        String statement,
        String statementKo,
        String source,
        Set<Capability> needs,
        List<String> causes,
        int scenarios,
        boolean law) {
    /** Capabilities have an order, so that the same row is written as the same line. */
    public Requirement {
        Set<Capability> ordered = EnumSet.noneOf(Capability.class);
        ordered.addAll(needs);
        needs = Collections.unmodifiableSet(ordered);
    }
}
