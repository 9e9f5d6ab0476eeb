package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of RFC 9293 section 3.10.7 one by one, beyond what the grid shows. */
class ArrivalRulesTest {
    private static Octets text(Bench bench) {
        return bench.app.received();
    }

    /** The peer fills the stack's window of an application that does not read. */
    private static Bench fullWindow() {
        Bench bench = Ways.ESTABLISHED.go();
        bench.app.lazy();
        bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[60_000])));
        bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[5535])));
        bench.all();
        return bench;
    }

    @Nested
    @DisplayName("LISTEN")
    class Listen {
        @Test
        @DisplayName("text and FIN with the SYN wait for the handshake")
        void textOnSyn() {
            Bench bench = Ways.LISTEN.go();
            bench.inject(bench.segment(TcpFlag.SYN, TcpFlag.FIN)
                    .payload(Octets.ofText("early"))
                    .build());
            assertThat(bench.next().ack()).isEqualTo(bench.seq.plus(1));
            bench.seq = bench.seq.plus(1);
            bench.send(TcpFlag.ACK);
            assertThat(bench.next().ack()).isEqualTo(bench.seq.plus(6));
            assertThat(text(bench)).isEqualTo(Octets.ofText("early"));
            assertThat(bench.app.told).containsExactly("accepted", "readable", "peer closed");
            assertThat(bench.state()).isEqualTo(TcpState.CLOSE_WAIT);
        }

        @Test
        @DisplayName("several connections live side by side")
        void severalConnections() {
            Bench bench = Ways.ESTABLISHED_PASSIVE.go();
            TcpSegment syn = TcpSegment.between(new Port(5000), Bench.SERVICE)
                    .flag(TcpFlag.SYN)
                    .build();
            bench.inject(syn);
            assertThat(bench.next().flags().toString()).isEqualTo("S.");
            assertThat(bench.state()).isEqualTo(TcpState.ESTABLISHED);
        }

        @Test
        @DisplayName("a handshake under way ends when the listener closes")
        void listenerCloses() {
            Bench bench = new Bench();
            TcpListener listener = bench.stack.listen(Bench.SERVICE, connection -> bench.app);
            bench.send(TcpFlag.SYN);
            bench.next();
            listener.close();
            assertThat(bench.next().flags().toString()).isEqualTo("R");
        }

        @Test
        @DisplayName("a handshake at another port goes on, whoever accepts it")
        void otherListenerCloses() {
            Bench bench = new Bench();
            TcpAcceptor acceptor = connection -> bench.app;
            TcpListener other = bench.stack.listen(new Port(8), acceptor);
            bench.stack.listen(Bench.SERVICE, acceptor);
            bench.send(TcpFlag.SYN);
            bench.next();
            other.close();
            bench.silent();
        }
    }

    @Nested
    @DisplayName("SYN-SENT")
    class SynSent {
        @ParameterizedTest(name = "acknowledgment {0} after the right one")
        @ValueSource(ints = {-1, 1})
        @DisplayName("a SYN with a wrong acknowledgment is reset")
        void wrongAck(int off) {
            Bench bench = Ways.SYN_SENT.go();
            SeqNumber wrong = bench.expected.plus(off);
            bench.inject(bench.segment(TcpFlag.SYN).ack(wrong).build());
            assertThat(bench.next().seq()).isEqualTo(wrong);
            assertThat(bench.state()).isEqualTo(TcpState.SYN_SENT);
        }

        @Test
        @DisplayName("a reset of our SYN refuses the connection")
        void refused() {
            Bench bench = Ways.SYN_SENT.go();
            bench.send(TcpFlag.RST, TcpFlag.ACK);
            assertThat(bench.app.told).containsExactly("failed REFUSED");
            bench.silent();
        }

        @Test
        @DisplayName("a simultaneous open ends as in figure 7, with the peer's SYN,ACK")
        void simultaneousOpen() {
            Bench bench = Ways.SYN_SENT.go();
            bench.inject(bench.segment(TcpFlag.SYN).build());
            assertThat(bench.next().flags().toString()).isEqualTo("S.");
            bench.send(TcpFlag.SYN, TcpFlag.ACK);
            bench.silent();
            assertThat(bench.state()).isEqualTo(TcpState.ESTABLISHED);
            bench.sendData("x");
            assertThat(text(bench)).isEqualTo(Octets.ofText("x"));
        }

        @Test
        @DisplayName("text with the SYN,ACK is delivered and acknowledged")
        void textOnSynAck() {
            Bench bench = Ways.SYN_SENT.go();
            bench.send(bench.segment(TcpFlag.SYN, TcpFlag.ACK).payload(Octets.ofText("hi")));
            assertThat(bench.next().ack()).isEqualTo(bench.seq);
            assertThat(bench.app.told).containsExactly("established", "readable");
        }
    }

    @Nested
    @DisplayName("First, the sequence number")
    class SequenceNumber {
        @ParameterizedTest(name = "{0} from the left edge, {1} octets: acceptable {2}")
        @CsvSource({
            "-1, 0, false",
            "0, 0, true",
            "65534, 0, true",
            "65535, 0, false",
            "-1, 1, false",
            "-1, 2, true",
            "0, 1, true",
            "65534, 1, true",
            "65534, 2, true",
            "65535, 1, false"
        })
        @DisplayName("the four cases, with the window open")
        void windowOpen(int offset, int length, boolean acceptable) {
            Bench bench = Ways.ESTABLISHED.go();
            bench.connection().send(Octets.of(1));
            bench.next();
            // Whether it was acceptable shows in whether its acknowledgment counted.
            bench.inject(bench.segment(TcpFlag.ACK)
                    .seq(bench.seq.plus(offset))
                    .payload(Octets.wrap(new byte[length]))
                    .build());
            SeqNumber una = bench.connection().status().orElseThrow().sndUna();
            assertThat(una.equals(bench.expected)).isEqualTo(acceptable);
        }

        @Test
        @DisplayName("with the window closed, text is refused and answered, but its acknowledgment counts")
        void windowClosed() {
            Bench bench = fullWindow();
            bench.connection().send(Octets.of(1));
            bench.next();
            bench.inject(bench.segment(TcpFlag.ACK).payload(Octets.of(9)).build());
            TcpSegment answer = bench.next();
            assertThat(answer.ack()).isEqualTo(bench.seq);
            assertThat(answer.window()).isZero();
            assertThat(bench.connection().status().orElseThrow().sndUna()).isEqualTo(bench.expected);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        @DisplayName("with the window closed, a reset counts, with data or without")
        void resetWithWindowClosed(int length) {
            Bench bench = fullWindow();
            bench.inject(bench.segment(TcpFlag.RST)
                    .payload(Octets.wrap(new byte[length]))
                    .build());
            assertThat(bench.app.told).endsWith("failed RESET");
        }

        @Test
        @DisplayName("the wrap at 2^32 is nothing special")
        void wrap() {
            Bench bench = new Bench();
            bench.seq = SeqNumber.of(-3);
            Ways.ESTABLISHED.go(bench).sendData("wraps");
            assertThat(bench.waitForAck().next().ack()).isEqualTo(SeqNumber.of(3));
            assertThat(text(bench)).isEqualTo(Octets.ofText("wraps"));
        }
    }

    @Nested
    @DisplayName("Second and fourth, RST and SYN")
    class RstAndSyn {
        @Test
        @DisplayName("a reset tells the user, and nothing is left")
        void reset() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.send(TcpFlag.RST);
            assertThat(bench.app.told).containsExactly("established", "failed RESET");
            bench.inject(bench.segment(TcpFlag.ACK).build());
            assertThat(bench.next().flags().toString()).isEqualTo("R");
        }

        @Test
        @DisplayName("the window's last number is challenged, the one after it is not")
        void rightEdge() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.inject(bench.segment(TcpFlag.RST).seq(bench.seq.plus(65534)).build());
            assertThat(bench.next().flags().toString()).isEqualTo(".");
            bench.inject(bench.segment(TcpFlag.RST).seq(bench.seq.plus(65535)).build());
            bench.silent();
        }

        @Test
        @DisplayName("a reset or a SYN in SYN-RECEIVED leads back to LISTEN")
        void backToListen() {
            for (TcpFlag flag : List.of(TcpFlag.RST, TcpFlag.SYN)) {
                Bench bench = Ways.SYN_RECEIVED_PASSIVE.go();
                bench.inject(bench.segment(flag).build());
                bench.silent();
                bench.inject(bench.segment(TcpFlag.SYN).build());
                assertThat(bench.next().flags().toString()).isEqualTo("S.");
                assertThat(bench.app.told).isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("Fifth, ACK")
    class Acknowledgment {
        @Test
        @DisplayName("an old segment does not change the window")
        void oldWindow() {
            Bench bench = Ways.ESTABLISHED.go();
            TcpSegment old = bench.segment(TcpFlag.ACK)
                    .window(10)
                    .payload(Octets.of(1, 2, 3))
                    .build();
            bench.sendData("a");
            bench.sendData("b");
            bench.inject(old);
            assertThat(bench.connection().status().orElseThrow().sndWnd()).isEqualTo(65535);
        }

        @Test
        @DisplayName("one that is older than the largest window is answered, and its text refused")
        void tooOld() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.inject(bench.segment(TcpFlag.ACK)
                    .ackNumber(bench.expected.plus(-65537))
                    .payload(Octets.of(1))
                    .build());
            assertThat(bench.next().ack()).isEqualTo(bench.seq);
            assertThat(text(bench).isEmpty()).isTrue();
        }
    }

    @Nested
    @DisplayName("Seventh and eighth, text and FIN")
    class TextAndFin {
        @Test
        @DisplayName("pieces out of order, overlapping and twice become one stream; the FIN waits for all of it")
        void outOfOrder() {
            Bench bench = Ways.ESTABLISHED.go();
            for (int[] piece : new int[][] {{4, 7}, {2, 5}, {5, 8}, {8, 10}, {1, 3}, {0, 1}}) {
                boolean last = piece[1] == 10;
                Octets text = Octets.ofText("0123456789").slice(piece[0], piece[1]);
                bench.inject((last ? bench.segment(TcpFlag.ACK, TcpFlag.FIN) : bench.segment(TcpFlag.ACK))
                        .seq(bench.seq.plus(piece[0]))
                        .payload(text)
                        .build());
            }
            List<TcpSegment> acks = bench.all();
            assertThat(acks).hasSize(6);
            assertThat(acks.subList(0, 5)).allMatch(ack -> ack.ack().equals(bench.seq));
            assertThat(acks.get(5).ack()).isEqualTo(bench.seq.plus(11));
            assertThat(text(bench)).isEqualTo(Octets.ofText("0123456789"));
            assertThat(bench.app.told).containsExactly("established", "readable", "peer closed");
        }

        @Test
        @DisplayName("a piece beyond a gap is answered by itself, even if data leaves at the same time")
        void duplicateAck() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.connection().send(Octets.ofText("a"));
            bench.connection().send(Octets.ofText("b"));
            bench.all();
            bench.inject(bench.segment(TcpFlag.ACK)
                    .seq(bench.seq.plus(1))
                    .payload(Octets.of(2))
                    .build());
            List<TcpSegment> answers = bench.all();
            assertThat(answers.stream().map(seg -> seg.payload().toText())).containsExactly("b", "");
            assertThat(answers).allMatch(seg -> seg.ack().equals(bench.seq));
        }

        @Test
        @DisplayName("text that fills a gap, all of it or a part, is acknowledged at once")
        void gapFilled() {
            Bench bench = Ways.ESTABLISHED.go();
            for (int place : new int[] {3, 1, 0, 2}) {
                bench.inject(bench.segment(TcpFlag.ACK)
                        .seq(bench.seq.plus(place))
                        .payload(Octets.of(place))
                        .build());
            }
            assertThat(bench.all().stream().map(ack -> ack.ack().minus(bench.seq)))
                    .containsExactly(0, 0, 2, 4);
            assertThat(text(bench)).isEqualTo(Octets.of(0, 1, 2, 3));
        }

        @Test
        @DisplayName("a FIN beyond a gap counts when the gap is filled")
        void finOutOfOrder() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.inject(bench.segment(TcpFlag.ACK, TcpFlag.FIN)
                    .seq(bench.seq.plus(2))
                    .build());
            assertThat(bench.next().ack()).isEqualTo(bench.seq);
            bench.inject(bench.segment(TcpFlag.ACK).payload(Octets.of(1)).build());
            assertThat(bench.next().ack()).isEqualTo(bench.seq.plus(1));
            bench.inject(bench.segment(TcpFlag.ACK)
                    .seq(bench.seq.plus(1))
                    .payload(Octets.of(2))
                    .build());
            assertThat(bench.next().ack()).isEqualTo(bench.seq.plus(3));
            assertThat(bench.state()).isEqualTo(TcpState.CLOSE_WAIT);
        }

        @ParameterizedTest(name = "{0} octets where 5535 fit")
        @ValueSource(ints = {5_535, 5_540})
        @DisplayName("what lies right of the window is not taken, nor a FIN there")
        void rightOfWindow(int length) {
            Bench bench = Ways.ESTABLISHED.go();
            bench.app.lazy();
            bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[60_000])));
            bench.inject(bench.segment(TcpFlag.ACK, TcpFlag.FIN)
                    .payload(Octets.wrap(new byte[length]))
                    .build());
            assertThat(bench.waitForAck().next().ack()).isEqualTo(bench.seq.plus(5_535));
            assertThat(bench.state()).isEqualTo(TcpState.ESTABLISHED);
            bench.app.read(bench.connection());
            assertThat(text(bench).length()).isEqualTo(65_535);
        }

        @Test
        @DisplayName("TIME-WAIT begins anew when the FIN comes again")
        void timeWaitRestarts() {
            Bench bench = Ways.TIME_WAIT.go();
            bench.world.pass(Duration.ofSeconds(239));
            bench.inject(bench.segment(TcpFlag.FIN, TcpFlag.ACK)
                    .seq(bench.seq.plus(-1))
                    .build());
            assertThat(bench.next().ack()).isEqualTo(bench.seq);
            bench.world.pass(Duration.ofSeconds(239));
            assertThat(bench.state()).isEqualTo(TcpState.TIME_WAIT);
            bench.world.pass(Duration.ofSeconds(1));
            assertThat(bench.state()).isEqualTo(TcpState.CLOSED);
            assertThat(bench.app.told).endsWith("peer closed", "closed");
        }
    }

    @Test
    @DisplayName("the MSS is announced in every SYN, and the peer's is respected; without one it is 536")
    void mss() {
        for (int mss : new int[] {0, 1000, 9000}) {
            Bench bench = new Bench().connect();
            assertThat(bench.next().options()).contains(new TcpOption.MaximumSegmentSize(1460));
            List<TcpOption> options = mss == 0 ? List.of() : List.of(new TcpOption.MaximumSegmentSize(mss));
            bench.send(bench.segment(TcpFlag.SYN, TcpFlag.ACK).options(options));
            bench.next();
            bench.connection().send(Octets.wrap(new byte[3000]));
            int expected = mss == 0 ? 536 : Math.min(mss, 1460);
            List<TcpSegment> rest = bench.acknowledgeAll();
            assertThat(rest.get(0).payload().length()).isEqualTo(expected);
            assertThat(rest.get(rest.size() - 1).has(TcpFlag.PSH)).isTrue();
            assertThat(rest.subList(0, rest.size() - 1)).noneMatch(seg -> seg.has(TcpFlag.PSH));
        }
    }
}
