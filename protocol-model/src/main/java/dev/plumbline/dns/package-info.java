/** Names and types of the Domain Name System, as far as the SPI needs them (RFC 1034 section 3.1, RFC 1035 section 3.2). */
@NullMarked
package dev.plumbline.dns;

import org.jspecify.annotations.NullMarked;
