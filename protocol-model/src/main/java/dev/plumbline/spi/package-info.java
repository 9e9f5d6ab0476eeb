/**
 * How a stack is plugged in: what it must offer ({@link dev.plumbline.spi.StackProvider}, {@link dev.plumbline.spi.Stack})
 * and all that it sees of the world ({@link dev.plumbline.spi.Host}).
 *
 * <p>The calls and events are the user interface of RFC 9293 section 3.9.1, RFC 768 and RFC 1122 section 3.4. There is no
 * thread and no blocking in it: the testbed calls the stack, the stack answers by calling its host, and all time is the
 * host's. Everything happens on one thread; a stack with threads of its own hands their work in through
 * {@link dev.plumbline.spi.Environment#execute}.
 */
@NullMarked
package dev.plumbline.spi;

import org.jspecify.annotations.NullMarked;
