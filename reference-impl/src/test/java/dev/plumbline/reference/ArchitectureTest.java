package dev.plumbline.reference;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.IpHost;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Timer;

/** What the reference must not know, so that it does the same in every run (RFC 9293 section 3.10 needs nothing of it). */
@AnalyzeClasses(packages = "dev.plumbline.reference", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noWorldOutside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..", "java.io..", "java.nio..", "java.security..", "java.time.chrono..", "javax..")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..");

    @ArchTest
    static final ArchRule noClockThreadOrChance = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Thread.class, Runtime.class, Random.class, Clock.class, Instant.class, Timer.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule onlyTheThinHostKnowsAHost = noClasses()
            .that()
            .resideInAPackage("..reference.tcp..")
            .and()
            .doNotHaveSimpleName("ReferenceTcp")
            .and()
            .doNotHaveSimpleName("Connection")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Host.class, IpHost.class, Environment.class);

    @ArchTest
    static final ArchRule tcpKnowsNoIpLayer = noClasses()
            .that()
            .resideInAPackage("..tcp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..reference.ip..", "..reference.udp..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("dev.plumbline.reference.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatDiffers =
            classes().should().haveNameNotMatching(".*(Impl|Abstract|Util|Utils|Manager)");
}
