/** UDP: ports, and datagrams to and from them (RFC 768, RFC 1122 section 4.1). */
@NullMarked
package dev.plumbline.reference.udp;

import org.jspecify.annotations.NullMarked;
