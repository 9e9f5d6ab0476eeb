package dev.plumbline.peer;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import dev.plumbline.wire.Octets;

/**
 * What the peer is about to send, told field by field: the twin of {@link SegmentPattern}. What is not mentioned is what an
 * ordinary next segment of the connection has; a draft without ACK acknowledges nothing.
 */
public final class SegmentDraft {
    private final TcpSegment segment;

    private SegmentDraft(TcpSegment segment) {
        this.segment = segment;
    }

    /** The next segment of {@code connection}, without data. */
    public static SegmentDraft on(PeerConnection connection) {
        return new SegmentDraft(connection.next().build());
    }

    /** Exactly these control bits. */
    public SegmentDraft with(TcpFlags flags) {
        return new SegmentDraft(segment.toBuilder().flags(flags).build());
    }

    /** These control bits, too. */
    public SegmentDraft with(TcpFlag... flags) {
        TcpFlags all = segment.flags();
        for (TcpFlag flag : flags) {
            all = all.with(flag);
        }
        return with(all);
    }

    /** The first octet, or the SYN, has this number. */
    public SegmentDraft numbered(SeqNumber number) {
        return new SegmentDraft(segment.toBuilder().seq(number).build());
    }

    /** The acknowledgment field has this number; the ACK bit stays as it is. */
    public SegmentDraft acknowledging(SeqNumber number) {
        return new SegmentDraft(segment.toBuilder().ackNumber(number).build());
    }

    /** With these octets of data. */
    public SegmentDraft carrying(Octets data) {
        return new SegmentDraft(segment.toBuilder().payload(data).build());
    }

    /** Offering a window of so many octets, 0 to 65535. */
    public SegmentDraft offering(int octets) {
        return new SegmentDraft(segment.toBuilder().window(octets).build());
    }

    /** With urgent data up to so many octets from its beginning. */
    public SegmentDraft urgentTo(int octets) {
        return new SegmentDraft(segment.toBuilder().urgentPointer(octets).build());
    }

    /** The segment as it is sent. */
    public TcpSegment segment() {
        return segment;
    }

    /** What is sent, in words. */
    @Override
    public String toString() {
        String data = segment.payload().isEmpty()
                ? ""
                : " and " + Words.octets(segment.payload().length()) + " of data";
        String ack = segment.has(TcpFlag.ACK) ? ", acknowledging " + segment.ack() : "";
        return "a segment with " + segment.flags().names() + data + ", number " + segment.seq() + ack;
    }
}
