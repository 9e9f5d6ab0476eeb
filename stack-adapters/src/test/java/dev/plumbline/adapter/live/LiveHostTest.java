package dev.plumbline.adapter.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LiveHostTest {
    private static final Link LINK = new Link(0, Ipv4Address.parse("192.0.2.2"), 24, 1500);

    private final FakeWire wire = new FakeWire();
    private final Echo echo = new Echo();
    private final List<String> log = new ArrayList<>();

    /** Sends back whatever comes. */
    private static final class Echo implements StackProvider {
        private boolean off;

        @Override
        public String name() {
            return "echo";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Stack boot(Host host) {
            return new Stack() {
                @Override
                public void receive(Link link, Octets datagram) {
                    host.log("came: " + datagram.toHex());
                    host.transmit(link, datagram);
                }

                @Override
                public void close() {
                    off = true;
                }
            };
        }
    }

    @Test
    void whatTheWireBringsReachesTheStackAndItsAnswerTheWire() {
        try (LiveHost host = host()) {
            wire.arriving.add(Octets.of(1, 2));
            host.runUntil(() -> !wire.sent.isEmpty());
        }
        assertThat(wire.sent).containsExactly(Octets.of(1, 2));
        assertThat(log).containsExactly("came: 0102");
    }

    @Test
    void timersRunInTheirOrderAndNotBeforeTheirTime() {
        List<String> run = new ArrayList<>();
        try (LiveHost host = host()) {
            Duration begin = host.now();
            host.after(Duration.ofMillis(4), () -> {
                run.add("second");
                assertThat(host.now().minus(begin)).isGreaterThanOrEqualTo(Duration.ofMillis(4));
            });
            host.after(Duration.ofMillis(2), () -> run.add("first"));
            Timer cancelled = host.after(Duration.ofMillis(1), () -> run.add("never"));
            cancelled.cancel();
            host.runUntil(() -> run.contains("second"));
        }
        assertThat(run).containsExactly("first", "second");
    }

    @Test
    void itNeverWaitsLongerThanUntilTheNextTimer() {
        boolean[] rang = {false};
        try (LiveHost host = host()) {
            host.after(Duration.ofMillis(3), () -> rang[0] = true);
            host.runUntil(() -> rang[0]);
        }
        assertThat(wire.waits).allMatch(wait -> wait.compareTo(Duration.ofMillis(3)) <= 0);
    }

    @Test
    void anotherThreadsWorkIsDoneOnTheHostsThread() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try (LiveHost host = host()) {
            Thread other = new Thread(() -> host.execute(() -> threads.add(Thread.currentThread())));
            other.start();
            other.join();
            host.runUntil(() -> !threads.isEmpty());
        }
        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    void withTheHostTheStackAndTheWireAreOff() {
        host().close();
        assertThat(echo.off).isTrue();
        assertThat(wire.closed).isTrue();
    }

    private LiveHost host() {
        return LiveHost.boot(echo, LINK, List.of(), wire, log::add);
    }
}
