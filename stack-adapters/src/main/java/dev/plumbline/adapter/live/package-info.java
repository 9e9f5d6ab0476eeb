/**
 * A stack in the real world: on a wire that leads to this machine's kernel, with a clock that nobody turns. The stack's whole
 * life happens on one thread (RFC 1122 section 1.1.3 has the layers that it holds).
 */
@NullMarked
package dev.plumbline.adapter.live;

import org.jspecify.annotations.NullMarked;
