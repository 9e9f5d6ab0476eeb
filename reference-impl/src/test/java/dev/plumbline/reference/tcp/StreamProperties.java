package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Pair;
import dev.plumbline.reference.kit.Pair.Fate;
import dev.plumbline.reference.kit.Pair.Talker;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("A stream")
class StreamProperties {
    private static final Duration LONG = Duration.ofHours(2);

    @Property(tries = 300)
    @Label("arrives intact both ways over any network that gets well in time, and ends in CLOSED")
    void arrivesIntact(
            @ForAll("streams") Octets there,
            @ForAll("streams") Octets back,
            @ForAll("networks") List<Fate> network,
            @ForAll("initialNumbers") SeqNumber clientIss,
            @ForAll("initialNumbers") SeqNumber serverIss) {
        Pair pair = new Pair(network, clientIss, serverIss);
        Talker client = new Talker(there);
        Talker server = new Talker(back);
        pair.server.listen(Pair.SERVICE, server::begin);
        TcpConnection opened = pair.client.connect(Port.ANY, Pair.service(), client);
        pair.world.pass(LONG);
        assertThat(server.app.received()).isEqualTo(there);
        assertThat(client.app.received()).isEqualTo(back);
        assertThat(client.app.told).endsWith("peer closed", "closed");
        assertThat(server.state()).isEqualTo(TcpState.CLOSED);
        assertThat(opened.status().orElseThrow().state()).isEqualTo(TcpState.CLOSED);
    }

    @Provide
    Arbitrary<Octets> streams() {
        Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 535, 536, 1460, 1461, 65535, 65536, 150_000);
        Arbitrary<Integer> others = Arbitraries.integers().between(0, 20_000);
        return Arbitraries.oneOf(lengths, others).map(StreamProperties::stream);
    }

    private static Octets stream(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Octets.wrap(bytes);
    }

    @Provide
    Arbitrary<List<Fate>> networks() {
        return Arbitraries.of(Fate.class).list().ofMaxSize(150);
    }

    @Provide
    Arbitrary<SeqNumber> initialNumbers() {
        Arbitrary<Integer> nearWrap = Arbitraries.integers().between(-70_000, 10);
        Arbitrary<Integer> nearSign = Arbitraries.integers().between(Integer.MAX_VALUE - 70_000, Integer.MAX_VALUE);
        return Arbitraries.oneOf(nearWrap, nearSign, Arbitraries.integers()).map(SeqNumber::new);
    }
}
