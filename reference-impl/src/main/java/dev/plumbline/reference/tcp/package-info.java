/**
 * TCP as a pure machine and a thin host around it (RFC 9293 section 3.10, RFC 6298 section 5).
 *
 * <p>The machine is {@link dev.plumbline.reference.tcp.UserCalls}, {@link dev.plumbline.reference.tcp.SegmentArrives} and
 * {@link dev.plumbline.reference.tcp.Timeouts}, one for each of the three kinds of event: they read and write a
 * {@link dev.plumbline.reference.tcp.Tcb} and say in a {@link dev.plumbline.reference.tcp.Turn} what is to be done. Only
 * {@link dev.plumbline.reference.tcp.ReferenceTcp} and its connections do it.
 */
@NullMarked
package dev.plumbline.reference.tcp;

import org.jspecify.annotations.NullMarked;
