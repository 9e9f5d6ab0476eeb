package dev.plumbline.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The suite alone kills what the register says, and what it does not kill is listed. With {@code -Dplumbline.mutants=write} the
 * register and the page are written anew, {@code -Dplumbline.mutants.of=udp,ip.Reass} takes the classes whose names begin so, and
 * {@code -Dplumbline.mutants.shard=1/2} the first of two halves. With {@code -Dplumbline.mutants=fill} only those are hunted that
 * nobody has hunted yet, and written down one by one: a hunt that was ended goes on from there. With
 * {@code -Dplumbline.mutants=killed} only those are hunted that have been killed before: what lives meets every scenario, and takes
 * most of the time.
 */
class MutantsTest {
    static final List<String> PACKAGES = List.of("udp", "transport", "ip", "tcp");

    private static final Path PAGE = Path.of("docs", "mutants.md");
    private static final String MODE = System.getProperty("plumbline.mutants", "");
    private static final boolean FILL = MODE.equals("fill");
    private static final boolean KILLED = MODE.equals("killed");
    private static final boolean WRITE = FILL || MODE.equals("write");
    private static final List<String> OF =
            List.of(System.getProperty("plumbline.mutants.of", String.join(",", PACKAGES))
                    .split(",", -1));
    private static final String[] SHARD =
            System.getProperty("plumbline.mutants.shard", "1/1").split("/", -1);

    private static final Map<String, Integer> MADE = made();

    private final Register register = new Register();
    private final MutantMaker maker = new MutantMaker();

    /** Runs are side by side here, and not their scenarios: which lines a scenario comes through shows only if it is alone. */
    @BeforeAll
    static void oneScenarioAtATime() {
        System.setProperty("plumbline.at-once", "1");
    }

    @Test
    void theSuiteKillsWhatItIsKnownToKill() {
        Hunt hunt = new Hunt(register.killers());
        Map<String, String> surprises = new ConcurrentHashMap<>();
        for (String name : classes()) {
            List<Mutant> all = maker.of(name);
            List<Mutant> mine = mine(all);
            mine.parallelStream().forEach(mutant -> {
                Fate fate = hunt.hunt(mutant);
                note(mutant + "\t" + mutant.line() + "\t" + fate.word());
                if (!WRITE && !isExpected(mutant, fate)) {
                    surprises.put(mutant.id(), fate.word());
                }
                take(mutant, fate);
            });
            if (WRITE) {
                register.keepOnly(name.substring(ReferenceClasses.PREFIX.length()), all);
                register.write();
                writePage();
            }
        }
        assertThat(surprises)
                .as("-Dplumbline.mutants=write writes the register")
                .isEmpty();
        assertThat(hunt.troubles()).as("what is wrong with the suite").isEmpty();
    }

    @Test
    void thePageIsWhatTheRegisterSays() throws IOException {
        if (WRITE) {
            writePage();
        }
        assertThat(Files.readString(Register.root().resolve(PAGE)))
                .as("-Dplumbline.mutants=write writes it")
                .isEqualTo(page());
    }

    private static String page() {
        return new MutantsPage(new Register(), MADE).text();
    }

    /** How many mutants each package has. */
    private static Map<String, Integer> made() {
        MutantMaker maker = new MutantMaker();
        return PACKAGES.stream()
                .collect(Collectors.toMap(
                        each -> each,
                        each -> ReferenceClasses.in(each).stream()
                                .mapToInt(name -> maker.of(name).size())
                                .sum()));
    }

    private static void writePage() {
        try {
            Files.writeString(Register.root().resolve(PAGE), page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsEquivalentIsAMutantThatLives() {
        assertThat(register.equivalents().keySet())
                .allSatisfy(id -> assertThat(PACKAGES.stream()
                                .map(register::fates)
                                .filter(fates -> fates.containsKey(id))
                                .map(fates -> fates.get(id))
                                .filter(fate -> !fate.isKilled()))
                        .as(id)
                        .hasSize(1));
    }

    /** Whether it is no worse than last time: what was killed dies again, and what is listed as no fault is none. */
    private boolean isExpected(Mutant mutant, Fate fate) {
        return fate.isKilled()
                ? !register.equivalents().containsKey(mutant.id())
                : register.fate(mutant).filter(Fate::isKilled).isEmpty();
    }

    private synchronized void take(Mutant mutant, Fate fate) {
        register.put(mutant, fate);
        if (FILL) {
            register.write();
        }
    }

    private static List<String> classes() {
        return PACKAGES.stream()
                .flatMap(each -> ReferenceClasses.in(each).stream())
                .filter(name -> OF.stream().anyMatch(start -> name.startsWith(ReferenceClasses.PREFIX + start)))
                .toList();
    }

    private List<Mutant> mine(List<Mutant> all) {
        int share = Integer.parseInt(SHARD[0]) - 1;
        int shares = Integer.parseInt(SHARD[1]);
        return IntStream.range(0, all.size())
                .filter(number -> number % shares == share)
                .mapToObj(all::get)
                .filter(mutant -> !FILL || register.fate(mutant).isEmpty())
                .filter(mutant ->
                        !KILLED || register.fate(mutant).filter(Fate::isKilled).isPresent())
                .toList();
    }

    private static synchronized void note(String line) {
        try {
            Path log = Register.root().resolve("mutants/target/mutants.log");
            Files.createDirectories(log.getParent());
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
