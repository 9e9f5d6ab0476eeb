package dev.plumbline.suite;

import dev.plumbline.results.Footing;
import dev.plumbline.results.Footing.Gap;
import dev.plumbline.results.Results;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.trial.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Which scenarios are played one parcel after another. Where somebody waits for what is found, and time is virtual, that is stage by
 * stage: the first mistake is met first, and what stands on a stage that does not carry is left out (decision 27). In real time
 * all are played, and those in which somebody waits for minutes beside the others; and who only wants verdicts does not see an
 * order.
 */
final class PlayOrder {
    private final RunOptions options;
    private final boolean virtual;
    private final List<ScenarioInfo> planned;
    private final Footing footing;
    private final Supplier<Results> soFar;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<Stage, Gap> gaps = new TreeMap<>();

    /**
     * Of a run.
     *
     * @param soFar what it has found when it is asked
     */
    PlayOrder(RunOptions options, TimeBase time, List<ScenarioInfo> planned, Footing footing, Supplier<Results> soFar) {
        this.options = options;
        this.virtual = time == TimeBase.VIRTUAL;
        this.planned = planned;
        this.footing = footing;
        this.soFar = soFar;
    }

    /** What failed in the run before comes first. */
    List<List<ScenarioInfo>> parcels() {
        List<List<ScenarioInfo>> parcels = options.again().parcels(planned);
        return virtual && options.detail().isKept()
                ? parcels.stream().flatMap(parcel -> stages(parcel).stream()).toList()
                : parcels;
    }

    private Collection<List<ScenarioInfo>> stages(List<ScenarioInfo> parcel) {
        return parcel.stream()
                .collect(Collectors.groupingBy(footing::judgedIn, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(stage -> (mayEndEarly() ? footing.parts(stage) : List.of(stage)).stream())
                .toList();
    }

    /** How a scenario failed. */
    void heed(String scenario, Finding finding) {
        if (finding.kind() == Finding.Kind.GONE) {
            gone.add(scenario);
        }
    }

    /** What is played of a parcel whose turn it is. */
    List<ScenarioInfo> played(List<ScenarioInfo> parcel) {
        if (!mayEndEarly()) {
            return parcel;
        }
        List<Gap> now = footing.gaps(soFar.get().scenarios(), gone);
        List<ScenarioInfo> played = new ArrayList<>();
        for (ScenarioInfo scenario : parcel) {
            List<Gap> below =
                    now.stream().filter(gap -> footing.leavesOut(gap, scenario)).toList();
            below.forEach(gap -> gaps.put(gap.stage(), gap));
            if (below.isEmpty()) {
                played.add(scenario);
            }
        }
        return played;
    }

    /** What somebody has picked is played. */
    private boolean mayEndEarly() {
        boolean picked = soFar.get().run().isPicked() || options.again().alone();
        return virtual && options.detail().isKept() && !options.all() && !picked;
    }

    /** A parcel in parts that are played at the same time, each at places of its own. */
    List<List<ScenarioInfo>> sideBySide(List<ScenarioInfo> parcel) {
        return parcel.stream()
                .collect(Collectors.groupingBy(this::waitsApart, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    /** Whether it takes minutes in which it does nothing, so that no other should have to wait for its place. */
    boolean waitsApart(ScenarioInfo scenario) {
        return !virtual && scenario.takesPatience();
    }

    /** Why scenarios were left out, if some were. */
    Optional<String> stopped() {
        return gaps.isEmpty() ? Optional.empty() : Optional.of(Footing.words(List.copyOf(gaps.values())));
    }
}
