/**
 * The words about TCP that compose: ways into the states, segments, places, what is acknowledged, answered and told, and where the
 * connection is (RFC 9293 section 3.10). A scenario that is made of them needs no code of its own.
 */
@NullMarked
package dev.plumbline.steps.tcp;

import org.jspecify.annotations.NullMarked;
