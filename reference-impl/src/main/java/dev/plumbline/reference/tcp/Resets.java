package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** Resets for segments that belong to no connection (RFC 9293 section 3.5.2, group 1, and section 3.10.7.1). */
public final class Resets {
    private Resets() {}

    /** The reset that the sender of {@code seg} will find acceptable; none for a reset, which would never end. */
    @Keeps({"RFC9293/NO-RST-TO-RST", "RFC9293/RST-NUMBER", "RFC9293/3.10.7.1-RST"})
    public static Optional<TcpSegment> inAnswerTo(TcpSegment seg) {
        if (seg.has(TcpFlag.RST)) {
            return Optional.empty();
        }
        TcpSegment.Builder reset = TcpSegment.between(
                        /* source= */ seg.destinationPort(), /* destination= */ seg.sourcePort())
                .flag(TcpFlag.RST);
        return Optional.of(
                seg.has(TcpFlag.ACK)
                        ? reset.seq(seg.ack()).build()
                        : reset.seq(SeqNumber.ZERO).ack(seg.end()).build());
    }
}
