package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.ReassemblyFaults.reassembling;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.ip;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ip.Datagram;
import dev.plumbline.reference.ip.PartialDatagram;
import dev.plumbline.reference.ip.Reassembly;
import dev.plumbline.spi.Environment;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Stacks that packets made to break them break: a ping of death, a teardrop, an option without end (RFC 791 section 3). */
final class HarmFaults {
    private HarmFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "end-in-16-bits",
                                "Where a datagram ends is counted in 16 bits.",
                                ip(reassembling(EndsIn16Bits::new)))
                        .killedBy("RFC791/LARGEST")
                        .saying("together the pieces are longer than a datagram can be"),
                fault(
                                "teardrop",
                                "What a piece has beyond the one before is copied, be it less than nothing.",
                                ip(ReassemblyFaults.partials(Teardrop::new)))
                        .killedBy("RFC791/OVERLAP")
                        .saying("the stack threw"),
                fault("option-length-believed", "An IP option is as long as it says it is.", datagramsIn(d -> {
                            readOptions(d);
                            return List.of(d);
                        }))
                        .killedBy("RFC1122/OPTION-LENGTH")
                        .saying("the stack threw"),
                fault(
                                "length-in-16-bits",
                                "The length of a UDP datagram is counted in 16 bits.",
                                around(LengthIn16Bits::new))
                        .killedBy("RFC768/LARGEST")
                        .saying("the peer received what had to be dropped"));
    }

    private static void readOptions(Octets datagram) {
        int header = datagram.length() < Ipv4Packet.MIN_HEADER ? 0 : Headers.ipHeader(datagram);
        int at = Ipv4Packet.MIN_HEADER;
        while (header <= datagram.length() && at < header && datagram.u8(at) > 1) {
            int length = Math.max(1, datagram.u8(at + 1));
            Octets option = datagram.slice(0, header).slice(at, at + length);
            at += option.length();
        }
    }

    private static final class EndsIn16Bits extends Reassembly {
        private final Map<Object, Datagram> firsts = new HashMap<>();

        EndsIn16Bits(Environment clock, Consumer<Datagram> timedOut) {
            super(clock, timedOut);
        }

        @Override
        public Optional<Datagram> accept(Datagram fragment) {
            Ipv4Packet packet = fragment.packet();
            if (packet.fragmentOffset() == 0) {
                firsts.put(key(packet), fragment);
            }
            int end = packet.fragmentOffset() + packet.payload().length() & 0xffff;
            boolean wraps = end < packet.fragmentOffset() && !packet.moreFragments();
            Datagram first = wraps ? firsts.get(key(packet)) : null;
            return first == null ? super.accept(fragment) : Optional.of(upTo(end, first));
        }

        private static Datagram upTo(int end, Datagram first) {
            Ipv4Packet whole = first.packet()
                    .withFragment(0, false, first.packet().payload().slice(0, end));
            return new Datagram(whole, whole.encode(), first.toOneHost());
        }
    }

    /** Pieces in their order; what is behind the end of the one before is copied. */
    private static final class Teardrop extends PartialDatagram {
        private final TreeMap<Integer, Integer> ends = new TreeMap<>();

        @Override
        protected void add(Datagram fragment) {
            Ipv4Packet packet = fragment.packet();
            int from = packet.fragmentOffset();
            int to = from + packet.payload().length();
            int before =
                    ends.lowerEntry(from) == null ? from : ends.lowerEntry(from).getValue();
            if (before > to) {
                throw new NegativeArraySizeException(String.valueOf(to - before));
            }
            ends.put(from, to);
            super.add(fragment);
        }
    }

    private static final class LengthIn16Bits extends ChangedStack {
        LengthIn16Bits(Stack stack) {
            super(stack);
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            return new ChangedUdpSocket(super.openUdp(port, handler)) {
                @Override
                public void send(SocketAddress destination, Octets data) {
                    int length = (data.length() + UdpDatagram.HEADER) % (1 << 16) - UdpDatagram.HEADER;
                    super.send(
                            destination,
                            data.length() > UdpDatagram.MAX_PAYLOAD ? data.slice(0, Math.max(0, length)) : data);
                }
            };
        }
    }
}
