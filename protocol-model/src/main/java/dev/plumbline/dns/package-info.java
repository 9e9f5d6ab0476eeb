/** The Domain Name System: names, records and messages (RFC 1034 section 3, RFC 1035 section 4). */
@NullMarked
package dev.plumbline.dns;

import org.jspecify.annotations.NullMarked;
