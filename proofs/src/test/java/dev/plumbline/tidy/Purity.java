package dev.plumbline.tidy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** What a protocol's code must not touch: clocks, threads, random sources, sockets and files. */
final class Purity {
    private static final Pattern TYPES = anyOf(
            "java\\.time\\.(Clock|InstantSource)\\b.*",
            "java\\.lang\\.(Thread|ThreadGroup|ThreadLocal|InheritableThreadLocal|Runtime|Process|ProcessBuilder)\\b.*",
            "java\\.util\\.(concurrent\\..*|Timer|TimerTask)",
            "java\\.util\\.(Random|SplittableRandom|random\\.RandomGeneratorFactory)\\b.*",
            "java\\.security\\.SecureRandom\\b.*",
            "javax?\\.net\\..*",
            "java\\.io\\.(File|RandomAccessFile).*",
            "java\\.nio\\.(file|channels)\\..*");

    /** Calls that reach one of these through a type that is otherwise harmless. */
    private static final Pattern CALLS = anyOf(
            "java\\.time\\..*\\.now",
            "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)",
            "java\\.lang\\.(Strict)?Math\\.random",
            "java\\.util\\.UUID\\.randomUUID",
            "java\\.util\\.random\\.RandomGenerator\\.(of|getDefault)",
            "java\\.util\\..*\\.parallelStream",
            "java\\.util\\.stream\\..*\\.parallel");

    private Purity() {}

    static ArchRule rule() {
        return noClasses()
                .should()
                .dependOnClassesThat(describe("are a clock, thread, random source, socket or file", Purity::isImpure))
                .orShould()
                .accessTargetWhere(describe("it reads a clock, starts a thread or draws at random", Purity::isImpure))
                .because("time and chance are handed to the protocol's code, and the host does its input and output")
                .allowEmptyShould(true);
    }

    private static boolean isImpure(JavaClass type) {
        return TYPES.matcher(type.getBaseComponentType().getName()).matches();
    }

    private static boolean isImpure(JavaAccess<?> access) {
        var target = access.getTarget().getOwner().getName() + "."
                + access.getTarget().getName();
        return CALLS.matcher(target).matches() || drawsItsOwnRandom(access, target);
    }

    /** {@code shuffle(list)}, unlike {@code shuffle(list, random)}. */
    private static boolean drawsItsOwnRandom(JavaAccess<?> access, String target) {
        return target.equals("java.util.Collections.shuffle")
                && access instanceof JavaCodeUnitAccess<?> call
                && call.getTarget().getRawParameterTypes().size() == 1;
    }

    private static Pattern anyOf(String... patterns) {
        return Pattern.compile(String.join("|", List.of(patterns)));
    }
}
