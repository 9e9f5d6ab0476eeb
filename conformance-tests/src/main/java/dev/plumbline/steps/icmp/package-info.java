/** Words for messages of ICMP: pings, and reports of what cannot be delivered (RFC 792; RFC 1122 section 3.2.2). */
@NullMarked
package dev.plumbline.steps.icmp;

import org.jspecify.annotations.NullMarked;
