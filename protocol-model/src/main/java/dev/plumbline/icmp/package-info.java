/** The Internet Control Message Protocol for IPv4 (RFC 792, RFC 1122 section 3.2.2). */
@NullMarked
package dev.plumbline.icmp;

import org.jspecify.annotations.NullMarked;
