package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final World world = new World();
    private final PeerHost a = world.peer("a", "192.0.2.1");
    private final PeerHost b = world.peer("b", "192.0.2.2");
    private final PeerHost c = world.peer("c", "192.0.2.3");

    @Test
    void aDatagramArrivesLaterAndOnlyThroughTheTimeline() {
        world.network.connect(a.attachment(), b.attachment(), Impairment.none(), Impairment.none());
        a.send(Octets.of(1));
        assertThat(b.received()).isEmpty();
        world.run();
        assertThat(b.received()).containsExactly(Octets.of(1));
        assertThat(world.transcript.entries())
                .extracting(Transcript.Entry::kind)
                .containsExactly(Kind.SENT, Kind.RECEIVED);
        assertThat(world.transcript.datagrams()).isEqualTo(1);
    }

    @Test
    void theDirectionsAreDifferentPaths() {
        List<Duration> arrivals = new ArrayList<>();
        world.network.connect(
                a.attachment(),
                b.attachment(),
                Impairment.delay(Duration.ofMillis(30)),
                Impairment.delay(Duration.ofMillis(5)));
        b.onReceive(datagram -> {
            arrivals.add(world.timeline.now());
            b.send(datagram);
        });
        a.onReceive(datagram -> arrivals.add(world.timeline.now()));
        a.send(Octets.of(1));
        world.run();
        assertThat(arrivals).containsExactly(Duration.ofMillis(30), Duration.ofMillis(35));
    }

    @Test
    void theCableCarriesWhatFitsAndDropsWhatDoesNot() {
        world.network.connect(
                a.attachment(), b.attachment(), new Path(Impairment.none(), 100), Path.of(Impairment.none()));
        a.send(Octets.wrap(new byte[100]));
        a.send(Octets.wrap(new byte[101]));
        b.send(Octets.wrap(new byte[101]));
        world.run();
        assertThat(b.received()).hasSize(1);
        assertThat(a.received()).hasSize(1);
        assertThat(world.texts(Kind.LOST)).containsExactly("larger than the MTU of 100 octets");
    }

    @Test
    void withoutFurtherWordsTheLinkSaysWhatFits() {
        world.network.connect(a.attachment(), b.attachment());
        a.send(Octets.wrap(new byte[1501]));
        assertThat(world.texts(Kind.LOST)).containsExactly("larger than the MTU of 1500 octets");
    }

    @Test
    void lossesAreRecordedWithTheirReason() {
        Cable cable = world.network.connect(
                a.attachment(), b.attachment(), Impairment.dropping(Set.of(1)), Impairment.none());
        a.send(Octets.of(0));
        a.send(Octets.of(1));
        cable.unplug();
        a.send(Octets.of(2));
        world.run();
        assertThat(b.received()).containsExactly(Octets.of(0));
        assertThat(world.texts(Kind.LOST)).containsExactly("dropped by the network", "no cable is plugged in");
    }

    @Test
    void aPathMayChangeAndCountsAgain() {
        Cable cable = world.network.connect(a.attachment(), b.attachment(), Impairment.losing(1), Impairment.losing(1));
        a.send(Octets.of(0));
        cable.there(Path.of(Impairment.dropping(Set.of(1))));
        cable.back(Path.of(Impairment.none()));
        a.send(Octets.of(1));
        a.send(Octets.of(2));
        a.send(Octets.of(3));
        b.send(Octets.of(4));
        world.run();
        assertThat(b.received()).containsExactly(Octets.of(1), Octets.of(3));
        assertThat(a.received()).containsExactly(Octets.of(4));
    }

    @Test
    void amongSeveralNeighboursTheDestinationChooses() {
        world.network.connect(a.attachment(), b.attachment());
        world.network.connect(a.attachment(), c.attachment());
        a.send(World.udp(a.address(), c.address(), 1));
        world.run();
        assertThat(b.received()).isEmpty();
        assertThat(c.received()).hasSize(1);

        a.send(World.udp(a.address(), Ipv4Address.BROADCAST, 1));
        a.send(Octets.of(7));
        world.run();
        assertThat(b.received()).hasSize(2);
        assertThat(c.received()).hasSize(3);
    }

    @Test
    void listenersHearOfEveryEntryAtOnceAndMayAddToIt() {
        List<String> heard = new ArrayList<>();
        world.transcript.listen(entry -> {
            heard.add(entry.text());
            if (entry.kind() == Kind.NOTE && entry.text().equals("one")) {
                world.transcript.note("a", "two\nlines");
            }
        });
        world.transcript.note("one");
        assertThat(heard).containsExactly("one", "two | lines");
        assertThat(world.transcript.entries()).hasSize(2);
    }
}
