package dev.plumbline.benchmarks;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.TcpPacket;

/** A segment in its packet there and back: read, both checksums verified, written with new checksums; by us and by pcap4j. */
@State(Scope.Benchmark)
public class SegmentBenchmark {
    /** How much data the segment has. */
    @Param({SegmentSample.EMPTY, SegmentSample.FULL})
    public int octets;

    private SegmentSample sample = new SegmentSample(0);

    /** Makes the segment. */
    @Setup
    public void prepare() {
        sample = new SegmentSample(octets);
    }

    /** Our two codecs, one after the other. */
    @Benchmark
    public Octets roundTripByUs() {
        return roundTrip(sample.octets());
    }

    /** The same with theirs. */
    @Benchmark
    public byte[] roundTripByThem() throws IllegalRawDataException {
        return roundTrip(sample.array());
    }

    static Octets roundTrip(Octets octets) {
        Ipv4Packet packet = Ipv4Packet.decode(octets).orElseThrow();
        TcpSegment read = TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
        Octets written = read.encode(packet.source(), packet.destination());
        return packet.withFragment(0, false, written).encode();
    }

    static byte[] roundTrip(byte[] array) throws IllegalRawDataException {
        IpV4Packet packet = IpV4Packet.newPacket(array, 0, array.length);
        IpV4Packet.IpV4Header header = packet.getHeader();
        TcpPacket read = packet.get(TcpPacket.class);
        if (!header.hasValidChecksum(false)
                || !read.hasValidChecksum(header.getSrcAddr(), header.getDstAddr(), false)) {
            throw new IllegalStateException("the sample has a wrong checksum");
        }
        IpV4Packet.Builder builder =
                packet.getBuilder().correctChecksumAtBuild(true).correctLengthAtBuild(true);
        builder.get(TcpPacket.Builder.class)
                .srcAddr(header.getSrcAddr())
                .dstAddr(header.getDstAddr())
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true)
                .paddingAtBuild(true);
        return builder.build().getRawData();
    }
}
