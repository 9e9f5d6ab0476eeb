/**
 * What "any" means in a scenario: any port, any sequence number, any data (RFC 9293 section 3.1, RFC 768). Edge cases come
 * first, and a shrunk value is one that a human would have chosen.
 */
@NullMarked
package dev.plumbline.values;

import org.jspecify.annotations.NullMarked;
