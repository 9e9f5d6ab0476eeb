package dev.plumbline.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom. A module is known by the folder that its classes were compiled to. */
final class Modules {
    private Modules() {}

    /** Of all our classes, those of a module may use their own and those of the modules named. */
    static ArchRule mayUseOnly(Path module, Path... others) {
        var known = Stream.concat(Stream.of(module), Arrays.stream(others)).toList();
        return noClasses()
                .that(comeFrom(List.of(module)))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plumbline..").and(DescribedPredicate.not(comeFrom(known))))
                .because("modules depend on each other in one direction")
                .allowEmptyShould(true);
    }

    static ArchRule packagesHaveNoCycle() {
        return slices().matching("dev.plumbline.(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** Those that were compiled to one of these folders. */
    static DescribedPredicate<JavaClass> comeFrom(List<Path> folders) {
        return describe("come from " + folders, type -> folders.stream().anyMatch(folder -> isIn(folder, type)));
    }

    private static boolean isIn(Path folder, JavaClass type) {
        return type.getBaseComponentType().getSource().stream()
                .anyMatch(source ->
                        source.getUri().getPath().startsWith(folder.toUri().getPath()));
    }
}
