package dev.plumbline.adapter.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is kept where, and for how long, on a machine that this test makes up. */
@Timeout(60)
class CompanyTest {
    private static final Mask ALL = Mask.of(new byte[] {0b1111});
    private static final Mask SOME = Mask.of(new byte[] {0b0111});
    private static final long PROGRAM = -10;
    private static final long CHILD = -11;
    private static final long LATE = -12;

    private final Machine machine = new Machine();
    private final List<Long> threads = new ArrayList<>(List.of(PROGRAM, CHILD));
    private final Company company = company(threads);
    private long now = Duration.ofHours(1).toNanos();

    /** Whoever is not of the program is the thread that takes turns with it. */
    private static final class Machine implements Processors {
        private final Map<Long, Mask> masks = new HashMap<>(Map.of(PROGRAM, SOME));
        private final Set<Long> refused = new HashSet<>();
        private Mask thread = ALL;
        private int current = 2;
        private int calls;
        private Runnable meanwhile = () -> {};

        @Override
        public OptionalInt current() {
            return OptionalInt.of(current);
        }

        @Override
        public Optional<Mask> allowed(long number) {
            return Optional.of(number < 0 ? masks.getOrDefault(number, ALL) : thread);
        }

        @Override
        public boolean allow(long number, Mask mask) {
            calls++;
            if (refused.contains(Math.min(number, 0))) {
                return false;
            }
            if (number < 0) {
                masks.put(number, mask);
                meanwhile.run();
            } else {
                thread = mask;
            }
            return true;
        }
    }

    @BeforeEach
    void needNumbersOfThreads() {
        assumeTrue(
                Files.exists(Path.of("/proc/thread-self")),
                "the system does not tell the number of a thread here: nobody is kept anywhere");
    }

    @AfterEach
    void nobodyIsKeptForEver() {
        company.leave();
        assertThat(machine.thread).isEqualTo(ALL);
        assertThat(Seat.mine().processor()).isEmpty();
    }

    @Test
    void whoTakesTurnsIsOnOneProcessor() {
        company.join();
        assertThat(machine.thread).isEqualTo(Mask.of(2));
        assertThat(machine.masks).isEqualTo(Map.of(PROGRAM, Mask.of(2), CHILD, Mask.of(2)));
        company.leave();
        assertThat(machine.thread).isEqualTo(ALL);
    }

    @Test
    void whoJoinsTwiceLeavesOnce() {
        company.join();
        company.join();
        company.leave();
        company.leave();
        assertThat(machine.thread).isEqualTo(ALL);
    }

    @Test
    void aThreadStaysWhereItIsUntilTheLastProgramIsDone() {
        Company other = company(List.of(LATE));
        company.join();
        machine.current = 1;
        other.join();
        company.leave();
        assertThat(machine.thread).isEqualTo(Mask.of(2));
        assertThat(machine.masks).containsEntry(LATE, Mask.of(2));
        other.leave();
        assertThat(machine.thread).isEqualTo(ALL);
    }

    @Test
    void aThreadThatHasMovedTakesTheProgramAlongButNotAllTheTime() {
        company.join();
        company.leave();
        machine.current = 1;
        now += Duration.ofMillis(99).toNanos();
        company.join();
        assertThat(machine.thread).isEqualTo(Mask.of(2));
        company.leave();
        now += Duration.ofMillis(1).toNanos();
        company.join();
        assertThat(machine.thread).isEqualTo(Mask.of(1));
        assertThat(machine.masks).isEqualTo(Map.of(PROGRAM, Mask.of(1), CHILD, Mask.of(1)));
    }

    @Test
    void whatHasNotMovedIsNotMoved() {
        company.join();
        company.leave();
        now += Duration.ofSeconds(1).toNanos();
        int before = machine.calls;
        company.join();
        company.leave();
        assertThat(machine.calls - before).as("the thread, to and fro").isEqualTo(2);
    }

    @Test
    void whatIsStartedWhileTheOthersAreMovedIsMovedToo() {
        machine.meanwhile = () -> {
            machine.meanwhile = () -> {};
            threads.add(LATE);
        };
        company.join();
        assertThat(machine.masks).containsEntry(LATE, Mask.of(2));
    }

    @Test
    void aProgramThatStartsOthersForEverIsNotFollowedForEver() {
        machine.meanwhile = () -> threads.add(LATE - threads.size());
        company.join();
        assertThat(threads.size()).isLessThan(100);
    }

    @Test
    void whereTheThreadMayNotBeKeptNothingIsDone() {
        machine.refused.add(0L);
        company.join();
        assertThat(machine.masks).isEqualTo(Map.of(PROGRAM, SOME));
    }

    @Test
    void whereTheProgramMayNotBeKeptTheThreadIsNotEitherAndNobodyAsksAgain() {
        machine.refused.add(CHILD);
        company.join();
        assertThat(machine.thread).isEqualTo(ALL);
        assertThat(machine.masks).isEqualTo(Map.of(PROGRAM, SOME));
        int before = machine.calls;
        company.join();
        assertThat(machine.calls).isEqualTo(before);
    }

    @Test
    void aProgramThatIsNotFoundIsLeftAlone() {
        threads.clear();
        company.join();
        assertThat(machine.thread).isEqualTo(ALL);
    }

    @Test
    void whereThereIsNoChoiceThereIsNothingToDo() {
        machine.thread = Mask.of(2);
        company.join();
        assertThat(machine.calls).isZero();
        machine.thread = ALL;
    }

    @Test
    void theSystemMaySayNothing() {
        Company alone = Company.of(() -> threads, new NoProcessors(), () -> now);
        alone.join();
        alone.part();
        alone.leave();
        Company none = Company.none();
        none.join();
        none.leave();
        assertThat(Seat.mine().processor()).isEmpty();
    }

    @Test
    void whenATurnTakesLongBothMayRunWhereverTheyMightBeforeUntilTheNextHost() {
        company.join();
        company.part();
        assertThat(machine.thread).isEqualTo(ALL);
        assertThat(machine.masks).isEqualTo(Map.of(PROGRAM, SOME, CHILD, SOME));
        company.join();
        assertThat(machine.masks).isEqualTo(Map.of(PROGRAM, Mask.of(2), CHILD, Mask.of(2)));
    }

    @Test
    void whoIsNotThereCannotPart() {
        company.part();
        company.join();
        assertThat(machine.thread).isEqualTo(Mask.of(2));
    }

    @Test
    void anotherThreadMaySayThatItIsOver() {
        company.join();
        CompletableFuture.runAsync(company::leave).join();
        assertThat(machine.thread).isEqualTo(ALL);
        assertThat(Seat.mine().processor()).isEmpty();
    }

    @Test
    void aThreadThatHasEndedIsNotFreed() throws InterruptedException {
        Thread thread = new Thread(company::join);
        thread.start();
        thread.join();
        int before = machine.calls;
        company.leave();
        assertThat(machine.calls).isEqualTo(before);
        machine.thread = ALL;
    }

    private Company company(List<Long> program) {
        return Company.of(() -> List.copyOf(program), machine, () -> now);
    }
}
