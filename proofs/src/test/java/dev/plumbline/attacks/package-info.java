/** What stacks try against the suite, the machine and each other, and what becomes of it. */
@NullMarked
package dev.plumbline.attacks;

import org.jspecify.annotations.NullMarked;
