package dev.plumbline.peer;

import static dev.plumbline.tcp.TcpFlag.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardTest {
    private static final SeqNumber ISS = SeqNumber.of(0xffff_fffeL);
    private static final SeqNumber SND_NXT = ISS.plus(100);

    private final Heard heard = new Heard(ISS);

    @Test
    void aHostThatNamesNoMssTakes536Octets() {
        heard.syn(endpoint().flag(SYN).build());
        assertThat(heard.mss()).isEqualTo(536);
    }

    @Test
    void theMssIsThatOfTheSyn() {
        heard.syn(endpoint()
                .flag(SYN)
                .options(List.of(new MaximumSegmentSize(900)))
                .build());
        assertThat(heard.mss()).isEqualTo(900);
        assertThat(heard.irs()).isEqualTo(SeqNumber.of(7));
    }

    @Test
    void theWindowBeginsWithWhatIsAcknowledged() {
        heard.segment(endpoint().ack(ISS.plus(4)).window(10).build(), SND_NXT, 10);
        assertThat(heard.acknowledged()).isEqualTo(SeqNumber.of(2));
        assertThat(heard.rightEdge()).isEqualTo(SeqNumber.of(12));
    }

    @Test
    void anOldAcknowledgmentTakesNothingBack() {
        heard.segment(endpoint().ack(ISS.plus(4)).window(10).build(), SND_NXT, 10);
        heard.segment(endpoint().ack(ISS.plus(1)).window(50).build(), SND_NXT, 50);
        assertThat(heard.rightEdge()).isEqualTo(SeqNumber.of(12));
    }

    @Test
    void anAcknowledgmentOfWhatWasNeverSentSaysNothing() {
        heard.segment(endpoint().ack(SND_NXT.plus(1)).window(10).build(), SND_NXT, 10);
        assertThat(heard.acknowledged()).isEqualTo(ISS);
    }

    private static TcpSegment.Builder endpoint() {
        return TcpSegment.between(Port.of(80), Port.of(5000)).seq(SeqNumber.of(7));
    }
}
