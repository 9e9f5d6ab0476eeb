/**
 * A simulated network in virtual time: hosts, cables that lose and reorder, routers, and a record of all that happened
 * (RFC 791 section 3.2 for routers' fragmentation, RFC 1812 section 4.3 for their ICMP, RFC 1122 section 3.2.2 for what
 * must not be reported).
 *
 * <p>Everything happens on one thread, in the order of a {@link dev.plumbline.testbed.Timeline}; nothing here knows a
 * scenario, a requirement or the reference.
 */
@NullMarked
package dev.plumbline.testbed;

import org.jspecify.annotations.NullMarked;
