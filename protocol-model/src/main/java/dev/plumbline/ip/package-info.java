/** The Internet Protocol, version 4: addresses, prefixes and packets (RFC 791 section 3.1, RFC 1122 section 3.2.1). */
@NullMarked
package dev.plumbline.ip;

import org.jspecify.annotations.NullMarked;
