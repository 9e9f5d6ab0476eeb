package dev.plumbline.suite;

import dev.plumbline.spi.Capability;
import java.util.List;
import java.util.Set;

/**
 * A row of the catalogue.
 *
 * @param id never changes its meaning
 * @param level LESSON, MUST, SHOULD or MAY
 * @param section the part of the catalogue that it belongs to
 * @param sectionKo the same in Korean
 * @param statement the requirement in one sentence
 * @param statementKo the same in Korean; empty if there is no translation
 * @param source where the RFCs say it, with the section
 * @param needs what a stack must claim to be judged by it
 * @param causes where to look first when it is violated
 * @param scenarios how many scenarios of the selection stand for it
 * @param law whether it is a law of the wire, which watches every scenario
 */
public record RequirementInfo(
        String id,
        String level,
        String section,
        String sectionKo,
        String statement,
        String statementKo,
        String source,
        Set<Capability> needs,
        List<String> causes,
        int scenarios,
        boolean law) {
    RequirementInfo withScenarios(int count) {
        return new RequirementInfo(
                id, level, section, sectionKo, statement, statementKo, source, needs, causes, count, law);
    }
}
