/** The Transmission Control Protocol's segments, options and sequence numbers (RFC 9293 sections 3.1 to 3.4). */
@NullMarked
package dev.plumbline.tcp;

import org.jspecify.annotations.NullMarked;
