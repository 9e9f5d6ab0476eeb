/** Words for networks between hosts, and for the endpoint as a router in one (RFC 1122 section 1.1.1, RFC 1812 section 5.2). */
@NullMarked
package dev.plumbline.steps.net;

import org.jspecify.annotations.NullMarked;
