package dev.plumbline.reference.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.transport.SocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Initial sequence numbers (RFC 9293 section 3.4.1). */
class IsnGeneratorTest {
    private static final SocketAddress HERE = SocketAddress.parse("192.0.2.1:1");
    private static final SocketAddress THERE = SocketAddress.parse("192.0.2.2:2");

    @Test
    @DisplayName("the hash is SipHash-2-4: the values published with it come out")
    void sipHash() {
        long key0 = 0x0706050403020100L;
        long key1 = 0x0f0e0d0c0b0a0908L;
        assertThat(SipHash.of(key0, key1)).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(SipHash.of(key0, key1, key0)).isEqualTo(0x93f5f5799a932462L);
        assertThat(SipHash.of(key0, key1, key0, key1)).isEqualTo(0x3f2acc7f57c29bdbL);
    }

    @Test
    @DisplayName("the clock ticks every four microseconds; name and secret make the rest")
    void parts() {
        IsnGenerator isns = new IsnGenerator(1, 2);
        var isn = isns.choose(HERE, THERE, Duration.ZERO);
        assertThat(isns.choose(HERE, THERE, Duration.ofMillis(4)).minus(isn)).isEqualTo(1000);
        assertThat(isns.choose(THERE, HERE, Duration.ZERO)).isNotEqualTo(isn);
        assertThat(new IsnGenerator(1, 3).choose(HERE, THERE, Duration.ZERO)).isNotEqualTo(isn);
    }
}
