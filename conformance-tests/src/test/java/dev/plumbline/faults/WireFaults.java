package dev.plumbline.faults;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;

/** Stacks that write wrong headers. */
final class WireFaults {
    private static final int TCP_CHECKSUM = 16;

    private WireFaults() {}

    /** A stack that changes segments before it writes them. */
    private abstract static class Rewriting extends FaultyStack.OfTcp {
        Rewriting(String fault) {
            super(fault);
        }

        abstract TcpSegment rewritten(TcpSegment segment);

        @Override
        TcpParts parts() {
            return new TcpParts() {
                @Override
                public SegmentCodec codec() {
                    return new SegmentCodec() {
                        @Override
                        public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                            return super.encode(rewritten(segment), source, destination);
                        }
                    };
                }
            };
        }

        static boolean isSynAck(TcpSegment segment) {
            return segment.has(TcpFlag.SYN) && segment.has(TcpFlag.ACK);
        }
    }

    /** The answer to a SYN is a SYN that acknowledges nothing. */
    public static final class NoAckOfSyn extends Rewriting {
        public NoAckOfSyn() {
            super("no-ack-of-syn");
        }

        @Override
        TcpSegment rewritten(TcpSegment s) {
            return isSynAck(s)
                    ? s.toBuilder().flags(s.flags().without(TcpFlag.ACK)).build()
                    : s;
        }
    }

    /** The ports in the answer to a SYN are not exchanged. */
    public static final class WrongPort extends Rewriting {
        public WrongPort() {
            super("wrong-port");
        }

        @Override
        TcpSegment rewritten(TcpSegment s) {
            Port own = s.sourcePort();
            Port peers = s.destinationPort();
            TcpSegment.Builder copied = TcpSegment.between(peers, own)
                    .seq(s.seq())
                    .flags(s.flags())
                    .ackNumber(s.ack())
                    .window(s.window())
                    .options(s.options());
            return isSynAck(s) ? copied.build() : s;
        }
    }

    /** The TCP checksum is computed without the pseudo-header. */
    public static final class NoPseudoHeader extends FaultyStack.OfTcp {
        public NoPseudoHeader() {
            super("no-pseudo-header");
        }

        @Override
        TcpParts parts() {
            return new TcpParts() {
                @Override
                public SegmentCodec codec() {
                    return new SegmentCodec() {
                        @Override
                        public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                            return checksummedAlone(super.encode(segment, source, destination));
                        }
                    };
                }
            };
        }

        private static Octets checksummedAlone(Octets segment) {
            Octets blank = segment.withAt(TCP_CHECKSUM, Octets.of(0, 0));
            int sum = InternetChecksum.of(blank);
            return blank.withAt(TCP_CHECKSUM, Octets.of(sum >>> 8, sum & 0xff));
        }
    }

    /** UDP datagrams leave without a checksum. */
    public static final class UdpChecksumZero extends FaultyStack {
        public UdpChecksumZero() {
            super("udp-checksum-0");
        }

        @Override
        public Stack boot(Host host) {
            return ReferenceStack.on(host)
                    .udp(new UdpCodec() {
                        @Override
                        public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
                            return super.encode(datagram, source, destination).with(UdpField.CHECKSUM, 0);
                        }
                    })
                    .boot();
        }
    }
}
