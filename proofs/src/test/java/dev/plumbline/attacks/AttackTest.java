package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.adapter.sandbox.Grade;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.forked.Results;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.suite.CannotRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each attack is told as what it is, the run goes on to its end, nothing was read or changed, and nothing is left: in the best
 * sandbox that the machine has, and in each that is worse, as far as it holds the attack.
 */
@Tag("long")
@Timeout(60)
class AttackTest {
    private static final String TAGS = "@UDP-3";
    /** What an attack leaves running, if it can, has this in its command. */
    private static final String MARK = "98765";

    @TempDir
    private Path folder;

    @BeforeEach
    void beImpatient() {
        System.setProperty("plumbline.turn", "1");
    }

    @AfterEach
    void bePatient() {
        System.clearProperty("plumbline.turn");
        System.clearProperty(Sandbox.PROPERTY);
    }

    static Stream<Attack> all() {
        return Attacks.all().stream();
    }

    static Stream<Attack> withNamespacesAlone() {
        return Attacks.all().stream().filter(attack -> attack.least() == Grade.UNSHARE);
    }

    static Stream<Attack> withBoundsAlone() {
        return Attacks.all().stream().filter(attack -> attack.least() == Grade.BOUNDS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void inABubble(Attack attack) throws IOException {
        judge(attack, Grade.BUBBLEWRAP);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withNamespacesAlone")
    void withUnshare(Attack attack) throws IOException {
        judge(attack, Grade.UNSHARE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withBoundsAlone")
    void withinBounds(Attack attack) throws IOException {
        judge(attack, Grade.BOUNDS);
    }

    /** 3: there is no run to speak of then, and it says so. */
    @Test
    void anExitBeforeThereIsAStackIsToldAsThat() {
        Path classes = Hostile.stack(folder, "", "static { System.exit(0); }");
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
        System.setProperty(Sandbox.PROPERTY, grade.name().toLowerCase(Locale.ROOT));
        Grade here = Sandbox.here().grade();
        assumeTrue(
                here.compareTo(attack.least()) <= 0,
                () -> "this machine has no better sandbox than " + here + ": left out");
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
                    .replace("OUT", out.resolve("results.jsonl").toString());
            Results results = Results.of("jar:" + Hostile.stack(folder, body), TAGS, 1, out);
            assertThat(results.isComplete()).isTrue();
            assertThat(results.scenarios()).hasSize(2);
            assertThat(results.notPassed().values()).isNotEmpty().containsOnly("FAIL");
            assertThat(results.headlines()).last().asString().matches("(?s)(" + attack.headline() + ") (while|in) .*");
        }
        assertThat(secret).hasContent("the other's solution");
        LeftOver.requireNone(MARK);
    }
}
