/**
 * TCP as a pure machine and a thin host around it (RFC 9293 section 3.10, RFC 5681 section 3, RFC 6298 section 5, RFC 8985
 * section 6).
 *
 * <p>The machine is {@link dev.plumbline.reference.tcp.UserCalls}, {@link dev.plumbline.reference.tcp.SegmentArrives} and
 * {@link dev.plumbline.reference.tcp.Timeouts}, one for each of the three kinds of event: they read and write a
 * {@link dev.plumbline.reference.tcp.Tcb} and say in a {@link dev.plumbline.reference.tcp.Turn} what is to be done. Only
 * {@link dev.plumbline.reference.tcp.ReferenceTcp} and its connections do it.
 *
 * <p>Rules with a memory of their own have an object in each connection: {@link
 * dev.plumbline.reference.tcp.RetransmissionTimeout}, {@link dev.plumbline.reference.tcp.CongestionWindow}, {@link
 * dev.plumbline.reference.tcp.FastRecovery}, {@link dev.plumbline.reference.tcp.ReceiveQueue}; and so have those that are a matter
 * of choice: {@link dev.plumbline.reference.tcp.WhenToSendData}, {@link dev.plumbline.reference.tcp.WhenToAcknowledge}, {@link
 * dev.plumbline.reference.tcp.WhenToUpdateWindow}.
 *
 * <p>If both ends permit selective acknowledgments (RFC 2018 section 2), {@link dev.plumbline.reference.tcp.ArrivedBlocks} says what
 * to report, {@link dev.plumbline.reference.tcp.Scoreboard} keeps what the peer reports, {@link dev.plumbline.reference.tcp.Rack} and
 * {@link dev.plumbline.reference.tcp.TailLossProbe} find out what is lost, and {@link dev.plumbline.reference.tcp.SackRecovery} takes
 * the place of {@link dev.plumbline.reference.tcp.FastRecovery}.
 *
 * <p>{@link dev.plumbline.reference.tcp.TcpParts} makes them all, and can make others.
 */
@NullMarked
package dev.plumbline.reference.tcp;

import org.jspecify.annotations.NullMarked;
