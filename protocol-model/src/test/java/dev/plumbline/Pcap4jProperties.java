package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.pcap4j.packet.IcmpV4CommonPacket;
import org.pcap4j.packet.IcmpV4EchoPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.IpV4Packet;
import org.pcap4j.packet.IpV4Rfc791Tos;
import org.pcap4j.packet.TcpMaximumSegmentSizeOption;
import org.pcap4j.packet.TcpNoOperationOption;
import org.pcap4j.packet.TcpPacket;
import org.pcap4j.packet.TcpSackOption;
import org.pcap4j.packet.TcpSackPermittedOption;
import org.pcap4j.packet.TcpTimestampsOption;
import org.pcap4j.packet.TcpWindowScaleOption;
import org.pcap4j.packet.UdpPacket;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.namednumber.IcmpV4Code;
import org.pcap4j.packet.namednumber.IcmpV4Type;
import org.pcap4j.packet.namednumber.IpNumber;
import org.pcap4j.packet.namednumber.IpVersion;
import org.pcap4j.packet.namednumber.TcpPort;
import org.pcap4j.packet.namednumber.UdpPort;

/** A second opinion: pcap4j, written by people who are not us, reads what we write and writes what we read. */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class Pcap4jProperties {
    private static final Ipv4Address HERE = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address THERE = Ipv4Address.parse("192.0.2.2");

    @Property(tries = 300)
    void itReadsOurIpv4(@ForAll Ipv4Packet drawn) throws IllegalRawDataException {
        // What is in ICMPv6 pcap4j reads as well, and throws an ArrayIndexOutOfBoundsException if it is cut off.
        Assume.that(drawn.protocol().number() != 58);
        // Options aside: pcap4j knows lengths only of those it knows.
        Ipv4Packet packet = drawn.withOptions(List.of());
        byte[] bytes = packet.encode().toByteArray();
        IpV4Packet.IpV4Header header =
                IpV4Packet.newPacket(bytes, 0, bytes.length).getHeader();

        assertThat(header.getVersion().value()).isEqualTo((byte) 4);
        assertThat(header.getIhlAsInt() * 4).isEqualTo(packet.headerLength());
        assertThat(header.getTos().value()).isEqualTo((byte) packet.typeOfService());
        assertThat(header.getTotalLengthAsInt()).isEqualTo(packet.totalLength());
        assertThat(header.getIdentificationAsInt()).isEqualTo(packet.identification());
        assertThat(header.getReservedFlag()).isFalse();
        assertThat(header.getDontFragmentFlag()).isEqualTo(packet.dontFragment());
        assertThat(header.getMoreFragmentFlag()).isEqualTo(packet.moreFragments());
        assertThat(header.getFragmentOffset() * 8).isEqualTo(packet.fragmentOffset());
        assertThat(header.getTtlAsInt()).isEqualTo(packet.timeToLive());
        assertThat(header.getProtocol().value() & 0xff)
                .isEqualTo(packet.protocol().number());
        assertThat(header.getSrcAddr()).isEqualTo(inet(packet.source()));
        assertThat(header.getDstAddr()).isEqualTo(inet(packet.destination()));
        assertThat(header.hasValidChecksum(false)).isTrue();
    }

    @Property(tries = 300)
    void weReadItsIpv4(@ForAll Ipv4Packet drawn) {
        Ipv4Packet packet = drawn.withOptions(List.of());
        IpV4Packet theirs = new IpV4Packet.Builder()
                .version(IpVersion.IPV4)
                .tos(IpV4Rfc791Tos.newInstance((byte) packet.typeOfService()))
                .identification((short) packet.identification())
                .dontFragmentFlag(packet.dontFragment())
                .moreFragmentFlag(packet.moreFragments())
                .fragmentOffset((short) (packet.fragmentOffset() / 8))
                .ttl((byte) packet.timeToLive())
                .protocol(IpNumber.getInstance((byte) packet.protocol().number()))
                .srcAddr(inet(packet.source()))
                .dstAddr(inet(packet.destination()))
                .payloadBuilder(payload(packet.payload()))
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true)
                .build();

        assertThat(Ipv4Packet.decode(Octets.wrap(theirs.getRawData()))).isEqualTo(Decoded.valid(packet));
    }

    @Property(tries = 500)
    void itReadsOurTcp(@ForAll TcpSegment drawn, @ForAll("commonOptions") List<TcpOption> options)
            throws IllegalRawDataException {
        Assume.that(!isReadFurther(drawn.sourcePort()) && !isReadFurther(drawn.destinationPort()));
        TcpSegment segment = drawn.toBuilder().options(options).build();
        byte[] bytes = segment.encode(HERE, THERE).toByteArray();
        TcpPacket theirs = TcpPacket.newPacket(bytes, 0, bytes.length);
        TcpPacket.TcpHeader header = theirs.getHeader();

        assertThat(header.getSrcPort().valueAsInt())
                .isEqualTo(segment.sourcePort().number());
        assertThat(header.getDstPort().valueAsInt())
                .isEqualTo(segment.destinationPort().number());
        assertThat(header.getSequenceNumber()).isEqualTo(segment.seq().bits());
        assertThat(header.getAcknowledgmentNumber()).isEqualTo(segment.ack().bits());
        assertThat(header.getWindowAsInt()).isEqualTo(segment.window());
        assertThat(header.getUrgentPointerAsInt()).isEqualTo(segment.urgentPointer());
        assertThat(header.getDataOffsetAsInt() * 4).isEqualTo(segment.headerLength());
        assertThat(header.getUrg()).isEqualTo(segment.has(TcpFlag.URG));
        assertThat(header.getAck()).isEqualTo(segment.has(TcpFlag.ACK));
        assertThat(header.getPsh()).isEqualTo(segment.has(TcpFlag.PSH));
        assertThat(header.getRst()).isEqualTo(segment.has(TcpFlag.RST));
        assertThat(header.getSyn()).isEqualTo(segment.has(TcpFlag.SYN));
        assertThat(header.getFin()).isEqualTo(segment.has(TcpFlag.FIN));
        // Behind ours it lists the end of the option list, if there is padding.
        assertThat(header.getOptions().subList(0, options.size()))
                .isEqualTo(options.stream().map(Pcap4jProperties::option).toList());
        assertThat(theirs.hasValidChecksum(inet(HERE), inet(THERE), false)).isTrue();
    }

    @Property(tries = 500)
    void weReadItsTcp(@ForAll TcpSegment drawn, @ForAll("commonOptions") List<TcpOption> options) {
        // pcap4j counts ECE and CWR to its reserved bits.
        TcpSegment segment = drawn.toBuilder()
                .flags(drawn.flags().without(TcpFlag.ECE).without(TcpFlag.CWR))
                .options(options)
                .build();
        TcpPacket theirs = new TcpPacket.Builder()
                .srcPort(TcpPort.getInstance((short) segment.sourcePort().number()))
                .dstPort(TcpPort.getInstance((short) segment.destinationPort().number()))
                .sequenceNumber(segment.seq().bits())
                .acknowledgmentNumber(segment.ack().bits())
                .urg(segment.has(TcpFlag.URG))
                .ack(segment.has(TcpFlag.ACK))
                .psh(segment.has(TcpFlag.PSH))
                .rst(segment.has(TcpFlag.RST))
                .syn(segment.has(TcpFlag.SYN))
                .fin(segment.has(TcpFlag.FIN))
                .window((short) segment.window())
                .urgentPointer((short) segment.urgentPointer())
                .options(options.stream().map(Pcap4jProperties::option).toList())
                .payloadBuilder(payload(segment.payload()))
                .srcAddr(inet(HERE))
                .dstAddr(inet(THERE))
                .paddingAtBuild(true)
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true)
                .build();

        assertThat(TcpSegment.decode(Octets.wrap(theirs.getRawData()), HERE, THERE))
                .isEqualTo(Decoded.valid(segment));
    }

    @Property(tries = 300)
    void weAgreeOnUdp(@ForAll UdpDatagram datagram) throws IllegalRawDataException {
        Assume.that(!isReadFurther(datagram.sourcePort()) && !isReadFurther(datagram.destinationPort()));
        byte[] bytes = datagram.encode(HERE, THERE).toByteArray();
        UdpPacket read = UdpPacket.newPacket(bytes, 0, bytes.length);
        UdpPacket built = new UdpPacket.Builder()
                .srcPort(UdpPort.getInstance((short) datagram.sourcePort().number()))
                .dstPort(UdpPort.getInstance((short) datagram.destinationPort().number()))
                .payloadBuilder(payload(datagram.payload()))
                .srcAddr(inet(HERE))
                .dstAddr(inet(THERE))
                .correctChecksumAtBuild(true)
                .correctLengthAtBuild(true)
                .build();

        assertThat(read.getHeader().getSrcPort().valueAsInt())
                .isEqualTo(datagram.sourcePort().number());
        assertThat(read.getHeader().getDstPort().valueAsInt())
                .isEqualTo(datagram.destinationPort().number());
        assertThat(read.getHeader().getLengthAsInt()).isEqualTo(bytes.length);
        assertThat(read.hasValidChecksum(inet(HERE), inet(THERE), false)).isTrue();
        assertThat(UdpDatagram.decode(Octets.wrap(built.getRawData()), HERE, THERE))
                .isEqualTo(Decoded.valid(datagram));
    }

    /**
     * Behind these ports pcap4j reads the payload, too: as DNS, where it drops what stands behind the message and then
     * adds up a checksum without it; and as GTP, where it throws an ArrayIndexOutOfBoundsException if it is none.
     */
    private static boolean isReadFurther(Port port) {
        return Set.of(53, 2123, 2152, 3386).contains(port.number());
    }

    @Property(tries = 300)
    void weAgreeOnPings(@ForAll Port identifier, @ForAll Port number, @ForAll Octets data)
            throws IllegalRawDataException {
        IcmpMessage ping = new IcmpMessage.EchoRequest(identifier.number(), number.number(), data);
        byte[] bytes = ping.encode().toByteArray();
        IcmpV4CommonPacket read = IcmpV4CommonPacket.newPacket(bytes, 0, bytes.length);
        IcmpV4EchoPacket.Builder echo = new IcmpV4EchoPacket.Builder()
                .identifier((short) identifier.number())
                .sequenceNumber((short) number.number())
                .payloadBuilder(payload(data));
        IcmpV4CommonPacket built = new IcmpV4CommonPacket.Builder()
                .type(IcmpV4Type.ECHO)
                .code(IcmpV4Code.NO_CODE)
                .payloadBuilder(echo)
                .correctChecksumAtBuild(true)
                .build();

        IcmpV4EchoPacket.IcmpV4EchoHeader header =
                read.get(IcmpV4EchoPacket.class).getHeader();
        assertThat(header.getIdentifierAsInt()).isEqualTo(identifier.number());
        assertThat(header.getSequenceNumberAsInt()).isEqualTo(number.number());
        assertThat(read.hasValidChecksum(false)).isTrue();
        assertThat(IcmpMessage.decode(Octets.wrap(built.getRawData()))).isEqualTo(Decoded.valid(ping));
    }

    /** Options that both sides have types for; no more than fit. */
    @Provide
    Arbitrary<List<TcpOption>> commonOptions() {
        return Packets.tcpOptions()
                .filter(option -> !(option instanceof TcpOption.Unknown))
                .list()
                .ofMaxSize(4)
                .filter(list -> list.stream().mapToInt(Packets::size).sum() <= 40);
    }

    private static TcpPacket.TcpOption option(TcpOption ours) {
        if (ours instanceof TcpOption.NoOperation) {
            return TcpNoOperationOption.getInstance();
        } else if (ours instanceof TcpOption.MaximumSegmentSize mss) {
            return new TcpMaximumSegmentSizeOption.Builder()
                    .maxSegSize((short) mss.octets())
                    .correctLengthAtBuild(true)
                    .build();
        } else if (ours instanceof TcpOption.WindowScale scale) {
            return new TcpWindowScaleOption.Builder()
                    .shiftCount((byte) scale.shift())
                    .correctLengthAtBuild(true)
                    .build();
        } else if (ours instanceof TcpOption.Timestamps stamps) {
            return new TcpTimestampsOption.Builder()
                    .tsValue(stamps.value())
                    .tsEchoReply(stamps.echo())
                    .correctLengthAtBuild(true)
                    .build();
        } else if (ours instanceof TcpOption.Sack sack) {
            return new TcpSackOption.Builder()
                    .sacks(sack.blocks().stream()
                            .map(block -> new TcpSackOption.Sack(
                                    block.left().bits(), block.right().bits()))
                            .toList())
                    .correctLengthAtBuild(true)
                    .build();
        }
        return TcpSackPermittedOption.getInstance();
    }

    private static UnknownPacket.Builder payload(Octets octets) {
        return new UnknownPacket.Builder().rawData(octets.toByteArray());
    }

    private static Inet4Address inet(Ipv4Address address) {
        try {
            return (Inet4Address) InetAddress.getByAddress(address.octets().toByteArray());
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
