package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpSegment;

/** What the endpoint has said of what it takes: its MSS, its window, and up to where it has everything. */
final class Heard {
    /** The MSS of a host that does not say (RFC 9293 section 3.7.1). */
    private static final int DEFAULT_MSS = 536;

    private SeqNumber irs = SeqNumber.ZERO;
    private int mss = DEFAULT_MSS;
    private SeqNumber acknowledged;
    private int window;

    /** Nothing yet, so nothing after {@code iss} is acknowledged. */
    Heard(SeqNumber iss) {
        acknowledged = iss;
    }

    void syn(TcpSegment syn) {
        irs = syn.seq();
        mss = syn.option(MaximumSegmentSize.class)
                .map(MaximumSegmentSize::octets)
                .orElse(DEFAULT_MSS);
        if (syn.has(TcpFlag.ACK)) {
            acknowledged = syn.ack();
            window = syn.window();
        }
    }

    /** An acknowledgment of more than was sent, up to {@code sndNxt}, says nothing, nor does the window {@code offered} with it. */
    void segment(TcpSegment segment, SeqNumber sndNxt, int offered) {
        boolean news = segment.has(TcpFlag.ACK)
                && segment.ack().isAtOrAfter(acknowledged)
                && segment.ack().isAtOrBefore(sndNxt);
        if (news) {
            acknowledged = segment.ack();
            window = offered;
        }
    }

    SeqNumber irs() {
        return irs;
    }

    int mss() {
        return mss;
    }

    SeqNumber acknowledged() {
        return acknowledged;
    }

    SeqNumber rightEdge() {
        return acknowledged.plus(window);
    }
}
