package dev.plumbline.peer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.testbed.VirtualTimeline;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Finding;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticedTest {
    private static final Octets PACKET = Ipv4Packet.of(
                    Ipv4Address.parse("198.19.0.1"),
                    Ipv4Address.parse("198.18.0.1"),
                    new IpProtocol(99),
                    Octets.ofText("data"))
            .encode();
    private static final Entry CAME = new Entry(Duration.ZERO, Lab.ENDPOINT, Kind.RECEIVED, PACKET, "");
    private static final Entry LEFT = new Entry(Duration.ZERO, Lab.ENDPOINT, Kind.SENT, PACKET, "");
    private static final Finding MISSING = Finding.missing("it did not answer", "an answer", "nothing");

    @Test
    void whatASilentStackWasToReadIsTold() {
        assertThat(noticed(List.of(CAME), MISSING)).first().asString().startsWith("Not one packet has left");
        assertThat(noticed(List.of(CAME, LEFT), MISSING)).isEmpty();
        assertThat(noticed(List.of(CAME, event("the server is connected")), MISSING))
                .isEmpty();
        assertThat(noticed(List.of(CAME), Finding.wrong("it is wrong", "", ""))).isEmpty();
        assertThat(noticed(List.of(CAME), Finding.crash("it threw", ""))).isEmpty();
    }

    @Test
    void anApplicationThatIsCalledForNothing() {
        assertThat(noticed(List.of(CAME, event("the server receives 0 octets")), MISSING))
                .singleElement()
                .asString()
                .startsWith("The application was told that there is data, and was given none.");
        assertThat(noticed(List.of(CAME, event("the server receives 10 octets")), MISSING))
                .isEmpty();
    }

    @Test
    void anApplicationThatWaitsForRoom() {
        Entry keeps = event("the client hands down 9 octets of these, and keeps the rest until the stack has room");
        assertThat(noticed(List.of(CAME, keeps), MISSING))
                .singleElement()
                .asString()
                .contains("never told that there is room");
        assertThat(noticed(List.of(CAME, keeps, event("the client is told that there is room")), MISSING))
                .isEmpty();
    }

    @Test
    void anApplicationThatIsGivenMoreThanHasComeIn() {
        Entry same = event("the server receives 2001 octets, more than has come in, and asks no more");
        assertThat(noticed(List.of(CAME, same), Finding.wrong("it came twice", "", "")))
                .singleElement()
                .asString()
                .endsWith("what it has taken must leave the receive buffer.");
    }

    @Test
    void anApplicationThatIsToldOfAnotherPeer() {
        Ipv4Address peer = Ipv4Address.parse("198.19.0.1");
        Ipv4Address own = Ipv4Address.parse("198.18.0.1");
        Octets syn = TcpSegment.between(Port.of(5000), Port.of(80))
                .flag(TcpFlag.SYN)
                .build()
                .encode(peer, own);
        Octets packet = Ipv4Packet.of(peer, own, IpProtocol.TCP, syn).encode();
        Entry came = new Entry(Duration.ZERO, Lab.ENDPOINT, Kind.RECEIVED, packet, "");
        assertThat(noticed(List.of(came, event("the server is connected to 198.18.0.1:5000")), MISSING))
                .containsExactly(
                        "The application was told that it is connected to 198.18.0.1:5000, but the segments came"
                                + " from 198.19.0.1:5000.");
        assertThat(noticed(List.of(came, event("the server is connected to 198.19.0.1:5000")), MISSING))
                .isEmpty();
    }

    private static Entry event(String text) {
        return new Entry(Duration.ZERO, Lab.ENDPOINT, Kind.EVENT, Octets.empty(), text);
    }

    private static List<String> noticed(List<Entry> entries, Finding finding) {
        Transcript transcript = new Transcript(new VirtualTimeline());
        entries.forEach(transcript::append);
        return Noticed.in(transcript, finding);
    }
}
