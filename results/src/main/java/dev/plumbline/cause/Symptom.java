package dev.plumbline.cause;

import dev.plumbline.results.Failure;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.Capability;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A scenario that fails, and how well it shows what is wrong.
 *
 * @param rule what it fails by
 * @param stage what the rule is about
 * @param judgedIn the level that the scenario belongs to
 * @param share of the scenarios that put the rule to the test, how many break it
 * @param extras how many optional services the rule, or the scenario, needs
 * @param layer the stage whose doing it is: most often that of the rule ({@link Blame})
 */
record Symptom(
        ScenarioResult scenario,
        Optional<Requirement> rule,
        Stage stage,
        Stage judgedIn,
        double share,
        int extras,
        Stage layer) {
    /** A law that only one scenario in four breaks is broken by something else more often than by itself. */
    private static final double RARE = 0.3;

    private static final Set<Capability> BASIC = EnumSet.of(
            Capability.IPV4,
            Capability.ICMP,
            Capability.UDP,
            Capability.TCP,
            Capability.DNS_STUB,
            Capability.DNS_CACHE,
            Capability.DNS_AUTHORITATIVE);

    /** What shows a mistake best comes first: see decision 27 for the order. */
    static final Comparator<Symptom> CLEAREST_FIRST = Comparator.comparing((Symptom s) -> !s.binds())
            .thenComparing(s -> !s.wasJudged())
            .thenComparing(Symptom::wanders)
            .thenComparing(s -> Headline.isAboutAState(s.headline()))
            .thenComparing(Symptom::isCrash)
            .thenComparing(Symptom::extras)
            .thenComparing(Symptom::isByProduct)
            .thenComparing(s -> s.judgedIn.compareTo(Stage.RFC) >= 0)
            .thenComparing(Symptom::layer)
            .thenComparing(s -> !s.isNamedExactly())
            .thenComparing(Symptom::isLent)
            .thenComparing(Symptom::judgedIn)
            .thenComparing(s -> !s.standsInTheLesson())
            .thenComparing(Symptom::datagrams);

    static int extras(Requirement row) {
        return (int) row.needs().stream().filter(need -> !BASIC.contains(need)).count();
    }

    /** Whether the scenario came as far as its question. */
    private boolean wasJudged() {
        return scenario.outcome() == Outcome.FAIL;
    }

    String headline() {
        Failure failure = scenario.failure();
        return failure == null ? Objects.requireNonNullElse(scenario.reason(), "") : failure.headline();
    }

    private boolean isCrash() {
        return scenario.failure() != null && scenario.failure().breakdown();
    }

    private boolean binds() {
        return isCrash() || rule.map(Requirement::binds).orElse(true);
    }

    /** Whether it fails by what it is not about: a law. */
    private boolean isForeign(Requirement row) {
        return !scenario.requirements().contains(row.id());
    }

    /** A law that little breaks is broken by something else, but for one of the packets: nothing lies below them. */
    private boolean isByProduct() {
        return stage != Stage.PACKETS
                && share < RARE
                && rule.filter(this::isForeign).isPresent();
    }

    /** Whether it fails by a rule of another stage than the one whose doing it is. */
    private boolean isLent() {
        return layer != stage;
    }

    /** Whether a well-known mistake makes exactly what TCP did. What is wrong with a packet may have been done by what is in it. */
    private boolean isNamedExactly() {
        return layer.compareTo(Stage.HANDSHAKE) < 0
                || (scenario.failure() != null && scenario.failure().diagnosed());
    }

    /** A scenario of an RFC's row may stand among the lesson's, as it is the same matter. */
    private boolean standsInTheLesson() {
        return scenario.id().startsWith("lesson/");
    }

    /** Whether chance decides what happens in it, so that its failure says little of the place. */
    private boolean wanders() {
        return scenario.requirements().contains("RFC9293/3.10-MODEL")
                || scenario.name().contains("network");
    }

    /** In one of its worlds: the shortest exchange is the easiest to read. */
    private long datagrams() {
        return scenario.datagrams() / Math.max(1, scenario.trials());
    }

    /** Whether this one fails in the same way as that, or has broken the same law on its way. */
    boolean isLike(Symptom other) {
        boolean sameRule = rule.isPresent() && rule.equals(other.rule);
        boolean brokeIt =
                other.rule.filter(row -> scenario.broken().contains(row.id())).isPresent();
        return sameRule || brokeIt || Headline.family(headline()).equals(Headline.family(other.headline()));
    }

    /**
     * Whether nothing certain can be said of this one before that is repaired. What is not done by choice is not done because of a
     * mistake, and no mistake comes of a choice.
     */
    boolean standsOn(Symptom other) {
        if (binds() != other.binds()) {
            return false;
        }
        if (isLent()) {
            return (layer == other.layer && !other.isLent()) || scenario.stage().standsOn(other.layer);
        }
        boolean ownStage =
                rule.filter(this::isForeign).isPresent() || scenario.stage().compareTo(stage) < 0;
        Stage here = ownStage ? stage : scenario.stage();
        boolean same = here == other.layer;
        boolean later = judgedIn.compareTo(Stage.RFC) >= 0 && judgedIn.compareTo(other.judgedIn) > 0;
        return here.standsOn(other.layer) || (same && (later || !wasJudged() || wanders()));
    }
}
