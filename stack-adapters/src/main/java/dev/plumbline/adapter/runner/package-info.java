/**
 * The program around a stack that somebody brought: {@link dev.plumbline.adapter.runner.StackRunner} runs in a JVM of its own,
 * finds the provider, and speaks the line protocol's virtual-time form for it. Whatever the stack does to its JVM, the suite
 * goes on.
 */
@NullMarked
package dev.plumbline.adapter.runner;

import org.jspecify.annotations.NullMarked;
