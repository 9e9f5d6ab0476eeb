package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.arrival;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.segmentsIn;
import static dev.plumbline.faults.Seams.udp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Mistakes that a first stack has and an experienced writer's has not: each hides behind something else that looks wrong. */
final class NewcomerFaults {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private NewcomerFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "window-read-with-sign",
                                "A window of 32768 and more is negative, and so it is closed.",
                                segmentsIn(s -> s.window() >= 0x8000
                                        ? s.toBuilder().window(0).build()
                                        : s))
                        .killedBy("NET-1", "DEL-3")
                        .saying(
                                "it sends one octet after each timeout",
                                "the peer's window is 65535: that would be -1 if it was read with a sign"),
                fault(
                                "last-octet-never-sent",
                                "Of what the application sends the last octet is forgotten, if it is not the only one.",
                                calls(KeepsOne::new))
                        .killedBy("NET-1", "DEL-3")
                        .saying("it never sent the other 1 octet, though all that it has sent is acknowledged"),
                fault(
                                "receive-without-limit",
                                "RECEIVE hands over everything, however little was asked for.",
                                calls(GivesAll::new))
                        .killedBy("DEL-3")
                        .saying("the application asked for at most 1 octet and was given"),
                fault(
                                "acks-acknowledged",
                                "Whatever arrives on an open connection is acknowledged, an acknowledgment, too.",
                                arrival(AnswersAll::new))
                        .killedBy("DEL-1")
                        .saying("nothing"),
                fault(
                                "only-udp-checks-addresses",
                                "IP takes what is for others; only UDP's checksum, which covers the address, drops it.",
                                host -> datagramsIn(d -> List.of(readdressed(d, host.address())))
                                        .apply(host))
                        .killedBy("IP-1")
                        .saying("what had to be dropped: it is for the host"),
                fault(
                                "udp-takes-what-lies-behind",
                                "The data goes to the end of the packet, whatever UDP's length says.",
                                udp(new ToTheEnd()))
                        .killedBy("UDP-2")
                        .saying("the octets behind it"),
                fault(
                                "reports-an-error-in-pieces",
                                "When the time for the pieces is over, that is reported of an ICMP error, too.",
                                ReportsErrors::new)
                        .killedBy("RFC1122/REASSEMBLY-TIMEOUT")
                        .saying("about a datagram that must not get one"));
    }

    /** Unless its checksum says otherwise. */
    private static final class ToTheEnd extends UdpCodec {
        @Override
        public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            boolean whole = octets.has(UdpField.CHECKSUM)
                    && octets.get(UdpField.CHECKSUM) == 0
                    && octets.get(UdpField.LENGTH) >= UdpDatagram.HEADER
                    && octets.get(UdpField.LENGTH) <= octets.length();
            return super.decode(whole ? octets.with(UdpField.LENGTH, octets.length()) : octets, source, destination);
        }
    }

    private static final class ReportsErrors extends ChangedStack {
        private final Host host;

        ReportsErrors(Host host) {
            super(ReferenceStack.on(host).boot());
            this.host = host;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            Ipv4Packet.decode(datagram)
                    .value()
                    .filter(piece -> piece.protocol().equals(IpProtocol.ICMP) && piece.moreFragments())
                    .filter(piece -> piece.payload().u8(0) == IcmpMessage.DESTINATION_UNREACHABLE)
                    .ifPresent(piece -> host.after(TIMEOUT, () -> host.transmit(link, report(piece))));
            super.receive(link, datagram);
        }

        private static Octets report(Ipv4Packet piece) {
            Octets quote = piece.encode().slice(0, piece.headerLength() + IcmpMessage.HEADER);
            IcmpMessage exceeded = new IcmpMessage.TimeExceeded(IcmpMessage.TimeExceeded.REASSEMBLY, quote);
            return Ipv4Packet.of(
                            /* source= */ piece.destination(),
                            /* destination= */ piece.source(),
                            IpProtocol.ICMP,
                            exceeded.encode())
                    .encode();
        }
    }

    private static Function<Host, Stack> calls(UnaryOperator<TcpConnection> change) {
        return around(stack -> new OtherCalls(stack, change));
    }

    private static Octets readdressed(Octets datagram, Ipv4Address own) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(p ->
                        p.protocol().equals(IpProtocol.UDP) && p.destination().isUnicast())
                .map(p -> Ipv4Packet.of(p.source(), own, p.protocol(), p.payload())
                        .encode())
                .orElse(datagram);
    }

    private static final class KeepsOne extends OtherCalls.Calls {
        KeepsOne(TcpConnection connection) {
            super(connection);
        }

        @Override
        public int send(Octets data) {
            int taken = super.send(data.slice(0, Math.max(1, data.length() - 1)));
            return taken == data.length() - 1 ? data.length() : taken;
        }
    }

    private static final class GivesAll extends OtherCalls.Calls {
        GivesAll(TcpConnection connection) {
            super(connection);
        }

        @Override
        public Octets receive(int max) {
            return super.receive(Integer.MAX_VALUE);
        }
    }

    private static final class AnswersAll extends SegmentArrives {
        private final Sender sender;

        AnswersAll(Sender sender) {
            super(sender);
            this.sender = sender;
        }

        @Override
        public void segmentArrives(Turn turn, TcpSegment seg) {
            boolean open = turn.tcb.state == TcpState.ESTABLISHED;
            super.segmentArrives(turn, seg);
            if (open && seg.len() == 0) {
                sender.acknowledge(turn);
            }
        }
    }
}
