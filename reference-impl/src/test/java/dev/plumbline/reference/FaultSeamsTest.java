package dev.plumbline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.reference.tcp.AckProcessing;
import dev.plumbline.reference.tcp.CongestionWindow;
import dev.plumbline.reference.tcp.ConnectionTable;
import dev.plumbline.reference.tcp.FastRecovery;
import dev.plumbline.reference.tcp.ReceiveQueue;
import dev.plumbline.reference.tcp.SegmentArrives;
import dev.plumbline.reference.tcp.SegmentCodec;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.reference.tcp.WhenToAcknowledge;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A stack with exactly one fault takes a few lines: what a suite must notice can be built (RFC 9293 section 3.10.7). */
@DisplayName("A stack can be built whose TCP or UDP")
class FaultSeamsTest {
    private static Bench with(TcpParts parts) {
        return new Bench(builder -> builder.tcp(parts));
    }

    private static TcpParts sending(Sender faulty) {
        return new TcpParts() {
            @Override
            public Sender sender() {
                return faulty;
            }
        };
    }

    private static TcpParts encoding(SegmentCodec faulty) {
        return new TcpParts() {
            @Override
            public SegmentCodec codec() {
                return faulty;
            }
        };
    }

    @Test
    @DisplayName("never acknowledges a SYN")
    void noAckOfTheSyn() {
        Bench bench = with(sending(new Sender() {
            @Override
            public void syn(Turn turn) {
                if (turn.tcb.state == TcpState.SYN_SENT) {
                    super.syn(turn);
                }
            }
        }));
        Ways.LISTEN.go(bench).send(TcpFlag.SYN);
        bench.silent();
    }

    @Test
    @DisplayName("acknowledges one too many")
    void acknowledgmentOffByOne() {
        Bench bench = with(sending(new Sender() {
            @Override
            protected SeqNumber ackNumber(Tcb tcb) {
                return tcb.rcvNxt.plus(1);
            }
        }));
        Ways.LISTEN.go(bench).send(TcpFlag.SYN);
        assertThat(bench.next().ack()).isEqualTo(bench.seq.plus(1));
    }

    @Test
    @DisplayName("answers to a wrong port")
    void wrongPort() {
        Bench bench = with(encoding(new SegmentCodec() {
            @Override
            public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                return TcpSegment.between(segment.sourcePort(), new Port(9))
                        .seq(segment.seq())
                        .ackNumber(segment.ack())
                        .flags(segment.flags())
                        .build()
                        .encode(source, destination);
            }
        }));
        Ways.LISTEN.go(bench).send(TcpFlag.SYN);
        assertThat(bench.next().destinationPort()).isEqualTo(new Port(9));
    }

    @Test
    @DisplayName("leaves the pseudo-header out of the checksum")
    void checksumWithoutPseudoHeader() {
        Bench bench = with(encoding(new SegmentCodec() {
            @Override
            public Octets encode(TcpSegment segment, Ipv4Address source, Ipv4Address destination) {
                Octets blank = segment.encode(source, destination).with(TcpField.CHECKSUM, 0);
                return blank.with(TcpField.CHECKSUM, InternetChecksum.of(blank));
            }
        }));
        bench.connect();
        Octets segment = Ipv4Packet.decode(bench.sent.get(0)).orElseThrow().payload();
        assertThat(InternetChecksum.of(segment)).isZero();
        assertThat(TcpSegment.decode(segment, Bench.STACK, Bench.PEER).problem())
                .isPresent();
    }

    @Test
    @DisplayName("compares sequence numbers as plain integers")
    void comparesWithoutWrap() {
        Bench bench = with(new TcpParts() {
            @Override
            public SegmentArrives segmentArrives(Sender sender) {
                return new SegmentArrives(sender) {
                    @Override
                    protected boolean isAcceptable(Tcb tcb, TcpSegment seg) {
                        return seg.seq().value() >= tcb.rcvNxt.value()
                                && seg.seq().value()
                                        < tcb.rcvNxt.plus(tcb.rcvWnd).value();
                    }
                };
            }
        });
        bench.seq = SeqNumber.of(-100);
        Ways.ESTABLISHED.go(bench).sendData("hello");
        assertThat(bench.app.received().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("ignores resets")
    void ignoresResets() {
        Bench bench = with(new TcpParts() {
            @Override
            public SegmentArrives segmentArrives(Sender sender) {
                return new SegmentArrives(sender) {
                    @Override
                    protected boolean secondCheckRst(Turn turn, TcpSegment seg) {
                        return !seg.has(TcpFlag.RST);
                    }
                };
            }
        });
        Ways.ESTABLISHED.go(bench).send(TcpFlag.RST);
        assertThat(bench.state()).isEqualTo(TcpState.ESTABLISHED);
    }

    @Test
    @DisplayName("sends data before the handshake is complete")
    void dataBeforeTheHandshake() {
        Bench bench = with(sending(new Sender() {
            @Override
            protected boolean maySendData(Tcb tcb) {
                tcb.sndWnd = Math.max(tcb.sndWnd, 1000);
                return true;
            }
        }));
        Ways.SYN_SENT.go(bench).connection().send(Octets.ofText("early"));
        assertThat(bench.next().payload()).isEqualTo(Octets.ofText("early"));
    }

    @Test
    @DisplayName("lets a second SYN move RCV.NXT")
    void secondSynMovesRcvNxt() {
        Bench bench = with(new TcpParts() {
            @Override
            public SegmentArrives segmentArrives(Sender sender) {
                return new SegmentArrives(sender) {
                    @Override
                    protected boolean fourthCheckSyn(Turn turn, TcpSegment seg) {
                        turn.tcb.rcvNxt = seg.has(TcpFlag.SYN) ? seg.seq().plus(1) : turn.tcb.rcvNxt;
                        return super.fourthCheckSyn(turn, seg);
                    }
                };
            }
        });
        Ways.ESTABLISHED
                .go(bench)
                .inject(bench.segment(TcpFlag.SYN).seq(bench.seq.plus(100)).build());
        assertThat(bench.next().ack()).isEqualTo(bench.seq.plus(101));
    }

    @Test
    @DisplayName("finds connections by the local port alone")
    void tableKeyedByPort() {
        Bench bench = with(new TcpParts() {
            @Override
            public <C> ConnectionTable<C> connectionTable() {
                return new ConnectionTable<>() {
                    @Override
                    protected Object key(SocketAddress local, SocketAddress remote) {
                        return local.port();
                    }
                };
            }
        });
        Ways.ESTABLISHED.go(bench);
        bench.inject(Bench.PEER.plus(1), Bench.STACK, bench.segment(TcpFlag.RST).build());
        assertThat(bench.state()).isEqualTo(TcpState.CLOSED);
    }

    @Test
    @DisplayName("knows no congestion")
    void noCongestionWindow() {
        Bench bench = with(new TcpParts() {
            @Override
            public CongestionWindow congestionWindow() {
                return new CongestionWindow() {
                    @Override
                    public long octets() {
                        return Tcb.BUFFER;
                    }
                };
            }
        });
        Ways.ESTABLISHED.go(bench).connection().send(Octets.wrap(new byte[Tcb.BUFFER]));
        int sent = bench.all().stream().mapToInt(seg -> seg.payload().length()).sum();
        assertThat(sent).isGreaterThan(60_000);
    }

    @Test
    @DisplayName("never sends again before the timer runs out")
    void noFastRetransmit() {
        Bench bench = with(new TcpParts() {
            @Override
            public FastRecovery fastRecovery(CongestionWindow window) {
                return new FastRecovery(window) {
                    @Override
                    public boolean duplicate(Tcb tcb) {
                        return false;
                    }
                };
            }
        });
        Ways.ESTABLISHED.go(bench).connection().send(Octets.wrap(new byte[10_000]));
        SeqNumber lost = bench.all().get(0).seq();
        for (int i = 0; i < 5; i++) {
            bench.inject(bench.segment(TcpFlag.ACK).ackNumber(lost).build());
        }
        bench.silent();
    }

    @Test
    @DisplayName("acknowledges too late")
    void acknowledgesLate() {
        Bench bench = with(new TcpParts() {
            @Override
            public WhenToAcknowledge whenToAcknowledge() {
                return new WhenToAcknowledge() {
                    @Override
                    public Duration delay() {
                        return Duration.ofSeconds(1);
                    }
                };
            }
        });
        Ways.ESTABLISHED.go(bench).sendData("hello");
        bench.waitForAck().silent();
    }

    @Test
    @DisplayName("delivers what arrives in the order in which it arrives")
    void deliversOutOfOrder() {
        Bench bench = with(new TcpParts() {
            @Override
            public ReceiveQueue receiveQueue() {
                return new ReceiveQueue() {
                    @Override
                    public void hold(int ahead, Octets data) {
                        super.hold(0, data);
                    }
                };
            }
        });
        Ways.ESTABLISHED
                .go(bench)
                .inject(bench.segment(TcpFlag.ACK)
                        .seq(bench.seq.plus(5))
                        .payload(Octets.ofText("later"))
                        .build());
        assertThat(bench.app.received()).isEqualTo(Octets.ofText("later"));
    }

    @Test
    @DisplayName("does not hear that a window has opened")
    void ignoresWindowUpdates() {
        Bench bench = with(new TcpParts() {
            @Override
            public AckProcessing ackProcessing(Sender sender) {
                return new AckProcessing(sender) {
                    @Override
                    protected void updateWindow(Turn turn, TcpSegment seg) {}
                };
            }
        });
        bench.window = 0;
        Ways.ESTABLISHED.go(bench).connection().send(Octets.ofText("hello"));
        bench.window = 1000;
        bench.send(TcpFlag.ACK);
        bench.silent();
    }

    @Test
    @DisplayName("sends UDP without a checksum")
    void udpWithoutChecksum() {
        Bench bench = new Bench(builder -> builder.udp(new UdpCodec() {
            @Override
            public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
                return super.encode(datagram, source, destination).with(UdpField.CHECKSUM, 0);
            }
        }));
        UdpSocket socket = bench.stack.openUdp(Port.ANY, (source, data) -> {});
        socket.send(new SocketAddress(Bench.PEER, new Port(53)), Octets.of(1));
        Octets udp = Ipv4Packet.decode(bench.sent.get(0)).orElseThrow().payload();
        assertThat(udp.get(UdpField.CHECKSUM)).isZero();
    }
}
