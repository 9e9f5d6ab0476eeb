package dev.plumbline.adapter.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The resolver on top of the kernel, driven through the SPI; where there is no kernel to judge, nothing is. */
class JavaResolverTest {
    private static final LinuxProvider PROVIDER = new LinuxProvider();
    private static final DomainName NAME = DomainName.parse("a/b\\.c.example.");
    private static final Ipv4Address SERVER = Ipv4Address.parse("198.51.100.9");
    private static final Port DNS = Port.of(53);

    @AfterAll
    static void endTheChild() {
        PROVIDER.close();
    }

    @Test
    void findsEveryAddress() {
        ResourceRecord one = ResourceRecord.in(NAME, 300, new RecordData.A(Ipv4Address.parse("192.0.2.7")));
        ResourceRecord two = ResourceRecord.in(NAME, 300, new RecordData.A(Ipv4Address.parse("192.0.2.8")));
        assertOutcome("found c0000207 c0000208", reply -> reply.answers(List.of(one, two)));
    }

    @Test
    void tellsANameWithoutAddressesFromNoName() {
        assertOutcome("no data", reply -> reply);
        assertOutcome("no such name", reply -> reply.code(ResponseCode.NXDOMAIN));
    }

    @Test
    void failsIfTheServerCannotAnswer() {
        assertOutcome("failed", reply -> reply.code(ResponseCode.REFUSED));
    }

    @Test
    void failsWithoutAServer() {
        onKernel(new TestHost("192.0.2.2"), (host, stack, peer) -> {
            stack.resolve(NAME, RecordType.A, noting(host));
            host.awaitEvent("failed");
        });
    }

    @Test
    void looksUpAddressesOnly() {
        onKernel(
                new TestHost("192.0.2.2"),
                (host, stack, peer) -> assertThatThrownBy(() -> stack.resolve(NAME, RecordType.MX, noting(host)))
                        .isInstanceOfSatisfying(
                                CallRefused.class,
                                refused -> assertThat(refused.reason()).isEqualTo(CallRefused.Reason.NOT_CLAIMED)));
    }

    private static void assertOutcome(String outcome, UnaryOperator<DnsMessageBuilder> answer) {
        TestHost told = new TestHost("192.0.2.2");
        told.nameServer(SERVER);
        onKernel(told, (host, stack, peer) -> {
            stack.resolve(NAME, RecordType.A, noting(host));
            UdpDatagram asked = peer.awaitUdp();
            DnsMessage query = DnsMessage.decode(asked.payload()).orElseThrow();
            assertThat(query.questions()).singleElement().satisfies(question -> {
                assertThat(question.name()).isEqualTo(NAME);
                assertThat(question.type()).isEqualTo(RecordType.A);
            });
            Octets reply = answer.apply(query.reply()).build().encode();
            peer.send(new UdpDatagram(DNS, asked.sourcePort(), reply));
            host.awaitEvent(outcome);
        });
    }

    /** What a test does with a host, its stack and the peer. */
    private interface Scenario {
        void run(TestHost host, Stack stack, Peer peer);
    }

    private static void onKernel(TestHost host, Scenario scenario) {
        Optional<String> unavailable = PROVIDER.unavailable();
        if (unavailable.isPresent()) {
            assertThat(unavailable.get()).containsAnyOf(": ", "it ended with exit code");
            return;
        }
        try (Stack stack = PROVIDER.boot(host)) {
            scenario.run(host, stack, new Peer(host, stack));
        }
    }

    private static ResolutionHandler noting(TestHost host) {
        return new ResolutionHandler() {
            @Override
            public void found(List<Octets> data) {
                host.note("found "
                        + String.join(" ", data.stream().map(Octets::toHex).toList()));
            }

            @Override
            public void noData() {
                host.note("no data");
            }

            @Override
            public void noSuchName() {
                host.note("no such name");
            }

            @Override
            public void failed() {
                host.note("failed");
            }
        };
    }
}
