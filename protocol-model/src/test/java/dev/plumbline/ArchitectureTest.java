package dev.plumbline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Nothing here knows a socket, a clock, a file, a thread or a source of chance: octets in, values out. */
@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyThePlainLibraryIsUsed = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "dev.plumbline..",
                            "java.lang",
                            "java.lang.annotation",
                            "java.lang.invoke",
                            "java.lang.runtime",
                            "java.nio.charset",
                            "java.time",
                            "java.util",
                            "java.util.function",
                            "java.util.random",
                            "java.util.regex",
                            "java.util.stream",
                            "org.jspecify.annotations")
                    .or(nameMatching("java\\.nio\\.ByteOrder")));

    @ArchTest
    static final ArchRule nobodyHasATimeOrAChanceOfTheirOwn = noClasses()
            .should()
            .dependOnClassesThat(
                    nameMatching("java\\.util\\.(Random|SplittableRandom|UUID|Timer|TimerTask|Date|Calendar|Scanner)"
                            + "|java\\.time\\.(Clock|Instant|LocalDateTime|LocalDate|LocalTime|ZonedDateTime)"
                            + "|java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|Runtime)"
                            + "|java\\.util\\.random\\.RandomGeneratorFactory"))
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule onlyTheSpiHandsOutChance = noClasses()
            .that(resideInAPackage("dev.plumbline..")
                    .and(resideInAPackage("dev.plumbline.spi").negate()))
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.random"));

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.plumbline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theWireKnowsNoStack = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.spi")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.plumbline.spi"));

    @ArchTest
    static final ArchRule octetsKnowNoProtocol = noClasses()
            .that()
            .resideInAPackage("dev.plumbline.wire")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.plumbline..")
                    .and(resideInAPackage("dev.plumbline.wire").negate()));

    @ArchTest
    static final ArchRule nothingIsSharedThatCanChange =
            fields().that().areStatic().should().beFinal();
}
