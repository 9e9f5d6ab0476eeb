package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.reference.kit.Ways;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is not worth a segment of its own (RFC 9293 sections 3.7.4, 3.8.6.2 and 3.8.6.3). The MSS is 536. */
class SmallSegmentsTest {
    private static List<String> texts(Bench bench) {
        return bench.all().stream().map(seg -> seg.payload().toText()).toList();
    }

    private static List<Integer> sizes(Bench bench) {
        return bench.all().stream().map(seg -> seg.payload().length()).toList();
    }

    private static Bench withoutNagle() {
        return new Bench(builder -> builder.tcp(new TcpParts() {
            @Override
            public WhenToSendData whenToSendData() {
                return new WhenToSendData(/* nagle= */ false);
            }
        }));
    }

    @Nested
    class Nagle {
        @Test
        @DisplayName("small pieces wait together for the acknowledgment of the first")
        void coalesces() {
            Bench bench = Ways.ESTABLISHED.go();
            for (String letter : List.of("a", "b", "c")) {
                bench.connection().send(Octets.ofText(letter));
            }
            assertThat(texts(bench)).containsExactly("a");
            bench.send(TcpFlag.ACK);
            assertThat(texts(bench)).containsExactly("bc");
        }

        @Test
        @DisplayName("a full segment does not wait, nor what is left when the application closes")
        void fullOrLast() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.connection().send(Octets.of(1));
            bench.connection().send(Octets.wrap(new byte[600]));
            assertThat(sizes(bench)).containsExactly(1, 536);
            bench.connection().close();
            assertThat(sizes(bench)).containsExactly(64);
        }

        @Test
        @DisplayName("it can be turned off")
        void off() {
            Bench bench = Ways.ESTABLISHED.go(withoutNagle());
            bench.connection().send(Octets.ofText("a"));
            bench.connection().send(Octets.ofText("b"));
            assertThat(texts(bench)).containsExactly("a", "b");
        }
    }

    @Nested
    @DisplayName("A sender")
    class SillyWindows {
        private Bench withWindow(int first, int then) {
            Bench bench = withoutNagle();
            bench.window = first;
            Ways.ESTABLISHED.go(bench);
            bench.window = then;
            bench.send(TcpFlag.ACK);
            bench.connection().send(Octets.wrap(new byte[1000]));
            return bench;
        }

        @Test
        @DisplayName("does not use a small window before a second has passed, and then it does")
        void override() {
            Bench bench = withWindow(2000, 100);
            bench.world.pass(Duration.ofMillis(99));
            bench.silent();
            bench.world.pass(Duration.ofMillis(901));
            assertThat(sizes(bench)).containsExactly(100);
        }

        @Test
        @DisplayName("uses half of the largest window at once, and a window that takes all there is")
        void worthwhile() {
            assertThat(sizes(withWindow(200, 100))).containsExactly(100);
            Bench bench = Ways.ESTABLISHED.go();
            bench.window = 10;
            bench.send(TcpFlag.ACK);
            bench.connection().send(Octets.wrap(new byte[10]));
            assertThat(sizes(bench)).containsExactly(10);
        }
    }

    @Nested
    @DisplayName("A receiver")
    class Receiver {
        @Test
        @DisplayName("does not move its window's edge for less than a segment")
        void sillyWindow() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.app.lazy();
            bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[60_000])));
            bench.send(bench.segment(TcpFlag.ACK).payload(Octets.wrap(new byte[5_535])));
            bench.all();
            bench.connection().receive(535);
            bench.silent();
            assertThat(bench.connection().status().orElseThrow().rcvWnd()).isZero();
            bench.connection().receive(1);
            assertThat(bench.next().window()).isEqualTo(536);
        }

        @Test
        @DisplayName("lets an acknowledgment wait for less than half a second")
        void delayedAck() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.sendData("a");
            bench.silent();
            bench.waitForAck();
            assertThat(bench.next().ack()).isEqualTo(bench.seq);
            bench.world.pass(Duration.ofHours(1));
            bench.silent();
        }

        @Test
        @DisplayName("acknowledges every second segment at once")
        void everySecond() {
            Bench bench = Ways.ESTABLISHED.go();
            for (int i = 0; i < 3; i++) {
                bench.sendData("a");
                bench.silent();
                bench.sendData("b");
                assertThat(bench.next().ack()).isEqualTo(bench.seq);
            }
        }

        @Test
        @DisplayName("lets an acknowledgment ride on data")
        void piggyback() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.sendData("question");
            bench.connection().send(Octets.ofText("answer"));
            TcpSegment answer = bench.next();
            assertThat(answer.ack()).isEqualTo(bench.seq);
            bench.send(TcpFlag.ACK);
            bench.world.pass(Duration.ofHours(1));
            bench.silent();
        }

        @Test
        @DisplayName("acknowledges a FIN at once, with the text before it")
        void fin() {
            Bench bench = Ways.ESTABLISHED.go();
            bench.sendData("a");
            bench.send(TcpFlag.FIN, TcpFlag.ACK);
            assertThat(bench.next().ack()).isEqualTo(bench.seq);
            bench.silent();
        }
    }
}
