package dev.plumbline.spi;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;
import java.time.Duration;

/**
 * A look inside a connection (RFC 9293 section 3.3.1 has the variables, RFC 6298 section 2 the timeout).
 *
 * @param state the state
 * @param sndUna SND.UNA
 * @param sndNxt SND.NXT
 * @param sndWnd SND.WND in octets
 * @param rcvNxt RCV.NXT
 * @param rcvWnd RCV.WND in octets
 * @param retransmissionTimeout RTO
 */
public record TcpStatus(
        TcpState state,
        SeqNumber sndUna,
        SeqNumber sndNxt,
        long sndWnd,
        SeqNumber rcvNxt,
        long rcvWnd,
        Duration retransmissionTimeout) {}
