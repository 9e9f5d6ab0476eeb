package dev.plumbline.benchmarks;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import org.pcap4j.packet.IllegalRawDataException;

/** A segment that is measured, in its packet. */
final class SegmentSample {
    static final String EMPTY = "0";
    /** As much as an Ethernet frame carries. */
    static final String FULL = "1460";

    private final Octets octets;
    private final byte[] array;

    /** One with so many octets of data. */
    SegmentSample(int payload) {
        Ipv4Address source = Ipv4Address.parse("192.0.2.1");
        Ipv4Address destination = Ipv4Address.parse("192.0.2.2");
        Octets segment = TcpSegment.between(Port.of(49152), Port.of(80))
                .seq(SeqNumber.of(3_000_000_000L))
                .ack(SeqNumber.of(1_000_000_000L))
                .window(65535)
                .flag(TcpFlag.PSH)
                .payload(data(payload))
                .build()
                .encode(source, destination);
        this.octets =
                Ipv4Packet.of(source, destination, IpProtocol.TCP, segment).encode();
        this.array = octets.toByteArray();
    }

    Octets octets() {
        return octets;
    }

    byte[] array() {
        return array;
    }

    /** Whether both sides give back the octets that they read. */
    boolean isAgreedOn() {
        try {
            return octets.equals(SegmentBenchmark.roundTrip(octets))
                    && octets.equals(Octets.wrap(SegmentBenchmark.roundTrip(array)));
        } catch (IllegalRawDataException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Octets data(int length) {
        byte[] data = new byte[length];
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (31 * i);
        }
        return Octets.wrap(data);
    }
}
