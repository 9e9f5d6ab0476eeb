package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.udp;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Stacks whose UDP breaks one rule. */
final class UdpFaults {
    private UdpFaults() {}

    static List<Fault> all() {
        return List.of(fault("udp-checksum-0", "UDP datagrams leave without a checksum.", udp(new ChecksumZero()))
                .killedBy("RFC1122/UDP-CHECKSUM", "UDP-2")
                .saying("checksum 0, which says that there is none"));
    }

    private static final class ChecksumZero extends UdpCodec {
        @Override
        public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
            return super.encode(datagram, source, destination).with(UdpField.CHECKSUM, 0);
        }
    }
}
