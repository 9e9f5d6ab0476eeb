/** Adapters that are wrong, each in one way, and what they are told: by the self-test, and in a run. */
@NullMarked
package dev.plumbline.adapters;

import org.jspecify.annotations.NullMarked;
