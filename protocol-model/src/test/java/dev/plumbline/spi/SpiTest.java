package dev.plumbline.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the SPI does by itself when a stack leaves it out, and what its values refuse. */
class SpiTest {
    private static final Ipv4Address ADDRESS = Ipv4Address.parse("192.0.2.1");

    /** As little as a stack can be. */
    private static final class SilentStack implements Stack {
        @Override
        public void receive(Link link, Octets datagram) {}

        @Override
        public void close() {}
    }

    private static final class SilentProvider implements StackProvider {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Stack boot(Host host) {
            return new SilentStack();
        }
    }

    @Test
    void aServiceThatIsNotThereRefuses() {
        SocketAddress remote = new SocketAddress(ADDRESS, Port.of(80));
        try (Stack stack = new SilentStack()) {
            assertNotClaimed(() -> stack.openUdp(Port.ANY, (source, data) -> {}), "this stack has no UDP");
            assertNotClaimed(() -> stack.listen(Port.ANY, c -> new TcpHandler() {}), "this stack has no TCP");
            assertNotClaimed(() -> stack.connect(Port.ANY, remote, new TcpHandler() {}), "this stack has no TCP");
            assertNotClaimed(
                    () -> stack.resolve(DomainName.parse("example.com"), RecordType.A, new NobodyAsks()),
                    "this stack has no resolver");
        }
    }

    @Test
    void aProviderRunsAnywhereInVirtualTimeUnlessItSaysOtherwise() {
        try (StackProvider provider = new SilentProvider()) {
            assertThat(provider.timeBase()).isEqualTo(TimeBase.VIRTUAL);
            assertThat(provider.unavailable()).isEmpty();
        }
    }

    @Test
    void aLinkThatCannotBeIsRefused() {
        assertThat(new Link(0, ADDRESS, 0, 68).mtu()).isEqualTo(68);
        assertThat(new Link(9, ADDRESS, 32, 65535).mtu()).isEqualTo(65535);
        assertRefused("a link's MTU is 68 to 65535 octets, found 67", () -> new Link(0, ADDRESS, 24, 67));
        assertRefused("a link's MTU is 68 to 65535 octets, found 65536", () -> new Link(0, ADDRESS, 24, 65536));
        assertRefused("a link's prefix length is 0 to 32, found 33", () -> new Link(0, ADDRESS, 33, 1500));
        assertRefused("a link's prefix length is 0 to 32, found -1", () -> new Link(0, ADDRESS, -1, 1500));
        assertRefused("a link's index is 0 or more, found -1", () -> new Link(-1, ADDRESS, 24, 1500));
    }

    @Test
    void theUnspokenEventsOfAConnectionMayBeIgnored() {
        TcpHandler indifferent = new TcpHandler() {};
        TcpConnection connection = new NobodysConnection();

        indifferent.established(connection);
        indifferent.readable(connection);
        indifferent.writable(connection);
        indifferent.peerClosed(connection);
        indifferent.failed(connection, TcpError.RESET);
        indifferent.closed(connection);
        assertThat(connection.status()).isEmpty();
    }

    private static void assertNotClaimed(Runnable call, String detail) {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(call::run)
                .withMessage("NOT_CLAIMED: " + detail)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(CallRefused.Reason.NOT_CLAIMED));
    }

    private static void assertRefused(String message, Runnable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction::run).withMessage(message);
    }

    private static final class NobodyAsks implements ResolutionHandler {
        @Override
        public void found(List<Octets> data) {}

        @Override
        public void noData() {}

        @Override
        public void noSuchName() {}

        @Override
        public void failed() {}
    }

    private static final class NobodysConnection implements TcpConnection {
        @Override
        public SocketAddress local() {
            return new SocketAddress(ADDRESS, Port.ANY);
        }

        @Override
        public SocketAddress remote() {
            return local();
        }

        @Override
        public int send(Octets data) {
            return 0;
        }

        @Override
        public Octets receive(int max) {
            return Octets.empty();
        }

        @Override
        public void close() {}

        @Override
        public void abort() {}
    }
}
