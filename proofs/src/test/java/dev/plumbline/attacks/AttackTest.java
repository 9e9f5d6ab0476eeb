package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.forked.Impatient;
import dev.plumbline.forked.Results;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.suite.CannotRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each attack is told as what it is, the run goes on to its end, nothing was read or changed, and nothing is left: in the best
 * sandbox that the machine has, and in each that is worse, as far as it holds the attack.
 */
@Tag("long")
@Timeout(60)
@Impatient(seconds = 1)
class AttackTest {
    private static final String TAGS = "@UDP-3";
    /** Where who does nothing is right in one of three, until it is switched off. */
    private static final String SILENT = "@PORT-1";
    /** What an attack leaves running, if it can, has this in its command. */
    private static final String MARK = "98765";

    @TempDir
    private Path folder;

    static Stream<Arguments> all() {
        return Grades.toPlay().stream()
                .flatMap(grade -> Attacks.all().stream()
                        .filter(attack -> Grades.plays(attack, grade))
                        .map(attack -> arguments(attack, grade)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("all")
    void isHeld(Attack attack, Grade grade) throws IOException {
        judge(attack, grade);
    }

    /** 3: there is no run to speak of then, and it says so. */
    @Test
    void anExitBeforeThereIsAStackIsToldAsThat() {
        Path classes = Hostile.stack(folder, "", Map.of("MEMBERS", "static { System.exit(0); }"));
        assertThatThrownBy(() -> Results.of("jar:" + classes, TAGS, 1, folder.resolve("out")))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("the stack ended its process with exit code 0 in the constructor of Mine");
    }

    /** 19, 52, 59: what judges it, and what would pass in its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.plumbline.suite.ConformanceRun",
                "dev.plumbline.reference.ReferenceProvider",
                "org.junit.Test"
            })
    void theSuitesClassesAreNotThere(String type) throws IOException {
        assumeTrue(
                !origin(ReferenceProvider.class).equals(origin(Sandbox.class)),
                "all modules are in one folder here: left out");
        judge(
                Attack.always("", "got(tried(() -> Class.forName(\"" + type + "\")));", ".*got ClassNotFoundException"),
                Grade.BUBBLEWRAP);
    }

    private static String origin(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().toString();
    }

    private void judge(Attack attack, Grade grade) throws IOException {
        Grades.require(grade);
        Path secret = Files.writeString(folder.resolve("secret"), "the other's solution");
        Path out = folder.resolve("out");
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String own = Path.of(URI.create(origin(Sandbox.class))).getName(0).toString();
            String body = attack.body()
                    .replace("SUITEL", ProcessHandle.current().pid() + "L")
                    .replace("SUITE", Long.toString(ProcessHandle.current().pid()))
                    .replace("OWN", own)
                    .replace("HOMES", own.equals("home") ? "/root" : "/home")
                    .replace("PORT", Integer.toString(listening.getLocalPort()))
                    .replace("SECRET", secret.toString())
                    .replace("OUT", out.resolve("results.jsonl").toString())
                    .replace("LIBS", Path.of(URI.create(origin(Results.class))).toString());
            boolean afterAll = attack.more().containsKey("CLOSE");
            Results results =
                    Results.of("jar:" + Hostile.stack(folder, body, attack.more()), afterAll ? SILENT : TAGS, 1, out);
            assertThat(results.lines().get(0).path("sandbox").asText()).startsWith(grade.told());
            assertThat(results.isComplete()).isTrue();
            assertThat(results.scenarios()).hasSize(afterAll ? 3 : 2);
            assertThat(results.notPassed().values()).isNotEmpty().containsOnly("FAIL");
            assertThat(afterAll ? results.headlines() : lastOf(results.headlines()))
                    .anyMatch(headline -> headline.matches("(?s)(" + attack.headline() + ") (while|in) .*"));
        }
        assertThat(secret).hasContent("the other's solution");
        LeftOver.requireNone(MARK);
    }

    private static List<String> lastOf(List<String> headlines) {
        return headlines.subList(headlines.size() - 1, headlines.size());
    }
}
