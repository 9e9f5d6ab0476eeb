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
 * <p>The system properties {@code plumbline.tags}, {@code plumbline.tries}, {@code plumbline.seed} and {@code plumbline.out} have
 * precedence over what stands here; {@code plumbline.replay} plays the one world of a replay token again, and
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

    /** Decides everything random; zero stands for another one in each run. */
    long seed() default 0;

    /**
     * Whether the stack runs in a process of its own, where it can neither hang the build nor end it. A debugger sees it only if
     * this is false.
     */
    boolean forked() default true;
}
