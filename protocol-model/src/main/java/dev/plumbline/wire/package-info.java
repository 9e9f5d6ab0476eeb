/**
 * What every header is made of: octets, fields in them, the Internet checksum (RFC 1071 section 1), and malformed input as a value.
 *
 * <p>There are two forms of every packet. The <em>raw</em> form is {@link dev.plumbline.wire.Octets} addressed by
 * {@link dev.plumbline.wire.HeaderField}s: it can hold and send anything, however wrong. The <em>checked</em> form is a
 * record such as {@link dev.plumbline.tcp.TcpSegment}: it can only hold what the RFC allows.
 */
@NullMarked
package dev.plumbline.wire;

import org.jspecify.annotations.NullMarked;
