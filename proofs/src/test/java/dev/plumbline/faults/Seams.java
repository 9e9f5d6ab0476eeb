package dev.plumbline.faults;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.ip.IpParts;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Timeouts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Where a fault gets into the reference. Each gives what boots the faulty stack.
 *
 * <p>A fault that remembers something must remember it for one host only. It makes its memory when the host is switched on:
 * {@code host -> datagramsOut(new EverySecondOne()).apply(host)}.
 */
final class Seams {
    private Seams() {}

    /** The reference with other parts. */
    static Function<Host, Stack> with(UnaryOperator<ReferenceStack.Builder> parts) {
        return host -> parts.apply(ReferenceStack.on(host)).boot();
    }

    /** An IP with other parts. */
    static Function<Host, Stack> ip(IpParts parts) {
        return with(stack -> stack.ip(parts));
    }

    /** A TCP with other parts. */
    static Function<Host, Stack> tcp(TcpParts parts) {
        return with(stack -> stack.tcp(parts));
    }

    /** Other rules for segments that arrive. */
    static Function<Host, Stack> arrival(Function<Sender, SegmentArrives> rules) {
        return tcp(new TcpParts() {
            @Override
            public SegmentArrives segmentArrives(Sender sender) {
                return rules.apply(sender);
            }
        });
    }

    /** Segments for a connection are changed, or dropped, before the rules see them. */
    static Function<Host, Stack> arrivals(BiFunction<Tcb, TcpSegment, Optional<TcpSegment>> change) {
        return arrival(sender -> new SegmentArrives(sender) {
            @Override
            public void segmentArrives(Turn turn, TcpSegment seg) {
                change.apply(turn.tcb, seg).ifPresent(changed -> super.segmentArrives(turn, changed));
            }
        });
    }

    /** Other rules for timers that run out. */
    static Function<Host, Stack> timeouts(Function<Sender, Timeouts> rules) {
        return tcp(new TcpParts() {
            @Override
            public Timeouts timeouts(Sender sender) {
                return rules.apply(sender);
            }
        });
    }

    /** Another way to make segments. */
    static Function<Host, Stack> sender(Supplier<Sender> sender) {
        return tcp(new TcpParts() {
            @Override
            public Sender sender() {
                return sender.get();
            }
        });
    }

    /** Another way to write and read segments. */
    static Function<Host, Stack> segments(SegmentCodec codec) {
        return tcp(new TcpParts() {
            @Override
            public SegmentCodec codec() {
                return codec;
            }
        });
    }

    /** Segments are changed before they are written, so that lengths and checksum are right. */
    static Function<Host, Stack> segmentsOut(UnaryOperator<TcpSegment> change) {
        return segments(new SegmentCodec() {
            @Override
            public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                return super.encode(change.apply(segment), source, destination);
            }
        });
    }

    /** Segments are changed when they have been written; the checksum fits all the same. */
    static Function<Host, Stack> written(UnaryOperator<Octets> change) {
        return segments(new SegmentCodec() {
            @Override
            public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                Octets changed = change.apply(super.encode(segment, source, destination));
                return Headers.checksummedTcp(changed, source, destination);
            }
        });
    }

    /** Segments are changed after they were read and verified. */
    static Function<Host, Stack> segmentsIn(UnaryOperator<TcpSegment> change) {
        return segments(new SegmentCodec() {
            @Override
            public Decoded<TcpSegment> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                Decoded<TcpSegment> decoded = super.decode(octets, source, destination);
                return decoded.value().map(change).map(Decoded::valid).orElse(decoded);
            }
        });
    }

    /** Another way to write and read UDP datagrams. */
    static Function<Host, Stack> udp(UdpCodec codec) {
        return with(stack -> stack.udp(codec));
    }

    /** UDP datagrams are changed before they are written, so that length and checksum are right. */
    static Function<Host, Stack> udpOut(UnaryOperator<UdpDatagram> change) {
        return udp(new UdpCodec() {
            @Override
            public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
                return super.encode(change.apply(datagram), source, destination);
            }
        });
    }

    /** UDP datagrams are changed after they were read and verified. */
    static Function<Host, Stack> udpIn(UnaryOperator<UdpDatagram> change) {
        return udp(new UdpCodec() {
            @Override
            public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
                Decoded<UdpDatagram> decoded = super.decode(octets, source, destination);
                return decoded.value().map(change).map(Decoded::valid).orElse(decoded);
            }
        });
    }

    /** An application with a UDP port is told of something else than what arrived, or at another time. */
    static Function<Host, Stack> udpDelivery(BiFunction<Host, UdpHandler, UdpHandler> change) {
        return host -> new ChangedStack(ReferenceStack.on(host).boot()) {
            @Override
            public UdpSocket openUdp(Port port, UdpHandler handler) {
                return super.openUdp(port, change.apply(host, handler));
            }
        };
    }

    /** The host tells the stack something else, or does something else for it. */
    static Function<Host, Stack> onHost(UnaryOperator<Host> change) {
        return host -> ReferenceStack.on(change.apply(host)).boot();
    }

    /** Each IP datagram leaves as these: none, one or several. */
    static Function<Host, Stack> datagramsOut(Function<Octets, List<Octets>> change) {
        return onHost(host -> new ForwardingHost(host) {
            @Override
            public void transmit(Link link, Octets datagram) {
                change.apply(datagram).forEach(changed -> super.transmit(link, changed));
            }
        });
    }

    /** The stack answers its applications or its host otherwise. */
    static Function<Host, Stack> around(UnaryOperator<Stack> change) {
        return host -> change.apply(ReferenceStack.on(host).boot());
    }

    /** For each IP datagram that arrives the stack gets these: none, one or several. */
    static Function<Host, Stack> datagramsIn(Function<Octets, List<Octets>> change) {
        return around(stack -> new ChangedStack(stack) {
            @Override
            public void receive(Link link, Octets datagram) {
                change.apply(datagram).forEach(changed -> super.receive(link, changed));
            }
        });
    }
}
