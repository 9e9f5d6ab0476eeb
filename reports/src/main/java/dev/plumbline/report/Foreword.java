package dev.plumbline.report;

import dev.plumbline.cause.Cause;
import dev.plumbline.cause.Causes;
import dev.plumbline.results.Failure;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the run as a whole shows, and no single failure can: it stands before the first of them. */
final class Foreword {
    /** The law that every packet which leaves the stack is judged by. */
    private static final String EVERY_PACKET = "RFC791/HEADER";

    private static final Pattern BY_ONE = Pattern.compile("\\b1 too (?:low|high|many|few)\\b");

    private final Judgement judgement;
    private final List<Cause> mistakes;

    private Foreword(Judgement judgement, Causes causes) {
        this.judgement = judgement;
        this.mistakes = causes.mistakes();
    }

    /** A sentence or two for each thing; mostly there is none. */
    static List<String> of(Judgement judgement, Causes causes) {
        Foreword foreword = new Foreword(judgement, causes);
        List<String> sentences = new ArrayList<>();
        foreword.silence().ifPresent(sentences::add);
        foreword.crashes().ifPresent(sentences::add);
        foreword.explained().ifPresent(sentences::add);
        return sentences;
    }

    private Optional<String> silence() {
        long came = judgement.results().scenarios().stream()
                .mapToLong(ScenarioResult::datagrams)
                .sum();
        boolean silent = judgement.with(Verdict.NO_OCCASION).stream()
                .anyMatch(row -> row.requirement().id().equals(EVERY_PACKET));
        return silent
                        && came > 0
                        && !mistakes.stream().limit(1).map(Cause::shown).anyMatch(Foreword::isCrash)
                ? Optional.of(
                        "Not one packet has left this stack in the whole run, though " + Amounts.of(came, "packet")
                                + " were sent to it. See first whether it is told of a packet that comes in, how far it gets with"
                                + " it, and whether what it sends reaches its host.")
                : Optional.empty();
    }

    /** What is told first may well be told of a stack that has thrown something elsewhere: its own code says where. */
    private Optional<String> crashes() {
        if (mistakes.stream().limit(1).map(Cause::shown).anyMatch(Foreword::isCrash)) {
            return Optional.empty();
        }
        List<ScenarioResult> crashed = mistakes.stream()
                .flatMap(Foreword::all)
                .filter(Foreword::isCrash)
                .distinct()
                .toList();
        return crashed.stream()
                .flatMap(scenario -> Optional.ofNullable(scenario.failure()).stream())
                .findFirst()
                .map(failure -> "In "
                        + Amounts.of(crashed.size(), "scenario")
                        + " the stack broke down; in the first " + where(failure)
                        + ". It may be why other things go wrong, or come of them.");
    }

    /** What did not come may not have come because of what is exactly known elsewhere: of several such, what most of them say. */
    private Optional<String> explained() {
        Optional<ScenarioResult> first =
                mistakes.stream().limit(1).map(Cause::shown).findFirst();
        if (first.filter(shown -> isCrash(shown) || isExplained(shown)).isPresent()) {
            return Optional.empty();
        }
        Map<String, List<Failure>> families = mistakes.stream()
                .flatMap(Foreword::all)
                .filter(Foreword::isExplained)
                .flatMap(scenario -> Optional.ofNullable(scenario.failure()).stream())
                .collect(Collectors.groupingBy(
                        failure -> explanation(failure.headline()), LinkedHashMap::new, Collectors.toList()));
        return families.values().stream()
                .reduce((most, next) -> next.size() > most.size() ? next : most)
                .map(failures -> "In " + Amounts.of(failures.size(), "scenario")
                        + " what came is exactly what a well-known mistake makes; in the first "
                        + failures.get(0).headline() + ". It may be why other things go wrong.");
    }

    /** A headline ends with it. */
    private static String explanation(String headline) {
        return headline.substring(headline.lastIndexOf(": ") + 1);
    }

    /** One too many or too few has more reasons than the best known. */
    private static boolean isExplained(ScenarioResult scenario) {
        return scenario.failure() != null
                && scenario.failure().diagnosed()
                && !BY_ONE.matcher(scenario.failure().headline()).find();
    }

    private static String where(Failure failure) {
        return failure.headline()
                + failure.place().map(place -> ", in " + place).orElse("");
    }

    private static Stream<ScenarioResult> all(Cause cause) {
        return Stream.concat(Stream.of(cause.shown()), cause.rest());
    }

    private static boolean isCrash(ScenarioResult scenario) {
        return scenario.failure() != null && scenario.failure().breakdown();
    }
}
