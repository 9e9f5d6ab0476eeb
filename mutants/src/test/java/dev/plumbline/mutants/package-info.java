/**
 * Asks whether the conformance suite alone notices when anything in the reference's code is changed: PIT makes the mutants, the
 * scenarios hunt them, and no unit test helps.
 */
@NullMarked
package dev.plumbline.mutants;

import org.jspecify.annotations.NullMarked;
