package dev.plumbline.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.plumbline.tidy.sample.Impure;
import dev.plumbline.tidy.sample.Pure;
import dev.plumbline.tidy.sample.Stranger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture's invariants, judged by the compiled classes; and each judgement is able to say no. */
class ArchitectureTest {
    private static final Path MODEL = Project.classes("protocol-model");
    private static final Path REFERENCE = Project.classes("reference-impl");
    private static final Path ADAPTERS = Project.classes("stack-adapters");
    private static final Path RESULTS = Project.classes("results");
    private static final Path SUITE = Project.classes("conformance-tests");
    private static final Path TESTS = Project.classes("proofs").resolveSibling("test-classes");
    /** A line of jdeps: who, and the module that has what is used; {@code not found} stands for what is not of Java. */
    private static final Pattern ARROW = Pattern.compile("-> (.*)");

    /** Read once: to read classes takes longer than to judge them. */
    private static final JavaClasses ALL = classes(MODEL, REFERENCE, ADAPTERS, RESULTS, SUITE);

    private static final JavaClasses SAMPLES = classes(TESTS.resolve("dev/plumbline/tidy/sample"), MODEL);

    @ParameterizedTest
    @ValueSource(strings = {"protocol-model", "reference-impl"})
    void protocolCodeIsPure(String module) {
        Purity.rule().check(of(Project.classes(module)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol-model", "reference-impl"})
    void protocolCodeNeedsNothingOfJavaButItsBase(String module) {
        var folder = Project.classes(module);
        assertThat(of(folder).isEmpty() ? List.of("java.base") : javaModulesOf(folder))
                .containsExactly("java.base");
    }

    @Test
    void modulesKnowOnlyWhatTheyMay() {
        Modules.mayUseOnly(MODEL).check(ALL);
        Modules.mayUseOnly(REFERENCE, MODEL).check(ALL);
        Modules.mayUseOnly(ADAPTERS, MODEL).check(ALL);
        Modules.mayUseOnly(RESULTS, MODEL).check(ALL);
        Modules.mayUseOnly(SUITE, MODEL, RESULTS).check(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol-model", "reference-impl", "stack-adapters", "results", "conformance-tests"})
    void packagesHaveNoCycle(String module) {
        Modules.packagesHaveNoCycle().check(of(Project.classes(module)));
    }

    @Test
    void theModelIsThere() {
        assertThat(of(MODEL)).isNotEmpty();
    }

    @Test
    void eachWayToBeImpureIsFound() {
        var complaint = complaint(Purity.rule(), new ClassFileImporter().importClasses(Impure.class));
        assertThat(Arrays.stream(Impure.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .toList())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(complaint).contains("Impure." + method.getName() + "()"));
    }

    @Test
    void timeAndChanceMayBeHandedIn() {
        Purity.rule().check(new ClassFileImporter().importClasses(Pure.class));
    }

    @Test
    void javaModulesBeyondTheBaseAreFound() {
        assertThat(javaModulesOf(TESTS.resolve("dev/plumbline/tidy/sample"))).contains("java.base", "java.logging");
    }

    @Test
    void aStrangerIsFound() {
        assertThat(complaint(Modules.mayUseOnly(TESTS), SAMPLES))
                .contains(Stranger.class.getName())
                .contains("dev.plumbline.ip.");
    }

    @Test
    void aCycleIsFound() {
        assertThat(complaint(Modules.packagesHaveNoCycle(), SAMPLES)).contains("chicken", "egg");
    }

    private static String complaint(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().toString();
    }

    private static JavaClasses of(Path folder) {
        return ALL.that(Modules.comeFrom(List.of(folder)));
    }

    private static JavaClasses classes(Path... folders) {
        return new ClassFileImporter().importPaths(folders);
    }

    /** The modules of Java that the classes in a folder use. */
    private static List<String> javaModulesOf(Path folder) {
        var out = new StringWriter();
        var printer = new PrintWriter(out, true);
        var status = ToolProvider.findFirst("jdeps").orElseThrow().run(printer, printer, "-summary", folder.toString());
        assertThat(status).as(out.toString()).isZero();
        return ARROW.matcher(out.toString())
                .results()
                .map(arrow -> arrow.group(1))
                .filter(target -> !target.equals("not found"))
                .collect(Collectors.toList());
    }
}
