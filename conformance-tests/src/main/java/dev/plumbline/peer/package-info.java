/**
 * The testbed's side of the wire: a scripted peer that sends any packet and judges what comes back (RFC 9293 section 3,
 * RFC 768 section "Introduction"). What it accepts is the set of answers that the RFCs allow.
 */
@NullMarked
package dev.plumbline.peer;

import org.jspecify.annotations.NullMarked;
