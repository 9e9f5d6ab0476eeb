/**
 * The laws of the wire: what every packet of the endpoint must obey, whatever the scenario (RFC 791 section 3.1, RFC 1122
 * section 3.2, RFC 9293 section 3). Each law stands for a requirement of the catalogue.
 */
@NullMarked
package dev.plumbline.oracle;

import org.jspecify.annotations.NullMarked;
