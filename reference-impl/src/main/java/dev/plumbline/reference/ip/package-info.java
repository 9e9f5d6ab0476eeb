/**
 * IP and ICMP for hosts and routers (RFC 791 section 3, RFC 792, RFC 1122 sections 3.2.1 and 3.2.2, RFC 1812 section 5). The two
 * share a package because each needs the other: IP reports through ICMP, and ICMP travels in IP.
 */
@NullMarked
package dev.plumbline.reference.ip;

import org.jspecify.annotations.NullMarked;
