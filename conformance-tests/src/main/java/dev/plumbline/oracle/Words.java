package dev.plumbline.oracle;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;

/** How segments, and numbers of octets, are put into words. */
public final class Words {
    private Words() {}

    /** So many octets. */
    public static String octets(int count) {
        return count == 1 ? "1 octet" : count + " octets";
    }

    static String of(TcpSegment segment) {
        StringBuilder words = new StringBuilder(segment.flags().names());
        words.append(", sequence number ").append(segment.seq());
        if (segment.has(TcpFlag.ACK)) {
            words.append(", acknowledging ").append(segment.ack());
        }
        if (!segment.payload().isEmpty()) {
            words.append(", ").append(octets(segment.payload().length())).append(" of data");
        }
        return words.append(", port ")
                .append(segment.sourcePort())
                .append(" to ")
                .append(segment.destinationPort())
                .toString();
    }
}
