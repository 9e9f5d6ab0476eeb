package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsOut;
import static dev.plumbline.faults.ServiceFaults.deafTo;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Stacks whose IP headers have not what the application has asked for (RFC 9293 sections 3.9.1.9 and 3.9.2). */
final class MarkFaults {
    private MarkFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "diffserv-unheard",
                                "IP_TOS is accepted, and does nothing.",
                                deafTo(TcpSetting.Diffserv.class::isInstance))
                        .killedBy("RFC9293/MUST-48")
                        .saying("with the Diffserv codepoint 0", "although its application has asked for"),
                fault(
                                "diffserv-once",
                                "The codepoint is that of the first call; others come too late.",
                                around(stack -> new OtherCalls(stack, MarksOnce::new)))
                        .killedBy("RFC9293/SHLD-21")
                        .saying("a segment with the Diffserv codepoint", "although its application has asked for"),
                fault(
                                "diffserv-not-on-acks",
                                "Acknowledgments leave by a way of their own, without the codepoint.",
                                datagramsOut(MarkFaults::bareAck))
                        .killedBy("RFC9293/SHLD-22")
                        .saying("with the Diffserv codepoint 0", "although its application has asked for"),
                fault(
                                "ttl-unheard",
                                "IP_TTL is accepted; 64 it is all the same.",
                                deafTo(TcpSetting.TimeToLive.class::isInstance))
                        .killedBy("RFC9293/MUST-49")
                        .saying("with the Time to Live 64", "although its application has asked for"));
    }

    private static List<Octets> bareAck(Octets datagram) {
        Ipv4Packet packet = Ipv4Packet.decode(datagram).orElseThrow();
        boolean bare = packet.protocol().equals(IpProtocol.TCP)
                && TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                        .value()
                        .filter(segment -> segment.len() == 0)
                        .isPresent();
        return List.of(bare ? packet.withTypeOfService(0).encode() : datagram);
    }

    private static final class MarksOnce extends OtherCalls.Calls {
        private boolean marked;

        MarksOnce(TcpConnection connection) {
            super(connection);
        }

        @Override
        public void set(TcpSetting setting) {
            if (!(setting instanceof TcpSetting.Diffserv) || !marked) {
                super.set(setting);
            }
            marked |= setting instanceof TcpSetting.Diffserv;
        }
    }
}
