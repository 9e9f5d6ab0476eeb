package dev.plumbline.oracle;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;

/** How segments are put into words. */
final class Words {
    private Words() {}

    static String of(TcpSegment segment) {
        StringBuilder words = new StringBuilder(segment.flags().names());
        words.append(", sequence number ").append(segment.seq());
        if (segment.has(TcpFlag.ACK)) {
            words.append(", acknowledging ").append(segment.ack());
        }
        if (!segment.payload().isEmpty()) {
            words.append(", ").append(segment.payload().length()).append(" octets of data");
        }
        return words.append(", port ")
                .append(segment.sourcePort())
                .append(" to ")
                .append(segment.destinationPort())
                .toString();
    }
}
