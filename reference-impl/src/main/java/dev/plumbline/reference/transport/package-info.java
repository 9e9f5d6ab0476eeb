/** What TCP and UDP have in common: the choice of a port (RFC 6335 section 6). */
@NullMarked
package dev.plumbline.reference.transport;

import org.jspecify.annotations.NullMarked;
