package dev.plumbline.junit;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.suite.Again;
import dev.plumbline.suite.CannotRun;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class with a {@link ConformanceTest}. */
final class StackDescriptor extends AbstractTestDescriptor {
    private static final String RANDOM = "random";

    private final Class<?> type;
    private final ConformanceTest wanted;

    StackDescriptor(UniqueId id, Class<?> type) {
        super(id, type.getSimpleName(), ClassSource.from(type));
        this.type = type;
        this.wanted = AnnotationSupport.findAnnotation(type, ConformanceTest.class)
                .orElseThrow(() -> new IllegalArgumentException(type.getName()));
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    /** What the annotation and the system properties ask for. */
    RunOptions options() {
        String replay = property("plumbline.replay", "");
        String deviations = property("plumbline.deviations", "");
        return new RunOptions(
                stack(),
                tags(),
                Integer.parseInt(property("plumbline.tries", Integer.toString(wanted.tries()))),
                seed(),
                Path.of(property("plumbline.out", "target/plumbline"), type.getSimpleName()),
                replay.isEmpty() ? null : replay,
                deviations.isEmpty() ? null : Path.of(deviations),
                Detail.PAGES,
                RunOptions.USUAL_BUDGET,
                Again.NOTHING,
                Boolean.parseBoolean(property("plumbline.all", Boolean.toString(wanted.all()))));
    }

    /** One that decides nothing when nothing has changed: a build that is green is green again. */
    private long seed() {
        String asked = property("plumbline.seed", Long.toString(wanted.seed()));
        if (asked.equals(RANDOM) || asked.equals(Long.toString(ConformanceTest.ANOTHER_EACH_TIME))) {
            return ThreadLocalRandom.current().nextLong(1, SuitesSeed.SEEDS);
        }
        try {
            long seed = Long.parseLong(asked);
            return seed == ConformanceTest.OF_THE_SUITE ? SuitesSeed.value() : seed;
        } catch (NumberFormatException e) {
            throw new CannotRun(
                    "expected a whole number or '" + RANDOM + "' for -Dplumbline.seed, found '" + asked + "'", e);
        }
    }

    /** What a reader of the build's log has to know of it. */
    String seedInWords(long seed) {
        return "seed " + seed
                + (seed == SuitesSeed.value()
                        ? ", the suite's own; -Dplumbline.seed=" + RANDOM + " draws another"
                        : "; -Dplumbline.seed=" + seed + " repeats it");
    }

    /** What is judged, unless it is a replay. */
    List<ScenarioInfo> scenarios() {
        return ConformanceRun.scenarios(tags());
    }

    private String stack() {
        boolean program = !wanted.command().isEmpty();
        if (program == (wanted.stack() != Void.class)) {
            throw new CannotRun("@ConformanceTest of " + type.getName()
                    + " has to name a stack: either its provider (stack = ...) or its command (command = ...)");
        }
        String where = wanted.forked() ? "class:" : "in-process:";
        return program ? "exec:" + wanted.command() : where + wanted.stack().getName();
    }

    /** The rows that have a scenario, and the laws, which watch all of them. */
    List<Requirement> requirements() {
        Set<String> judged = scenarios().stream()
                .map(ScenarioInfo::requirements)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return ConformanceRun.catalogue().stream()
                .filter(row -> row.law() || judged.contains(row.id()))
                .toList();
    }

    /** The part of the catalogue with this title. */
    TestDescriptor section(String title) {
        for (TestDescriptor section : getChildren()) {
            if (section.getDisplayName().equals(title)) {
                return section;
            }
        }
        TestDescriptor section = new Section(getUniqueId().append("section", title), title);
        addChild(section);
        return section;
    }

    private String tags() {
        return property("plumbline.tags", wanted.tags());
    }

    private static String property(String name, String otherwise) {
        String value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : value.strip();
    }

    private static final class Section extends AbstractTestDescriptor {
        Section(UniqueId id, String title) {
            super(id, title);
        }

        @Override
        public Type getType() {
            return Type.CONTAINER;
        }
    }
}
