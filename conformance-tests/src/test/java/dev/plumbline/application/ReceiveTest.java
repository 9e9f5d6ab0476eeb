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
        assertThat(Receive.all(giving(call -> Octets.ofText(call < 3000 ? "call " + call : "")), 100, received))
                .isTrue();
        assertThat(received.octets().toText()).endsWith("call 2998call 2999");
    }

    @Test
    void whoGivesTheSameInEachCallIsAskedNoMore() {
        assertThat(Receive.all(giving(call -> Octets.ofText("x")), 100, received))
                .isFalse();
        assertThat(received.octets().length()).isLessThan(300_000);
    }

    @Test
    void whoGivesLittleOfALotOfEqualOctetsIsAskedForAllOfThem() {
        assertThat(Receive.all(giving(call -> Octets.ofText(call < 13_000 ? "aaaaa" : "")), 100, received))
                .isTrue();
        assertThat(received.octets().length()).isEqualTo(65_000);
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
