/**
 * Stacks that are brought as a file or a class: {@code jar:PATH} and {@code class:NAME}. Each run starts a program of its own
 * around the stack ({@link dev.plumbline.adapter.runner.StackRunner}) and takes turns with it.
 */
@NullMarked
package dev.plumbline.adapter.jar;

import org.jspecify.annotations.NullMarked;
