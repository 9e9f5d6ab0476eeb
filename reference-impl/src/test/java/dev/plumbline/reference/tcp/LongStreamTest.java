package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Bench;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.transport.SocketAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream that is longer than the sequence numbers reach")
class LongStreamTest {
    @Test
    @DisplayName("Its SYN stays acknowledged, however many octets follow")
    void synStaysAcknowledged() {
        SocketAddress end = new SocketAddress(Bench.STACK, Bench.SERVICE);
        Tcb tcb = new Tcb(end, end, false, new Tcb.Initial(SeqNumber.ZERO, 0, 1460, new TcpParts()));
        assertThat(tcb.isSynAcknowledged()).isFalse();
        for (int i = 0; i < 9; i++) {
            tcb.acknowledged(tcb.sndUna.plus(500_000_000));
            assertThat(tcb.isSynAcknowledged()).as("at " + tcb.sndUna).isTrue();
        }
    }
}
