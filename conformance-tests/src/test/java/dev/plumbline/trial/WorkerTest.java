package dev.plumbline.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each waits for a second or two, so they wait side by side. */
@Execution(ExecutionMode.CONCURRENT)
class WorkerTest {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Threads threads = new Threads();

    @BeforeAll
    static void haveLittlePatience() {
        System.setProperty("plumbline.patience", "1");
    }

    @AfterAll
    static void haveTheUsualPatience() {
        System.clearProperty("plumbline.patience");
    }

    @AfterEach
    void letGo() {
        never.countDown();
        threads.close();
    }

    /** A thread costs more than a short scenario. */
    @Test
    void theNextScenarioGetsTheSameThread() {
        assertThat(threadOfAScenario()).isSameAs(threadOfAScenario());
    }

    /** What does not come back keeps its thread. */
    @Test
    void aThreadThatHangsIsLeftBehind() {
        try (Worker worker = new Worker(threads, false)) {
            worker.run(() -> 0, this::hang);
        }
        assertThat(threadOfAScenario().isAlive()).isTrue();
    }

    private Thread threadOfAScenario() {
        AtomicReference<Thread> mine = new AtomicReference<>();
        try (Worker worker = new Worker(threads, false)) {
            worker.run(() -> 0, () -> mine.set(Thread.currentThread()));
        }
        return mine.get();
    }

    @Test
    void aTaskThatEndsIsNoFinding() {
        AtomicBoolean done = new AtomicBoolean();
        try (Worker worker = new Worker(threads, false)) {
            assertThat(worker.run(() -> 0, () -> done.set(true))).isEmpty();
        }
        assertThat(done).isTrue();
    }

    @Test
    void aTaskThatHangsIsABreakdownThatSaysWhere() {
        try (Worker worker = new Worker(threads, false)) {
            Optional<Finding> finding = worker.run(() -> 0, this::hang);
            assertThat(finding).get().satisfies(hung -> {
                assertThat(hung.kind()).isEqualTo(Finding.Kind.GONE);
                assertThat(hung.headline()).contains("did not come back from a call within 1 seconds");
                assertThat(hung.came()).contains("at ");
            });
        }
    }

    /** Long before anybody would have lost patience with who sleeps. */
    @Test
    void aTaskThatComputesIsJudgedByItsProcessorTime() {
        try (Worker worker = new Worker(threads, false, 3_600, 1)) {
            Optional<Finding> finding = worker.run(() -> 0, this::compute);
            assertThat(finding)
                    .get()
                    .satisfies(crash ->
                            assertThat(crash.headline()).contains("did not come back from a call within 1 seconds"));
        }
    }

    private void compute() {
        while (never.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void behindATaskThatHangsNothingIsWaitedFor() {
        try (Worker worker = new Worker(threads, false)) {
            worker.run(() -> 0, this::hang);
            AtomicBoolean done = new AtomicBoolean();
            assertThat(worker.run(() -> 0, () -> done.set(true))).isPresent();
            assertThat(done).isFalse();
        }
    }

    @Test
    void aSlowTaskThatGetsOnIsNotStuck() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(1);
        try (Worker worker = new Worker(threads, false)) {
            Optional<Finding> finding = worker.run(
                    () -> {
                        if (asked.incrementAndGet() == 3) {
                            enough.countDown();
                        }
                        return asked.get();
                    },
                    () -> await(enough));
            assertThat(finding).isEmpty();
        }
    }

    @Test
    void inRealTimeWhoWaitsIsNotStuck() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(1);
        try (Worker worker = new Worker(threads, true)) {
            Optional<Finding> finding = worker.run(
                    () -> {
                        if (asked.incrementAndGet() == 3) {
                            enough.countDown();
                        }
                        return 0;
                    },
                    () -> await(enough));
            assertThat(finding).isEmpty();
        }
    }

    @Test
    void anExceptionComesOutAsItIs() {
        try (Worker worker = new Worker(threads, false)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> worker.run(() -> 0, () -> {
                        throw new IllegalStateException("oops");
                    }))
                    .withMessage("oops");
        }
    }

    private void hang() {
        await(never);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
