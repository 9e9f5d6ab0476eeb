package dev.plumbline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tcp.SeqNumber;
import org.junit.jupiter.api.Test;

class OfferedWindowTest {
    private final OfferedWindow window = new OfferedWindow();

    @Test
    void beforeAnythingHasArrivedThereIsNone() {
        assertThat(window.edge()).isNull();
    }

    @Test
    void itsEdgeGoesOnWithWhatIsAcknowledgedAndNeverBack() {
        heed(100, 1000, 50);
        assertEdge(1050);
        heed(101, 1020, 50);
        assertEdge(1070);
        heed(102, 1030, 10);
        assertEdge(1070);
    }

    @Test
    void whatItEndsAtIsCountedBeyondTheLastNumber() {
        heed(100, 0xffff_fff0L, 32);
        assertEdge(16);
    }

    /** Its own window does not count (SND.WL1), but what it acknowledges does; with which window, what was dropped may have changed. */
    @Test
    void whatIsOlderMovesTheEdgeByTheLargestWindowThatWasEverOffered() {
        heed(100, 1000, 50);
        heed(200, 1000, 5);
        heed(150, 1020, 7);
        assertEdge(1070);
    }

    @Test
    void whatIsOlderIsNotTheLastWordAboutIt() {
        heed(200, 1000, 50);
        heed(100, 1000, 50);
        heed(150, 1010, 7);
        assertEdge(1060);
    }

    private void heed(long seq, long ack, long offered) {
        window.heed(SeqNumber.of(seq), SeqNumber.of(ack), offered);
    }

    private void assertEdge(long number) {
        assertThat(window.edge()).isEqualTo(SeqNumber.of(number));
    }
}
