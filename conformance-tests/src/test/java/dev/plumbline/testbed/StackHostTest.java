package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StackHostTest {
    private static final Octets PING = Octets.of(1, 2, 3);

    private final World world = new World();
    private final PeerHost peer = world.peer("peer", "192.0.2.2");
    private final StackHost host =
            new StackHost(world.network, Machine.of("endpoint", World.link(0, "192.0.2.1", 1500)));
    private final List<String> seen = new ArrayList<>();

    StackHostTest() {
        world.network.connect(host.attachment(), peer.attachment());
    }

    @Test
    void carriesAnyOctetsBothWaysAndRecordsThem() {
        host.boot(FakeStack.echo());
        peer.send(PING);
        world.run();
        assertThat(peer.received()).containsExactly(PING);
        assertThat(world.transcript.entries())
                .extracting(entry -> entry.host() + " " + entry.kind())
                .containsExactly("peer SENT", "endpoint RECEIVED", "endpoint SENT", "peer RECEIVED");
        assertThat(host.crash()).isEmpty();
    }

    @Test
    void aStackThatSpeaksOnAThreadOfItsOwnHasCrashed() throws InterruptedException {
        host.boot(FakeStack.echo());
        Thread stray = new Thread(() -> host.transmit(host.link(), PING), "stray");
        stray.setUncaughtExceptionHandler((thread, thrown) -> seen.add(String.valueOf(thrown.getMessage())));
        stray.start();
        stray.join();
        assertThat(seen).singleElement().asString().contains("thread 'stray'", "goes through execute");
        assertThat(host.crash())
                .get()
                .satisfies(crash -> assertThat(crash.during()).isEqualTo("on a thread of its own"));
        assertThat(host.isAlive()).isFalse();
        assertThat(world.transcript.entries())
                .extracting(Transcript.Entry::kind)
                .doesNotContain(Kind.SENT);
    }

    @Test
    void isNeverEnteredFromWithinItsOwnTransmit() {
        peer.onReceive(peer::send);
        host.boot(FakeStack.reacting((self, link, datagram) -> {
            seen.add("in");
            if (seen.size() < 6) {
                self.transmit(link, datagram);
            }
            seen.add("out");
        }));
        peer.send(PING);
        world.run();
        assertThat(seen).containsExactly("in", "out", "in", "out", "in", "out", "in", "out");
    }

    @Test
    void whatTheStackThrowsIsKeptAndEndsTheHost() {
        host.boot(FakeStack.reacting((self, link, datagram) -> {
            seen.add("received");
            self.after(Duration.ofSeconds(1), () -> seen.add("timer"));
            self.execute(() -> seen.add("work"));
            throw new StackOverflowError("deep");
        }));
        peer.send(PING);
        peer.send(PING);
        world.run();

        Crash crash = host.crash().orElseThrow();
        assertThat(crash.during()).isEqualTo("while receiving a datagram");
        assertThat(crash.cause()).isInstanceOf(StackOverflowError.class);
        assertThat(seen).containsExactly("received");
        assertThat(host.isAlive()).isFalse();
        assertThat(world.texts(Kind.EVENT))
                .containsExactly("crashed while receiving a datagram: java.lang.StackOverflowError: deep");
        assertThat(world.texts(Kind.LOST)).containsExactly("the host is switched off");
        host.transmit(host.link(), PING);
        world.run();
        assertThat(peer.received()).isEmpty();
    }

    @Test
    void timersAndWorkFromOtherThreadsAreGuardedToo() {
        host.boot(FakeStack.provider(self -> {
            self.after(Duration.ofSeconds(2), () -> seen.add(String.valueOf(Integer.parseInt("x"))));
            return new Silent();
        }));
        world.run();
        assertThat(host.crash().orElseThrow().during()).isEqualTo("in a timer's action");
        assertThat(host.crash().orElseThrow().at()).isEqualTo(Duration.ofSeconds(2));

        StackHost second = new StackHost(world.network, Machine.of("second", World.link(0, "192.0.2.3", 1500)));
        second.boot(FakeStack.provider(self -> new Silent()));
        second.execute(() -> {
            throw new AssertionError("no");
        });
        world.run();
        assertThat(second.crash().orElseThrow().during()).isEqualTo("in work it handed in");
    }

    @Test
    void onlyTheFirstCrashIsKept() {
        host.boot(FakeStack.provider(self -> new Silent() {
            @Override
            public void receive(Link link, Octets datagram) {
                throw new IllegalStateException("first");
            }

            @Override
            public void close() {
                throw new IllegalStateException("second");
            }
        }));
        peer.send(PING);
        world.run();
        host.close();
        host.close();
        assertThat(host.crash().orElseThrow().cause()).hasMessage("first");
        assertThat(world.texts(Kind.EVENT)).hasSize(1);
    }

    @Test
    void aStackThatDoesNotBootHasCrashed() {
        host.boot(FakeStack.provider(self -> {
            throw new IllegalStateException("no disk");
        }));
        assertThat(host.crash().orElseThrow().during()).isEqualTo("while booting");
        assertThatThrownBy(host::stack).isInstanceOf(StackCrashed.class).hasMessageContaining("no disk");
    }

    @Test
    void aStackThatIsNullHasCrashed() {
        host.boot(FakeStack.provider(self -> null));
        assertThat(host.crash().orElseThrow().cause()).hasMessage("boot returned null");
    }

    @Test
    void anAnswerThatIsNullIsACrash() {
        host.boot(FakeStack.echo());
        assertThatThrownBy(() -> host.call("listen(80)", () -> null)).isInstanceOf(StackCrashed.class);
        assertThat(host.crash().orElseThrow().cause()).hasMessage("it returned null");
    }

    @ParameterizedTest
    @MethodSource
    void whatNeverEndsIsStoppedBeforeItFillsTheMemory(FakeStack.Reaction reaction) {
        host.boot(FakeStack.reacting(reaction));
        peer.send(PING);
        world.run();
        assertThat(host.crash().orElseThrow().cause())
                .isInstanceOf(Livelock.class)
                .hasMessage("the stack did more than 20000 things at one instant without coming back");
    }

    static List<FakeStack.Reaction> whatNeverEndsIsStoppedBeforeItFillsTheMemory() {
        return List.of(
                (self, link, datagram) -> forEver(() -> self.transmit(link, datagram)),
                (self, link, datagram) -> forEver(() -> self.log("again")),
                (self, link, datagram) -> forEver(() -> self.after(Duration.ofSeconds(1), () -> {})),
                (self, link, datagram) -> forEver(() -> ((StackHost) self).event("the application is told something")));
    }

    private static void forEver(Runnable action) {
        while (true) {
            action.run();
        }
    }

    @Test
    void aClosedHostIsSilentAndDeaf() {
        Stack[] stack = new Stack[1];
        host.boot(FakeStack.provider(self -> {
            self.after(Duration.ofSeconds(1), () -> seen.add("timer"));
            stack[0] = new Parting(self);
            return stack[0];
        }));
        peer.send(PING);
        host.close();
        world.run();
        assertThat(seen).isEmpty();
        assertThat(peer.received()).isEmpty();
        assertThatThrownBy(() -> host.call("late", () -> 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> host.boot(FakeStack.echo())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void callsAreRecordedAndRefusalsPassThrough() {
        host.boot(FakeStack.echo());
        assertThat(host.call("status()", () -> 5)).isEqualTo(5);
        host.call("nothing()", () -> {});
        assertThatThrownBy(() -> host.call("listen(80)", () -> host.stack().listen(Port.of(80), connection -> null)))
                .isInstanceOf(CallRefused.class);
        assertThat(world.texts(Kind.CALL)).containsExactly("status()", "nothing()", "listen(80)");
        assertThat(world.texts(Kind.EVENT)).containsExactly("refused: NOT_CLAIMED: this stack has no TCP");
        assertThat(host.crash()).isEmpty();
    }

    @Test
    void aCallThatThrowsIsACrash() {
        host.boot(FakeStack.echo());
        assertThatThrownBy(() -> host.call("send(5)", () -> Integer.parseInt("x")))
                .isInstanceOf(StackCrashed.class)
                .hasMessageContaining("crashed at 0.000000 s in the call send(5)")
                .hasCauseInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> host.call("again()", () -> 1)).isInstanceOf(StackCrashed.class);
        assertThat(host.crash().orElseThrow().during()).isEqualTo("in the call send(5)");
    }

    @Test
    void timeBeginsWhenTheHostIsSwitchedOn() {
        world.run(Duration.ofSeconds(3));
        host.boot(FakeStack.echo());
        world.run(Duration.ofSeconds(2));
        assertThat(host.now()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void chanceDependsOnTheSeedAndTheNameOnly() {
        World same = new World();
        same.peer("another", "192.0.2.9");
        assertThat(draw(same, "endpoint")).isEqualTo(host.random().nextLong());
        assertThat(draw(same, "endpoint")).isNotEqualTo(draw(same, "peer"));
        assertThat(draw(new World(2), "endpoint")).isNotEqualTo(draw(same, "endpoint"));
    }

    private static long draw(World world, String name) {
        return new StackHost(world.network, Machine.of(name, World.link(0, "192.0.2.1", 1500)))
                .random()
                .nextLong();
    }

    private static class Silent implements Stack {
        @Override
        public void receive(Link link, Octets datagram) {}

        @Override
        public void close() {}
    }

    /** Says goodbye when it is switched off, which no machine can. */
    private static final class Parting extends Silent {
        private final Host host;

        Parting(Host host) {
            this.host = host;
        }

        @Override
        public void close() {
            host.transmit(host.link(), PING);
        }
    }
}
