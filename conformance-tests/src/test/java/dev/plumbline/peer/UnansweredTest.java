package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.Timer;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.testbed.VirtualTimeline;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnansweredTest {
    private static final Ipv4Address PEER = Ipv4Address.parse("198.19.0.1");
    private static final Ipv4Address OWN = Ipv4Address.parse("198.18.0.1");

    private final VirtualTimeline timeline = new VirtualTimeline();
    private final Transcript transcript = new Transcript(timeline);

    @Test
    void whoHasStartedNoTimerIsToldSo() {
        sends(TcpFlag.SYN);
        passes(3000);
        assertThat(words())
                .hasValue("What has left, up to 101, is not acknowledged, and then nothing happens. No"
                        + " timer of the endpoint's is running: look where one is started.");
    }

    @Test
    void whoseTimerRunsOutHasDoneNothingThen() {
        sends(TcpFlag.SYN);
        starts(1000);
        passes(3000);
        assertThat(words().orElseThrow())
                .endsWith("A timer of the endpoint's runs out at 1.000000 s: look at what is done then.");
    }

    @Test
    void whoHasStoppedItIsToldWhen() {
        sends(TcpFlag.SYN, TcpFlag.ACK);
        Timer timer = starts(1000);
        passes(20);
        hears(100, 9);
        timer.cancel();
        passes(3000);
        assertThat(words())
                .hasValue(
                        "What has left is acknowledged up to 100, and not up to 101, and then nothing happens. No timer"
                                + " of the endpoint's is running: it was stopped at 0.020000 s.");
    }

    @Test
    void whoseTimerIsForLaterIsToldWhen() {
        sends(TcpFlag.SYN);
        starts(60_000);
        passes(3000);
        assertThat(words().orElseThrow()).endsWith("Its next timer runs out at 60.000000 s only.");
    }

    @Test
    void aClosedWindowIsWaitedFor() {
        sends(TcpFlag.SYN);
        hears(101, 0);
        passes(3000);
        assertThat(words().orElseThrow()).startsWith("The peer's window is closed, and then nothing happens.");
    }

    @Test
    void whatIsAnsweredOrHasJustLeftIsNoMatter() {
        sends(TcpFlag.SYN);
        passes(800);
        assertThat(words()).isEmpty();
        hears(101, 9);
        passes(3000);
        assertThat(words()).isEmpty();
    }

    private Optional<String> words() {
        return new Unanswered(transcript.entries(), transcript.alarms(Lab.ENDPOINT), timeline.now()).words();
    }

    private Timer starts(long milliseconds) {
        return transcript.alarms(Lab.ENDPOINT).start(timeline, Duration.ofMillis(milliseconds), () -> {});
    }

    private void passes(long milliseconds) {
        timeline.runUntil(() -> false, Duration.ofMillis(milliseconds));
    }

    private void sends(TcpFlag... flags) {
        TcpSegment.Builder segment =
                TcpSegment.between(Port.of(80), Port.of(5000)).seq(SeqNumber.of(100));
        for (TcpFlag flag : flags) {
            segment.flag(flag);
        }
        append(Kind.SENT, OWN, PEER, segment.build());
    }

    private void hears(long ack, int window) {
        append(
                Kind.RECEIVED,
                PEER,
                OWN,
                TcpSegment.between(Port.of(5000), Port.of(80))
                        .ack(SeqNumber.of(ack))
                        .window(window)
                        .build());
    }

    private void append(Kind kind, Ipv4Address source, Ipv4Address destination, TcpSegment segment) {
        Octets datagram = Ipv4Packet.of(source, destination, IpProtocol.TCP, segment.encode(source, destination))
                .encode();
        transcript.append(kind, Lab.ENDPOINT, datagram, "");
    }
}
