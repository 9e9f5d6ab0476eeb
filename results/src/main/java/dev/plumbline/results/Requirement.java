package dev.plumbline.results;

import dev.plumbline.spi.Capability;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A row of the catalogue.
 *
 * @param id never changes its meaning
 * @param stage what it is about: one of {@link Stage#ofRows}
 * @param section the part of the catalogue that it belongs to
 * @param sectionKo the same in Korean; empty outside the lesson
 * @param statement the requirement in one sentence
 * @param statementKo the same in Korean; empty outside the lesson
 * @param source where the RFCs say it, with the section
 * @param quote the RFC's own words, where one sentence of it is the rule; empty if there is none
 * @param needs what a stack must claim to be judged by it
 * @param causes where to look first when it is violated
 * @param judging what stands for it
 * @param why why nothing does; empty if something does
 * @param scenarios how many scenarios of the run's selection stand for it
 */
public record Requirement(
        String id,
        Level level,
        Stage stage,
        String section,
        String sectionKo,
        String statement,
        String statementKo,
        String source,
        String quote,
        Set<Capability> needs,
        List<String> causes,
        Judging judging,
        String why,
        int scenarios) {
    /** Capabilities have an order, so that the same row is written as the same line. */
    public Requirement {
        Set<Capability> ordered = EnumSet.noneOf(Capability.class);
        ordered.addAll(needs);
        needs = Collections.unmodifiableSet(ordered);
    }

    /** Whether it is a law of the wire, which watches every scenario. */
    public boolean law() {
        return judging.byLaw();
    }

    /** Whether breaking it is a mistake, and not only less than one could wish. */
    public boolean binds() {
        return level.whenViolated() == Verdict.FAIL;
    }

    /** The same with this many scenarios. */
    public Requirement withScenarios(int count) {
        return new Requirement(
                id,
                level,
                stage,
                section,
                sectionKo,
                statement,
                statementKo,
                source,
                quote,
                needs,
                causes,
                judging,
                why,
                count);
    }
}
