package dev.plumbline.peer;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Judgement.Verdict;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.function.Function;

/** Whether a segment is the one that is waited for, or says nothing new, or is wrong. */
final class SegmentJudge {
    private final PeerConnection connection;

    private SegmentJudge(PeerConnection connection) {
        this.connection = connection;
    }

    /** Judges by {@code pattern} what arrives on {@code connection}. */
    static Function<Packet, Judgement> of(PeerConnection connection, SegmentPattern pattern) {
        SegmentJudge judge = new SegmentJudge(connection);
        return arrival -> judge.judge(pattern, arrival.tcp().orElseThrow());
    }

    private Judgement judge(SegmentPattern pattern, TcpSegment segment) {
        boolean harmless = isRepetition(connection, segment) || isBareAck(connection, segment);
        return Judgement.of(
                pattern.mismatches(segment), harmless && !isAckOfUnsent(segment) ? Verdict.HARMLESS : Verdict.WRONG);
    }

    /** RFC 9293 section 3.4: an acknowledgment says that everything before it has arrived, and nothing beyond was sent. */
    private boolean isAckOfUnsent(TcpSegment segment) {
        return segment.has(TcpFlag.ACK) && segment.ack().isAfter(connection.sndNxt());
    }

    /** What is sent again, in its own time, says nothing new and answers nothing. */
    static boolean isRepetition(PeerConnection connection, TcpSegment segment) {
        return connection.hasSyn()
                && segment.len() > 0
                && segment.end().isAtOrBefore(connection.rcvNxt())
                && (!segment.has(TcpFlag.SYN) || segment.seq().equals(connection.irs()))
                && !segment.has(TcpFlag.RST);
    }

    /** An acknowledgment that says nothing else. */
    static boolean isBareAck(PeerConnection connection, TcpSegment segment) {
        return connection.hasSyn() && segment.len() == 0 && segment.has(TcpFlag.ACK) && !segment.has(TcpFlag.RST);
    }
}
