/** Words for packets of IP: what is special about one that arrives, and how it was cut (RFC 791 section 3, RFC 1122 section 3.2.1). */
@NullMarked
package dev.plumbline.steps.ip;

import org.jspecify.annotations.NullMarked;
