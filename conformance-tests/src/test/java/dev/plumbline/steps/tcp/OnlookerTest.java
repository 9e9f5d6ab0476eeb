package dev.plumbline.steps.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import org.junit.jupiter.api.Test;

class OnlookerTest {
    private static final SeqNumber FIRST = SeqNumber.of(1000);
    private static final SeqNumber ITS_FIRST = SeqNumber.of(5000);

    private final Onlooker onlooker = new Onlooker(FIRST);

    @Test
    void textBeginsBehindTheSynThatIsAnswered() {
        opens(FIRST, ITS_FIRST);
        assertThat(onlooker.first()).isEqualTo(FIRST.plus(1));
        opens(FIRST.plus(70), ITS_FIRST.plus(9));
        assertThat(onlooker.first()).isEqualTo(FIRST.plus(71));
    }

    @Test
    void anAnswerToAnotherSynBeginsAnotherConnectionThoughItsOwnNumberIsTheSame() {
        opens(FIRST, ITS_FIRST);
        opens(FIRST.plus(70), ITS_FIRST);
        assertThat(onlooker.first()).isEqualTo(FIRST.plus(71));
    }

    @Test
    void theSameAnswerOnceMoreBeginsNothing() {
        opens(FIRST, ITS_FIRST);
        onlooker.sent(
                segment(TcpFlag.ACK).seq(FIRST.plus(1)).ack(ITS_FIRST.plus(1)).build());
        answers(FIRST, ITS_FIRST);
        assertThat(onlooker.first()).isEqualTo(FIRST.plus(1));
    }

    /** A SYN that is old or lies in the window is refused, and what was said before is said again. */
    @Test
    void whatAnswersTheFirstSynOnceMoreIsNoAnswerToAStrayOne() {
        opens(FIRST, ITS_FIRST);
        onlooker.sent(segment(TcpFlag.SYN).seq(FIRST.plus(-30)).build());
        answers(FIRST, ITS_FIRST);
        assertThat(onlooker.first()).isEqualTo(FIRST.plus(1));
        onlooker.sent(segment(TcpFlag.SYN).seq(FIRST.plus(30)).build());
        answers(FIRST, ITS_FIRST);
        assertThat(onlooker.first()).isEqualTo(FIRST.plus(1));
    }

    private void opens(SeqNumber number, SeqNumber its) {
        onlooker.sent(segment(TcpFlag.SYN).seq(number).build());
        answers(number, its);
    }

    private void answers(SeqNumber number, SeqNumber its) {
        onlooker.heard(segment(TcpFlag.SYN, TcpFlag.ACK)
                .seq(its)
                .ack(number.plus(1))
                .window(100)
                .build());
    }

    private static TcpSegment.Builder segment(TcpFlag... flags) {
        return TcpSegment.between(new Port(1), new Port(2)).flags(TcpFlags.of(flags));
    }
}
