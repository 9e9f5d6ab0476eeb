package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import org.jspecify.annotations.Nullable;

/** SND.UP, and what segments say of it (RFC 9293 section 3.8.5). */
public class UrgentMark {
    /** What 16 bits can say. */
    private static final int FARTHEST = 65_535;

    private @Nullable SeqNumber sndUp;

    /** The user's data is urgent up to {@code end}, which is the number of the first octet that is not (MUST-62). */
    void urgentTo(SeqNumber end) {
        sndUp = end;
    }

    /** What is acknowledged urges nobody any more. */
    void acknowledged(SeqNumber ack) {
        sndUp = sndUp != null && sndUp.isAfter(ack) ? sndUp : null;
    }

    /** Every segment from a number before that end says how far away it is, or as far as 16 bits go. */
    @Keeps({"RFC9293/MUST-30", "RFC9293/MUST-31", "RFC9293/MUST-62"})
    public TcpSegment.Builder on(TcpSegment.Builder segment, SeqNumber seq) {
        int ahead = sndUp == null ? 0 : sndUp.minus(seq);
        return ahead > 0 ? segment.flag(TcpFlag.URG).urgentPointer(pointer(ahead)) : segment;
    }

    /** What the field says (RFC 9293 section 3.1). */
    protected int pointer(int ahead) {
        return Math.min(ahead, FARTHEST);
    }
}
