/** Words for datagrams: what is in them, where they go, and what becomes of them (RFC 768; RFC 1122 section 4.1). */
@NullMarked
package dev.plumbline.steps.udp;

import org.jspecify.annotations.NullMarked;
