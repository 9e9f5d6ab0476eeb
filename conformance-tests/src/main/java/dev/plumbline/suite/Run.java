package dev.plumbline.suite;

import dev.plumbline.peer.Lab;
import dev.plumbline.results.Footing;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.RealTimeline;
import dev.plumbline.testbed.Timeline;
import dev.plumbline.testbed.VirtualTimeline;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.ReplayToken;
import dev.plumbline.trial.Setup;
import dev.plumbline.trial.Threads;
import dev.plumbline.trial.TrialFailure;
import io.cucumber.plugin.ConcurrentEventListener;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of the suite against one stack. Runs do not know of each other, so there may be several at once in a JVM. */
final class Run implements AutoCloseable {
    private static final String HELPER = "reference";
    /** How many scenarios in virtual time take as long as what a thread needs before its first. */
    private static final int WORTH_A_THREAD = 16;

    private final RunOptions options;
    private final RunListener listener;
    private final Catalogue catalogue = Catalogue.load();
    private final Map<String, ScenarioInfo> planned = new LinkedHashMap<>();
    private final Map<String, ScenarioInfo> titled = new HashMap<>();
    private final StackProvider provider;
    private final StackProvider helper;
    /** As the stack said when it was started first: what it says later does not make it answer for less. */
    private final Set<Capability> claims;

    /** The requirements that it therefore does not answer for. */
    private final Set<String> unclaimed;

    private final Optional<ReplayToken> replay;
    private final ResultLog results;
    private final Deviations deviations;
    private final Optional<ConcurrentEventListener> report;
    private final Semaphore places;
    private final Semaphore placesApart;
    private final Threads threads = new Threads();
    private @Nullable RunOutcome outcome;
    private final Budget budget;
    private final Mistakes mistakes;
    private final PlayOrder order;

    /** Ready to run; the listener is told how many scenarios there are. */
    Run(RunOptions options, RunListener listener) {
        this(options, listener, options.out().resolve("allure-results"));
    }

    private Run(RunOptions options, RunListener listener, Path allure) {
        this.options = options;
        this.listener = listener;
        this.report = options.detail() == Detail.PAGES ? Optional.of(AllureTree.of(this, allure)) : Optional.empty();
        this.replay = Optional.ofNullable(options.replay()).map(Run::token);
        this.provider = Stacks.named(options.stack());
        this.helper = options.stack().equals(HELPER) ? provider : Stacks.named(HELPER);
        List<ScenarioInfo> scenarios = Discovery.scenarios(catalogue, selection(options, replay));
        scenarios.forEach(scenario -> planned.put(Scenarios.place(scenario.file(), scenario.line()), scenario));
        scenarios.forEach(scenario -> titled.putIfAbsent(title(scenario.file(), scenario.name()), scenario));
        if (scenarios.isEmpty()) {
            throw new CannotRun(
                    replay.isPresent()
                            ? "no scenario has the key '" + replay.get().scenario()
                                    + "'; was the token made by another version?"
                            : "no scenario has the tags '" + options.tags() + "'; ./plumbline list shows them");
        }
        this.deviations = Deviations.of(
                provider.name(), options.deviations(), catalogue, Discovery.scenarios(catalogue, any -> true));
        this.claims = Set.copyOf(provider.capabilities());
        this.unclaimed = catalogue.rows().stream()
                .filter(row -> !claims.containsAll(row.needs()))
                .map(Requirement::id)
                .collect(Collectors.toUnmodifiableSet());
        this.results = new ResultLog(
                options, provider, claims, scenarios, Discovery.counted(catalogue, scenarios), deviations.all());
        this.places = new Semaphore(atOnce());
        this.placesApart = new Semaphore(atOnce());
        this.order = order(scenarios);
        listener.results(results::soFar);
        this.mistakes = new Mistakes(options.stack());
        this.budget = new Budget(options.budget(), System::nanoTime);
        listener.planned(scenarios.size());
    }

    /** What the system properties ask for. */
    static Run ofSystemProperties() {
        RunOptions options = RunOptions.fromSystemProperties();
        String allure = System.getProperty("allure.results.directory", "");
        return new Run(
                options,
                new RunListener() {},
                allure.isEmpty() ? options.out().resolve("allure-results") : Path.of(allure));
    }

    /** Which scenarios these options select. */
    private Discovery.Selection selection(RunOptions options, Optional<ReplayToken> replay) {
        var byTags = Scenarios.selection(options.tags(), catalogue);
        return replay.<Discovery.Selection>map(token -> s -> s.key().equals(token.scenario()))
                .orElse(s -> byTags.test(s) && options.again().wants(s.id()));
    }

    static ReplayToken token(String text) {
        try {
            return ReplayToken.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(String.valueOf(e.getMessage()), e);
        }
    }

    /** The scenario that stands at this place. */
    ScenarioInfo scenario(String uri, int line) {
        ScenarioInfo info = planned.get(Scenarios.place(Scenarios.fileOf(uri), line));
        if (info == null) {
            throw new IllegalStateException("the scenario at " + uri + ":" + line + " was not planned");
        }
        return info;
    }

    /** The planned scenario of this file and title, if there is one. */
    Optional<ScenarioInfo> scenarioNamed(String file, String name) {
        return Optional.ofNullable(titled.get(title(file, name)));
    }

    private static String title(String file, String name) {
        return file + ": " + name;
    }

    /** Why a scenario cannot judge the stack, if it cannot. */
    Optional<String> hindrance(ScenarioInfo scenario) {
        Set<Capability> missing = missing(scenario);
        if (!missing.isEmpty()) {
            return Optional.of("the stack does not claim " + missing);
        }
        return scenario.needsVirtualTime() && provider.timeBase() == TimeBase.REAL
                ? Optional.of("the scenario judges in virtual time only, and the stack lives in real time")
                : Optional.empty();
    }

    /** What the stack would have to claim besides, for a scenario to judge it. */
    private Set<Capability> missing(ScenarioInfo scenario) {
        Set<Capability> missing = EnumSet.noneOf(Capability.class);
        scenario.requirements().forEach(id -> catalogue.row(id).ifPresent(row -> missing.addAll(row.needs())));
        missing.addAll(scenario.needs());
        missing.removeAll(claims);
        return missing;
    }

    /**
     * How many scenarios are played at once; {@code -Dplumbline.at-once=1} is for debuggers. Each thread has all steps made for
     * itself, which takes longer than a few scenarios that wait for nothing.
     */
    int atOnce() {
        boolean computes = provider.timeBase() == TimeBase.VIRTUAL;
        int worthwhile = Math.max(1, planned.size() / WORTH_A_THREAD);
        int useful = computes ? Math.min(worthwhile, Runtime.getRuntime().availableProcessors()) : Integer.MAX_VALUE;
        int wanted = Integer.getInteger("plumbline.at-once", Math.min(useful, provider.atOnce()));
        return Math.min(wanted, planned.size());
    }

    /** One for each scenario that may be at work beside this one: whoever lets Cucumber play more at once has them wait here. */
    Semaphore places(ScenarioInfo scenario) {
        return order.waitsApart(scenario) ? placesApart : places;
    }

    /** How the trials of a scenario start. */
    Setup setup(ScenarioInfo scenario, StepTrace.Trace trace, Function<TrialFailure, String> explain) {
        Timeline shared = provider.timeBase() == TimeBase.REAL ? new RealTimeline() : null;
        Set<String> excused = deviations.laws(scenario);
        // From the scenario alone: which others are played, and in which order, must not show in its worlds.
        int first = Math.floorMod(scenario.id().hashCode(), Lab.ADDRESSES);
        Setup.WorldMaker worlds = (trial, seed) -> {
            Timeline timeline = shared == null ? new VirtualTimeline() : shared;
            Lab lab = new Lab(provider, helper, timeline, (first + trial) % Lab.ADDRESSES, seed);
            lab.excuse(excused, unclaimed);
            lab.goesOnWhile(budget::require);
            return lab;
        };
        return new Setup(
                scenario.key(),
                replay.map(ReplayToken::seed).orElse(options.seed()),
                replay.map(ReplayToken::tries).orElse(options.tries()),
                Setup.together(scenario.isCrowded()),
                trace.isQuantified(),
                patience(scenario),
                worlds,
                threads,
                replay,
                finding -> deviations.listing(scenario, finding).isPresent(),
                () -> isShrunk(scenario),
                trace::bookmark,
                explain);
    }

    private boolean isShrunk(ScenarioInfo scenario) {
        boolean shrunk = !options.brief() && !budget.isOver();
        if (shrunk) {
            listener.shrinks(scenario.id(), scenario.name());
        }
        return shrunk;
    }

    private Patience patience(ScenarioInfo scenario) {
        if (provider.timeBase() == TimeBase.VIRTUAL) {
            return Patience.VIRTUAL;
        }
        return deviations.listsAny(scenario) ? Patience.REAL_AND_KNOWN : Patience.REAL;
    }

    Explainer explainer() {
        return new Explainer(catalogue, options.stack());
    }

    Deviations deviations() {
        return deviations;
    }

    private PlayOrder order(List<ScenarioInfo> scenarios) {
        List<ScenarioInfo> playable = scenarios.stream()
                .filter(scenario -> hindrance(scenario).isEmpty())
                .toList();
        Footing footing = new Footing(catalogue.rows(), playable);
        return new PlayOrder(options, provider.timeBase(), scenarios, footing, results::soFar);
    }

    /** What is to be played when. */
    PlayOrder order() {
        return order;
    }

    ResultLog results() {
        return results;
    }

    /** Who reports what Cucumber does, if anybody is to. */
    Optional<ConcurrentEventListener> report() {
        return report;
    }

    /** Why no other scenario is played, if that is so. */
    Optional<String> endsEarly() {
        if (mistakes.areTooMany()) {
            return Optional.of(mistakes.sentence());
        }
        return listener.goesOn() ? Optional.empty() : Optional.of("not run: the run was ended before");
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Budget budget() {
        return budget;
    }

    RunListener listener() {
        return listener;
    }

    RunOptions options() {
        return options;
    }

    /** How it ended: after it was closed. */
    RunOutcome outcome() {
        return Objects.requireNonNull(outcome, "the run has not ended");
    }

    /** First the stack, and then the results: what a stack does at its very end does not come after them. */
    @Override
    public void close() {
        try {
            provider.close();
        } finally {
            threads.close();
            outcome = results.end(order.stopped());
        }
    }
}
