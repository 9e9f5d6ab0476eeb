package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.Packets;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for messages over TCP, however the stream is cut (RFC 1035 section 4.2.2). */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class DnsFramesProperties {
    @Property(tries = 200)
    void messagesComeBackHoweverTheStreamIsCut(
            @ForAll @Size(max = 4) List<Octets> messages, @ForAll @IntRange(min = 1, max = 700) int piece) {
        Octets stream = messages.stream().map(DnsFrames::frame).reduce(Octets.empty(), Octets::plus);
        DnsFrames frames = new DnsFrames();
        List<Octets> read = new ArrayList<>();
        for (int at = 0; at < stream.length(); at += piece) {
            read.addAll(frames.receive(stream.slice(at, Math.min(at + piece, stream.length()))));
        }

        assertThat(read).isEqualTo(messages);
        assertThat(frames.pending()).isZero();
    }

    @Property(tries = 100)
    void theLengthStandsFirst(@ForAll Octets message) {
        Octets frame = DnsFrames.frame(message);

        assertThat(frame.u16(0)).isEqualTo(message.length());
        assertThat(frame.from(2)).isEqualTo(message);
    }

    @Property(tries = 100)
    void whatIsIncompleteWaits(@ForAll Octets message) {
        DnsFrames frames = new DnsFrames();
        Octets frame = DnsFrames.frame(message);

        assertThat(frames.receive(frame.slice(0, frame.length() - 1))).isEmpty();
        assertThat(frames.pending()).isEqualTo(frame.length() - 1);
        assertThat(frames.receive(frame.from(frame.length() - 1))).containsExactly(message);
    }

    @Example
    void aMessageHasUpTo65535Octets() {
        Octets longest = Octets.wrap(new byte[65535]);

        assertThat(new DnsFrames().receive(DnsFrames.frame(longest))).containsExactly(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DnsFrames.frame(longest.plus(Octets.of(0))))
                .withMessage("a message over TCP is at most 65535 octets, found 65536");
    }
}
