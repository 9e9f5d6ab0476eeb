package dev.plumbline.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.GrowingOctets;
import dev.plumbline.wire.Octets;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class ReceiveTest {
    private final GrowingOctets received = new GrowingOctets();

    @Test
    void whatIsTakenLeavesTheBufferSoThereIsAnEnd() {
        assertThat(all(call -> Octets.ofText(call < 13_000 ? "aaaaa" : ""), 65_000))
                .isTrue();
        assertThat(received.length()).isEqualTo(65_000);
    }

    @Test
    void whatWasGivenTwiceIsForAnotherToTell() {
        assertThat(all(call -> Octets.ofText(call < 2 ? "ab" : ""), 2)).isTrue();
        assertThat(received.octets().toText()).isEqualTo("abab");
    }

    @Test
    void whoGivesFarMoreThanHasComeInIsAskedNoMore() {
        assertThat(all(call -> Octets.ofText("x"), 41)).isFalse();
        assertThat(received.length()).isEqualTo(4 * 41 + 1);
    }

    private boolean all(IntFunction<Octets> data, long cameIn) {
        return Receive.all(giving(data), 100, received, cameIn);
    }

    private static TcpConnection giving(IntFunction<Octets> data) {
        return new TcpConnection() {
            private int calls;

            @Override
            public SocketAddress local() {
                return new SocketAddress(Ipv4Address.UNSPECIFIED, Port.ANY);
            }

            @Override
            public SocketAddress remote() {
                return local();
            }

            @Override
            public int send(Octets octets) {
                return 0;
            }

            @Override
            public Octets receive(int max) {
                return data.apply(calls++);
            }

            @Override
            public void close() {}

            @Override
            public void abort() {}
        };
    }
}
