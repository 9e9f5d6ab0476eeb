/**
 * Judges a stack in its own build: {@link dev.plumbline.junit.ConformanceTest} on a class is a test that JUnit's platform runs,
 * in Maven as in an IDE, with a test for each requirement.
 */
@NullMarked
package dev.plumbline.junit;

import org.jspecify.annotations.NullMarked;
