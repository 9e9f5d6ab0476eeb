/** The house rules, each a function from sources to findings, and the tests that hold the project to them. */
@NullMarked
package dev.plumbline.tidy;

import org.jspecify.annotations.NullMarked;
