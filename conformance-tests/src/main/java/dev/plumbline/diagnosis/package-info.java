/**
 * Which well-known mistake explains a difference exactly: small pure functions of what was expected, what came and what had crossed
 * the wire by then.
 */
@NullMarked
package dev.plumbline.diagnosis;

import org.jspecify.annotations.NullMarked;
