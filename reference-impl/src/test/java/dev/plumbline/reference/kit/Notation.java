package dev.plumbline.reference.kit;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;

/** Writes segments shortly: {@code S. 0:0(0) ack 1}. */
public final class Notation {
    private Notation() {}

    /** A datagram with a segment in it. */
    public static String of(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .flatMap(packet -> TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                        .value())
                .map(Notation::of)
                .orElse(datagram.toString());
    }

    /** A segment. */
    public static String of(TcpSegment seg) {
        return seg.flags() + " " + seg.seq() + "(" + seg.payload().length() + ") ack " + seg.ack() + " win "
                + seg.window();
    }
}
