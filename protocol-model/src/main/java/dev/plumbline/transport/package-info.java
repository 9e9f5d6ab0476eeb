/** What TCP and UDP share: ports and the addresses of sockets (RFC 9293 section 3.3.1, RFC 768). */
@NullMarked
package dev.plumbline.transport;

import org.jspecify.annotations.NullMarked;
