package dev.plumbline.forked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a stack in a process of its own can do wrong otherwise than by the protocols: it fails, is told why, and the run goes on. */
@Tag("long")
@Timeout(120)
@Impatient(seconds = 2)
class WildStackTest {
    /** Where a datagram comes in: four scenarios of UDP. */
    private static final String TAGS = "@UDP-3 or @PORT-1";

    @TempDir
    private Path folder;

    /** The endless loop sleeps in each turn: others need the processor meanwhile. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            System.exit(3);                                | the stack ended its process with exit code 3 while receiving a datagram
            Runtime.getRuntime().halt(0);                  | the stack ended its process with exit code 0 while receiving a datagram
            while (true) java.util.concurrent.locks.LockSupport.park(); | the stack did not come back within 2 s (an endless loop?) while receiving a datagram
            throw new OutOfMemoryError("Java heap space"); | the stack needs too much memory (java.lang.OutOfMemoryError: Java heap space) while receiving a datagram
            receive(link, datagram);                       | the stack threw java.lang.StackOverflowError while receiving a datagram
            """)
    void aStackThatBreaksDownFailsTheScenarioAndTheRunGoesOn(String body, String headline) {
        Path classes = Compiled.receiving(folder, body);
        Results results = Results.of("jar:" + classes, TAGS, 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.scenarios()).hasSize(5);
        assertThat(results.notPassed().values()).containsOnly("FAIL");
        assertThat(results.headlines()).contains(headline).hasSizeGreaterThan(1);
    }

    /** A student wants to know which line it is, not by which signal it was ended. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            while (true) java.util.concurrent.locks.LockSupport.park(); | waiting
            while (true) spun++; | running
            """)
    void aHangIsToldWithItsPlace(String body, String state) {
        Path classes = Compiled.receiving(folder, "long spun = 0; " + body);
        Results results = Results.of("jar:" + classes, "@UDP-3", 1, folder.resolve("out"));
        assertThat(results.failures("came"))
                .last()
                .asString()
                .startsWith("where it was:\n" + state + "\n    at ")
                .containsPattern("at Mine\\$1\\.receive\\(Mine\\.java:\\d+\\)")
                .doesNotContain("exit code", "dev.plumbline.adapter");
    }

    /** On a busy machine its time may be over before its lines are counted. */
    @Test
    void aStackThatNeverStopsSendingIsStopped() {
        Path classes = Compiled.receiving(folder, "while (true) host.transmit(link, datagram);");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.headlines())
                .last()
                .asString()
                .matches("the stack did (more than 5000 things at one instant without coming back"
                        + "|not come back within 2 s \\(an endless loop\\?\\)) while receiving a datagram");
    }

    /** Five thousand in a second of its time, for ever: who told of it says how it begins. */
    @Test
    void aStormIsCutAndNamed() {
        Path classes = Compiled.receiving(
                folder,
                "new Runnable() { public void run() { host.transmit(link, datagram);"
                        + " host.after(java.time.Duration.ofNanos(200_000), this); } }.run();");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.notPassed().values()).containsOnly("FAIL");
        assertThat(results.scenarios().stream()
                        .mapToLong(line -> line.path("datagrams").asLong())
                        .max()
                        .getAsLong())
                .isLessThan(100_000);
        assertThat(results.transcripts().values())
                .anyMatch(story -> story.contains("a storm: packets follow one another without end (endpoint 1"));
    }

    /** Where nothing but the suite itself can stop it. */
    @Test
    void inTheSuitesOwnProcessItIsStoppedToo() throws IOException {
        Path classes = Compiled.receiving(folder, "while (true) host.transmit(link, datagram);");
        Thread here = Thread.currentThread();
        ClassLoader before = here.getContextClassLoader();
        try (URLClassLoader mine = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            here.setContextClassLoader(mine);
            Results results = Results.of("in-process:Mine", "@UDP-3", 3, folder.resolve("out"));
            assertThat(results.isComplete()).isTrue();
            assertThat(results.headlines())
                    .last()
                    .isEqualTo("the stack did more than 20000 things at one instant without coming back"
                            + " while receiving a datagram");
        } finally {
            here.setContextClassLoader(before);
        }
    }

    /** Where the suite would take the line for an answer, or for nothing that belongs there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            transmit | host.transmit(link, datagram)
            after    | host.after(java.time.Duration.ZERO, () -> {})
            log      | host.log("hello")
            random   | host.random().nextLong()
            """)
    void aCallFromAThreadOfItsOwnIsToldAsThat(String call, String code) {
        Path classes = Compiled.receiving(
                folder,
                "Thread mine = new Thread(() -> " + code + ", \"my thread\"); mine.start();"
                        + " try { mine.join(); } catch (InterruptedException e) { }");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.notPassed().values()).containsOnly("FAIL");
        assertThat(results.headlines())
                .contains("the stack threw java.lang.IllegalStateException: a stack never calls host." + call
                        + " on its thread 'my thread'; what a thread of its own has to say goes through host.execute"
                        + " while receiving a datagram");
    }

    /** What is impossible is the stack's own exception, and never hurts the next scenario. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host.transmit(new Link(7, link.address(), 24, 1500), datagram); | the stack threw java.lang.IllegalArgumentException: this host has no link 7 while receiving a datagram
            host.after(java.time.Duration.ofNanos(-1), () -> {});            | the stack threw java.lang.IllegalArgumentException: a delay is zero or more, found PT-0.000000001S while receiving a datagram
            """)
    void whatCannotBeIsTheStacksOwnException(String body, String headline) {
        Path classes = Compiled.receiving(folder, body);
        Results results = Results.of("jar:" + classes, TAGS, 3, folder.resolve("out"));
        assertThat(results.headlines()).contains(headline);
        assertThat(results.notPassed().values()).containsOnly("FAIL");
    }

    /** A timer for ever is a way to have none; one of no time at all is work for after the turn. */
    @Test
    void theLongestAndTheShortestTimerAreTimers() {
        Path classes = Compiled.receiving(
                folder,
                "host.after(java.time.Duration.ofSeconds(Long.MAX_VALUE), () -> {});"
                        + " host.after(java.time.Duration.ofNanos(Long.MAX_VALUE), () -> {});"
                        + " host.after(java.time.Duration.ZERO, () -> {});");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.notPassed()).doesNotContainValue("SUITE_ERROR");
        assertThat(results.headlines()).noneMatch(headline -> headline.contains("the stack threw"));
    }

    @Test
    void aStackThatWritesPastTheProtocolIsNamed() {
        Path classes = Compiled.receiving(
                folder,
                "try (var out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {"
                        + " while (true) out.write(\"garbage\\n\".getBytes()); } catch (java.io.IOException e) { }");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.headlines())
                .last()
                .asString()
                .startsWith("the stack wrote to its standard output what does not belong there (in the line 'garbage'");
    }

    @Test
    void nothingOfTheSuiteIsToBeSeen() {
        Path classes = Compiled.receiving(
                folder,
                "throw new IllegalStateException(new java.util.TreeSet<>(System.getenv().keySet()) + \" \""
                        + " + new java.io.File(\".\").list().length);");
        Results results = Results.of("jar:" + classes, "@UDP-3", 3, folder.resolve("out"));
        assertThat(results.headlines())
                .last()
                .asString()
                .matches(".*IllegalStateException: \\[HOME, LANG, PATH, (PWD, )?TMPDIR] 0 while receiving a datagram");
    }
}
