/**
 * A run of the suite: which stack, which scenarios, what came of them. Requirements and their sources, such as RFC 9293 section
 * 3.5, come from the catalogue in the features module.
 */
@NullMarked
package dev.plumbline.suite;

import org.jspecify.annotations.NullMarked;
