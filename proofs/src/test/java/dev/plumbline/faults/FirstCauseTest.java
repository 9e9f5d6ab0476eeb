package dev.plumbline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.results.Judgement;
import dev.plumbline.results.Outcome;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.Results;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.results.Stage;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.Detail;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import dev.plumbline.tidy.Extent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Of a stack with one mistake the first cause that a run names is that mistake, and mostly it names no other. */
class FirstCauseTest {
    private static final int FAULTS = 60;
    /**
     * From each stage in turn one, in even steps through every third of its faults as they were when this was written: by their names,
     * so that a new fault changes nothing.
     */
    private static final String CHOSEN = """
        odd-octet-lost ip-checksum-unread flags-from-1 ip-length-of-data double-delivery fin-anew
        dns-any-id checksum-of-everything udp-carries-once plain-comparison no-probe
        takes-beyond-the-window fin-acknowledges-nothing dns-no-recursion offset-in-octets
        udp-zero-not-ones syn-ack-once last-ack-in-silence sack-edge-too-far
        fin-with-ack-of-fin-is-closing dns-first-host-for-ever cuts-what-must-not udp-stranger
        crossing-new-number no-nagle sack-bare-only aborts-in-silence dns-alias-lives-on
        tells-itself by-source-port one-handshake-at-a-time hasty-at-first sack-one-or-none
        time-wait-not-begun-anew dns-error-is-nxdomain error-for-error wrong-port
        forgets-that-it-listened sent-again-in-one dsack-never time-wait-for-ever
        dns-no-data-served-as-nxdomain unknown-reported from-new-port ttl-unheard ect-never
        dsack-last-octet time-wait-any-stamp dns-never-cut-short udp-port-kept length-in-16-bits
        pair-used-up stamps-before-window sack-acknowledges one-timeout-for-all
        dns-one-query-a-connection pieces-without-destination ports-drawn-blind scale-of-syn
        old-ack-in-silence
        """.strip();

    /** Every fifth of the others, in the order of their list: drawn before anybody had looked at one, to know what the order is worth. */
    private static final String FRESH = """
        deaf-after-sending first-destination never-cuts sends-again drops-what-just-fits
        one-at-a-time udp-padded tcp-checksum-unread unknown-option data-on-ack syn-once
        listens-once ack-beyond-gap fin-lost overlap-twice router-only-first-pieces
        udp-verifies-carrying-once udp-checksum-required udp-twice port-only one-client-port
        dns-asks-once dns-moves-connections dns-search-page dns-one-address dns-small-letters
        dns-segment-is-one-query ttl-0 dns-other-port flags-mirrored ack-from-0 half-close-refused
        tcp-checksum-without-carry acks-one-more dns-constant-id listening-ends-it any-header-length
        deaf-to-broadcasts pieces-of-pings reports-any-piece options-in-every-piece
        pings-answered-from-the-first old-syn-scaled no-reset-into-a-closed-window
        takes-data-without-ack opens-twice text-and-fin-apart probes-steadily closing-does-not-wait
        no-limited-transmit goes-back-for-duplicates first-timeout-forgiven isn-of-ports
        signed-window window-never-shrinks option-of-0-throws stamped-again-on-top
        keep-alive-unheard keep-alive-after-half-the-time reports-no-icmp ecn-one-flag-asks
        ect-on-probes cwr-again pieces-use-up-the-table answers-from-first-address
        errors-for-gateways time-wait-isn-again stamps-on-data-only paws-unsigned sack-never-joined
        sack-swapped-fatal lost-syn-is-a-round-trip time-wait-isn-by-the-clock answers-do-not-count
        challenges-spent stays-inflated urgent-pointer-to-the-last urgent-old-news
        no-fast-retransmit dns-aa-in-query
        """.strip();

    /** In percent. */
    private static final int MOSTLY = 95;

    /** In percent, of faults that the order was not made for. */
    private static final int MOSTLY_OF_FRESH = 90;

    private static final Path NOWHERE = Path.of("");
    private static final Map<String, Requirement> CATALOGUE =
            ConformanceRun.catalogue().stream().collect(Collectors.toMap(Requirement::id, row -> row));

    @Test
    void theFirstCauseIsTheMistakeAndMostlyTheOnlyOne() {
        List<Named> named = named(CHOSEN);
        assertRight(named, MOSTLY);
        List<Integer> counts =
                named.stream().map(each -> each.causes().size()).sorted().toList();
        assertThat(counts.get((counts.size() - 1) / 2)).as(counts.toString()).isEqualTo(1);
    }

    @Test
    void soItIsOfFaultsThatNobodyHadInMind() {
        assertRight(named(FRESH), MOSTLY_OF_FRESH);
    }

    private static void assertRight(List<Named> named, int mostly) {
        List<Named> wrong = named.stream().filter(each -> !each.isRight()).toList();
        assertThat(wrong).hasSizeLessThanOrEqualTo(Extent.few(named.size(), mostly));
    }

    private static List<Named> named(String names) {
        return faults(names).parallelStream()
                .map(fault -> Named.of(fault, Judgement.of(play(fault), false)))
                .toList();
    }

    @Test
    void theFaultsAreOfAllStages() {
        assertThat(chosen(CHOSEN))
                .hasSize(FAULTS)
                .extracting(FirstCauseTest::stage)
                .containsAll(Stage.ofRows());
    }

    private static List<Fault> faults(String names) {
        List<Fault> all = chosen(names);
        return IntStream.range(0, all.size())
                .filter(Extent::includes)
                .mapToObj(all::get)
                .toList();
    }

    private static List<Fault> chosen(String names) {
        return Arrays.stream(names.split("\\s+"))
                .map(name -> Faults.OF_ROWS.stream()
                        .filter(fault -> fault.name().equals("faulty:" + name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("there is no fault " + name)))
                .toList();
    }

    private static Stage stage(Fault fault) {
        return CATALOGUE.get(fault.row()).stage();
    }

    /** All scenarios with few tries, those of the fault's rows as a student's run would play them. */
    private static Results play(Fault fault) {
        Results all = run(fault, "", Judged.TRIES_IN_BRIEF, Detail.VERDICTS);
        String rows = fault.requirements().stream()
                .filter(id -> CATALOGUE.get(id).scenarios() > 0)
                .map(id -> "@" + id)
                .collect(Collectors.joining(" or "));
        Map<String, ScenarioResult> closely = rows.isEmpty()
                ? Map.of()
                : run(fault, rows, Judged.TRIES, Detail.WORDS).scenarios().stream()
                        .filter(scenario -> scenario.outcome() != Outcome.PASS)
                        .collect(Collectors.toMap(ScenarioResult::id, scenario -> scenario));
        List<ScenarioResult> scenarios = all.scenarios().stream()
                .map(scenario -> closely.getOrDefault(scenario.id(), scenario))
                .toList();
        return new Results(all.run(), all.requirements(), all.deviations(), scenarios, all.end());
    }

    private static Results run(Fault fault, String tags, int tries, Detail detail) {
        RunOptions options = new RunOptions(fault.name(), tags, tries, 7, NOWHERE, null, null, detail);
        return ConformanceRun.run(options, new RunListener() {}).results();
    }
}
