/**
 * The words of the features, by domain concept: each step is a line or three into the harness, says what to do to every trial or
 * what every trial waits for, and never loops or sleeps. What is accepted comes from RFC 9293 section 3 and RFC 768.
 */
@NullMarked
package dev.plumbline.steps;

import org.jspecify.annotations.NullMarked;
