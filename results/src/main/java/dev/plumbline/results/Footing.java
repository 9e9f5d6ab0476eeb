package dev.plumbline.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which stages of a run carry what stands on them. Where more than half of a stage fails, and not only a few scenarios, nothing
 * certain can be said of what stands on it: that fails, too, whatever it does itself, and is not worth the wait. Neither is the rest
 * of a stage in most of whose first scenarios the stack's program hung or ended: each time costs seconds.
 *
 * <p>Packets are seen by the datagrams that they carry, so what fails there may be UDP. Therefore UDP is judged whatever they do; and
 * so is TCP, if the first of the handshake shows that segments come and go.
 */
public final class Footing {
    /** Fewer failures than these may be mistakes of their own, and not a stage that is missing. */
    static final int FEWEST = 10;
    /** A stack whose program has hung or ended so often, and in most of the first scenarios, does it in most of the others. */
    static final int MOST_GONE = 3;
    /** So many scenarios of the handshake tell whether packets carry segments: a SYN goes out, and one that comes in is answered. */
    static final int OPENING = 3;

    private final Map<String, Requirement> catalogue = new HashMap<>();
    private final Map<String, Stage> judgedIn = new HashMap<>();
    private final Map<Stage, Integer> sizes = new EnumMap<>(Stage.class);
    private final Set<String> opening;

    /**
     * A stage that does not carry.
     *
     * @param failed how many of its scenarios fail
     * @param all how many scenarios it has that could judge the stack; or how many of them were played
     * @param gone whether the stack's program hung or ended in those that fail, and nothing else of the stage is played
     * @param spared the stages that seem to stand on it, and do not
     */
    public record Gap(Stage stage, int failed, int all, boolean gone, Set<Stage> spared) {
        @Override
        public String toString() {
            return gone
                    ? "the stack hung or ended its process in " + failed + " of the first " + all + " scenarios about "
                            + stage.words()
                    : failed + " of the " + all + " scenarios about " + stage.words() + " fail";
        }
    }

    /**
     * Of a run.
     *
     * @param playable the planned scenarios that can judge the stack
     */
    public Footing(Collection<Requirement> catalogue, Collection<ScenarioInfo> playable) {
        catalogue.forEach(row -> this.catalogue.put(row.id(), row));
        playable.forEach(scenario -> {
            judgedIn.put(scenario.id(), judgedIn(scenario));
            sizes.merge(judgedIn(scenario), 1, Integer::sum);
        });
        opening = playable.stream()
                .filter(scenario -> judgedIn(scenario) == Stage.HANDSHAKE)
                .limit(OPENING)
                .map(ScenarioInfo::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The stage that it belongs to. */
    public Stage judgedIn(ScenarioInfo scenario) {
        return scenario.stage().judgedIn(rows(scenario.requirements()).toList());
    }

    /**
     * Some scenarios of one stage, cut into parts: after each it may turn out that the rest is not worth the wait. Few are enough to
     * see a stack hang; what could not judge the stack does not count.
     */
    public List<List<ScenarioInfo>> parts(List<ScenarioInfo> stage) {
        List<List<ScenarioInfo>> parts = new ArrayList<>();
        int from = 0;
        for (int most : List.of(MOST_GONE, 2 * MOST_GONE, stage.size())) {
            int to = from;
            for (int counted = 0; to < stage.size() && counted < most; to++) {
                counted += judgedIn.containsKey(stage.get(to).id()) ? 1 : 0;
            }
            parts.add(stage.subList(from, to));
            from = to;
        }
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    /**
     * The stages that do not carry, whatever is still to come of them.
     *
     * @param gone the scenarios in which the stack's program hung or ended
     */
    public List<Gap> gaps(Collection<ScenarioResult> ended, Set<String> gone) {
        Map<Stage, List<ScenarioResult>> played = ended.stream()
                .filter(scenario -> judgedIn.containsKey(scenario.id()))
                .collect(Collectors.groupingBy(scenario -> judgedIn.getOrDefault(scenario.id(), Stage.PACKETS)));
        boolean segments = played.getOrDefault(Stage.HANDSHAKE, List.of()).stream()
                        .filter(scenario -> opening.contains(scenario.id()) && scenario.outcome() == Outcome.PASS)
                        .count()
                == OPENING;
        return Arrays.stream(Stage.values())
                .flatMap(stage -> gap(stage, played.getOrDefault(stage, List.of()), gone, segments).stream())
                .toList();
    }

    private Optional<Gap> gap(Stage stage, List<ScenarioResult> played, Set<String> gone, boolean segments) {
        int dead = Math.toIntExact(
                played.stream().filter(scenario -> gone.contains(scenario.id())).count());
        // What the RFCs say is about everything: its first scenarios say nothing of the others.
        if (dead >= MOST_GONE && 2 * dead > played.size() && stage.compareTo(Stage.RFC) < 0) {
            return Optional.of(new Gap(stage, dead, played.size(), true, Set.of()));
        }
        int failed = Math.toIntExact(played.stream().filter(this::isWrong).count());
        int all = sizes.getOrDefault(stage, 0);
        return failed >= FEWEST && 2 * failed > all
                ? Optional.of(new Gap(stage, failed, all, false, spared(stage, segments)))
                : Optional.empty();
    }

    private static Set<Stage> spared(Stage stage, boolean segments) {
        return stage != Stage.PACKETS
                ? Set.of()
                : Stage.ofRows().stream()
                        .filter(other -> other == Stage.UDP || (segments && other.isOfSegments()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a scenario is left out because of a stage that does not carry. */
    public boolean leavesOut(Gap gap, ScenarioInfo scenario) {
        boolean restOfIt = gap.gone() && judgedIn(scenario) == gap.stage();
        boolean tells = !gap.gone() && gap.stage() == Stage.PACKETS && opening.contains(scenario.id());
        return restOfIt || (!tells && !gap.spared().contains(scenario.stage()) && standsOn(scenario, gap));
    }

    private boolean standsOn(ScenarioInfo scenario, Gap gap) {
        Stage own = judgedIn(scenario);
        if (gap.stage().compareTo(Stage.RFC) >= 0) {
            return own.standsOn(gap.stage());
        }
        // What an RFC says of names has nothing to do with segments: what it is about decides.
        boolean later = own != gap.stage() && scenario.stage() == gap.stage();
        return later || scenario.stage().standsOn(gap.stage());
    }

    /** What is only recommended, and not done, makes no stack fail. */
    private boolean isWrong(ScenarioResult scenario) {
        Failure failure = scenario.failure();
        boolean binds = failure == null
                || failure.breakdown()
                || scenario.outcome() == Outcome.INCONCLUSIVE
                || rule(scenario, failure).map(Requirement::binds).orElse(true);
        return scenario.fails() && binds;
    }

    private Optional<Requirement> rule(ScenarioResult scenario, Failure failure) {
        return Optional.ofNullable(failure.requirement())
                .map(catalogue::get)
                .or(() -> rows(scenario.requirements()).findFirst());
    }

    private Stream<Requirement> rows(List<String> ids) {
        return ids.stream().map(catalogue::get).filter(Objects::nonNull);
    }

    /** Why what stands on them is left out. */
    public static String words(List<Gap> gaps) {
        return gaps.stream().map(Gap::toString).collect(Collectors.joining(", and "));
    }
}
