package dev.plumbline.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes an empty class a test of a stack: each requirement that the stack's claims select is a test, which fails with the
 * explanation that the command would print. Results are left in {@code target/plumbline/CLASS}.
 *
 * <pre>{@code
 * @ConformanceTest(stack = MyProvider.class)
 * class MyStackTest {}
 * }</pre>
 *
 * <p>A run has the same seed until the suite changes, so that a build which changes nothing finds nothing new;
 * {@code -Dplumbline.seed=random} draws another one.
 *
 * <p>The system properties {@code plumbline.tags}, {@code plumbline.tries}, {@code plumbline.seed} and {@code plumbline.out} have
 * precedence over what stands here, {@code plumbline.all}, too; {@code plumbline.replay} plays the one world of a replay token again, and
 * {@code plumbline.deviations} names a list of known deviations that takes the place of the stack's own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Testable
public @interface ConformanceTest {
    /**
     * The provider: a {@link dev.plumbline.spi.StackProvider} or a {@link dev.plumbline.spi.TcpLayerProvider}; left out if the
     * stack is a program.
     */
    Class<?> stack() default Void.class;

    /** The command of a stack that is a program and speaks docs/line-protocol.md: what follows {@code --stack exec:}. */
    String command() default "";

    /** Which scenarios, as a tag expression such as {@code @HS-1 or @UDP-2}; all of them if empty. */
    String tags() default "";

    /** How many worlds a scenario that draws values is played in, 1 or more. */
    int tries() default 25;

    /** Stands for the suite's own seed, which is another only in another version of it. */
    long OF_THE_SUITE = 0;

    /** Stands for another seed in each run. */
    long ANOTHER_EACH_TIME = -1;

    /** Decides everything random. A run prints it. */
    long seed() default OF_THE_SUITE;

    /**
     * Whether all scenarios are played, whatever fails. If not, those are left out that stand on a stage most of which fails, which
     * they would, too: their rows are skipped. {@code -Dplumbline.all=true} says the same.
     */
    boolean all() default false;

    /**
     * Whether the stack runs in a process of its own, where it can neither hang the build nor end it. A debugger sees it only if
     * this is false.
     */
    boolean forked() default true;
}
