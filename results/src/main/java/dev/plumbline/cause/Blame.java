package dev.plumbline.cause;

import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Whose doing it is when a scenario fails by a rule that it stands for. What a rule says is shown with something: packets by the
 * datagrams in them, ports by a connection, the handshake by the data that comes with it. How much fails of what is about that tells
 * whether it can be trusted.
 */
final class Blame {
    private static final double NOT_MUCH_LESS = 0.5;
    private static final double MUCH = 0.25;
    private static final double LITTLE = 0.05;
    /** So much of the handshake may fail because of what is shown with it. */
    private static final double SOME = 0.2;

    private static final double MUCH_MORE = 2;

    private static final Set<Stage> TCP = EnumSet.range(Stage.HANDSHAKE, Stage.CLOSE);

    private final List<ScenarioResult> scenarios;
    private final boolean udp;
    private final boolean mostlyUdp;
    private final boolean handshake;
    private final boolean delivery;

    Blame(List<ScenarioResult> scenarios, Laws laws) {
        this.scenarios = scenarios;
        this.udp = isUdpWorseThanTcp() || isUdpCaught(laws);
        this.mostlyUdp = isMostlyUdp();
        double opening = failing(EnumSet.of(Stage.HANDSHAKE)).orElse(0);
        this.handshake = opening >= SOME;
        this.delivery = opening < SOME && failing(EnumSet.of(Stage.DELIVERY)).orElse(0) >= opening * MUCH_MORE;
    }

    /**
     * The stage.
     *
     * @param judgedIn the level that the scenario belongs to
     */
    Stage of(ScenarioResult scenario, Requirement rule, Stage judgedIn) {
        boolean own = scenario.requirements().contains(rule.id());
        Stage stage = rule.stage();
        if (!own) {
            return stage; // a law sees what is wrong with its own things itself
        }
        boolean lesson = judgedIn.compareTo(Stage.RFC) < 0;
        if (stage == Stage.PACKETS && (udp || (mostlyUdp && lesson))) {
            return Stage.UDP;
        }
        if (handshake && stage.compareTo(Stage.HANDSHAKE) < 0 && TCP.contains(scenario.stage())) {
            return scenario.stage();
        }
        return delivery && lesson && stage == Stage.HANDSHAKE ? Stage.DELIVERY : stage;
    }

    /**
     * IP carries segments like datagrams: where little of TCP fails, and of UDP not much less than of what is about packets, the
     * packets are as they must be.
     */
    private boolean isUdpWorseThanTcp() {
        double datagrams = failing(EnumSet.of(Stage.UDP)).orElse(1);
        double packets = failing(EnumSet.of(Stage.PACKETS)).orElse(1);
        return datagrams >= LITTLE
                && datagrams >= packets * NOT_MUCH_LESS
                && failing(TCP).orElse(1) < LITTLE;
    }

    /** The same of the lesson where little fails at all, and of UDP the most. */
    private boolean isMostlyUdp() {
        double datagrams = failing(EnumSet.of(Stage.UDP)).orElse(0);
        double segments = failing(TCP).orElse(1);
        return datagrams > failing(EnumSet.of(Stage.PACKETS)).orElse(1)
                && segments < Math.min(LITTLE, datagrams * NOT_MUCH_LESS);
    }

    /** Its datagrams were seen to be wrong, and its packets never: what is silent is so because nobody takes them. */
    private boolean isUdpCaught(Laws laws) {
        return laws.most(Stage.UDP) >= MUCH
                && laws.most(Stage.PACKETS) == 0
                && (laws.isOneAlwaysBroken(Stage.UDP) || failing(TCP).orElse(0) < LITTLE);
    }

    /** Of what is about this and was judged: how much fails. */
    private OptionalDouble failing(Set<Stage> stages) {
        List<ScenarioResult> judged = scenarios.stream()
                .filter(scenario -> stages.contains(scenario.stage()))
                .filter(scenario -> scenario.outcome() == Outcome.PASS || scenario.fails())
                .toList();
        long bad = judged.stream().filter(ScenarioResult::fails).count();
        return judged.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(bad / (double) judged.size());
    }
}
