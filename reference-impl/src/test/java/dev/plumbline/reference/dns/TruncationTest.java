package dev.plumbline.reference.dns;

import static dev.plumbline.reference.dns.ResolverBench.DNS;
import static dev.plumbline.reference.dns.ResolverBench.FIRST;
import static dev.plumbline.reference.dns.ResolverBench.SECOND;
import static dev.plumbline.reference.dns.ResolverBench.a;
import static dev.plumbline.reference.dns.ResolverBench.answering;
import static dev.plumbline.reference.dns.ResolverBench.found;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.dns.ResolverBench.Asked;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.IpHost;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpLayer;
import dev.plumbline.spi.TcpLayerProvider;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply that does not fit is asked for again over TCP (RFC 1123 section 6.1.3.2, RFC 1035 section 4.2.2). */
class TruncationTest {
    private static final String NAME = "alice.test";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ResolverBench bench = ResolverBench.ofOneServer();
    private final Server server = new Server();

    /** The first server's application: it answers each query with what a test says. */
    private final class Server implements TcpHandler {
        final List<DnsMessage> queries = new ArrayList<>();
        final List<String> events = new ArrayList<>();
        private final DnsFrames frames = new DnsFrames();
        private Function<DnsMessage, Octets> answer = query -> Octets.empty();
        private int pieces = Integer.MAX_VALUE;
        private boolean closes;

        void listen() {
            bench.server.listen(DNS, connection -> this);
        }

        @Override
        public void readable(TcpConnection connection) {
            for (Octets octets : frames.receive(connection.receive(65535))) {
                DnsMessage query = DnsMessage.decode(octets).orElseThrow();
                queries.add(query);
                say(connection, answer.apply(query));
            }
        }

        private void say(TcpConnection connection, Octets left) {
            if (!left.isEmpty()) {
                int taken = connection.send(left.slice(0, Math.min(pieces, left.length())));
                bench.world.after(Duration.ofMillis(1), () -> say(connection, left.from(taken)));
            } else if (closes) {
                connection.close();
            }
        }

        @Override
        public void peerClosed(TcpConnection connection) {
            events.add("peer closed");
            connection.close();
        }
    }

    private static ResourceRecord[] addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> a(NAME, "203.0.113." + i))
                .toArray(ResourceRecord[]::new);
    }

    private static String foundAll(int count) {
        return found(IntStream.range(0, count).mapToObj(i -> "203.0.113." + i).toArray(String[]::new));
    }

    private static Octets framed(DnsMessage message) {
        return DnsFrames.frame(message.encode());
    }

    private static DnsMessage whole(DnsMessage query) {
        return query.reply().answers(List.of(addresses(200))).build();
    }

    private void truncatedReply() {
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(query, answering(query, addresses(10)).truncated(true).build());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000, 65535})
    @DisplayName("the whole answer comes over TCP, wherever it is cut into pieces")
    void pieces(int size) {
        server.answer = query -> framed(whole(query));
        server.pieces = size;
        server.listen();
        truncatedReply();
        assertThat(bench.told).as("what a truncated reply has is not used").isEmpty();
        bench.world.pass(Duration.ofSeconds(9));
        assertThat(bench.told).containsExactly(foundAll(200));
        assertThat(server.queries).hasSize(1);
    }

    @Test
    @DisplayName("the query over TCP is the same, and the connection is closed after the answer")
    void sameQueryThenClosed() {
        server.answer = query -> framed(whole(query));
        server.listen();
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(query, answering(query).truncated(true).build());
        bench.world.pass(SOON);
        assertThat(server.queries).containsExactly(query.message());
        assertThat(server.events).containsExactly("peer closed");
        assertThat(bench.asked).isEmpty();
    }

    @Test
    @DisplayName("a second truncated reply does not disturb the answer that is coming over TCP")
    void truncatedTwice() {
        server.pieces = 100;
        server.answer = query -> framed(whole(query));
        server.listen();
        Asked query = bench.resolve(NAME).onlyQuery();
        bench.reply(query, answering(query).truncated(true).build());
        bench.world.pass(Duration.ofMillis(10));
        assertThat(server.queries).hasSize(1);
        bench.reply(query, answering(query).truncated(true).build());
        bench.world.pass(SOON);
        assertThat(server.queries).hasSize(1);
        assertThat(bench.told).containsExactly(foundAll(200));
    }

    @Test
    @DisplayName("what matches no query is ignored on a connection too")
    void wrongIdOverTcp() {
        server.answer = query -> framed(answeringOverTcp(query, "203.0.113.6").toBuilder()
                        .id(query.header().id() ^ 1)
                        .build())
                .plus(DnsFrames.frame(Octets.of(1, 2, 3)))
                .plus(framed(answeringOverTcp(query, "203.0.113.5")))
                .plus(framed(answeringOverTcp(query, "203.0.113.7")));
        server.listen();
        truncatedReply();
        bench.world.pass(SOON);
        assertThat(bench.told).containsExactly(found("203.0.113.5"));
    }

    private static DnsMessage answeringOverTcp(DnsMessage query, String address) {
        return query.reply().answers(List.of(a(NAME, address))).build();
    }

    @Test
    @DisplayName("if the server refuses the connection the look-up fails, and what was truncated is not used")
    void refused() {
        truncatedReply();
        bench.world.pass(SOON);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("if the server closes the connection in the middle of its answer, the look-up fails")
    void closedInTheMiddle() {
        server.answer = query -> framed(whole(query)).slice(0, 100);
        server.closes = true;
        server.listen();
        truncatedReply();
        bench.world.pass(SOON);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("an error over TCP is a failure")
    void errorOverTcp() {
        server.answer =
                query -> framed(query.reply().code(ResponseCode.SERVFAIL).build());
        server.listen();
        truncatedReply();
        bench.world.pass(SOON);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("if the server says nothing over TCP, it is asked over UDP again, and given up in the end")
    void silent() {
        server.listen();
        truncatedReply();
        bench.world.pass(Duration.ofMillis(9_999));
        assertThat(bench.asked).isEmpty();
        bench.world.pass(Duration.ofMillis(1));
        assertThat(bench.asked).hasSize(1);
        bench.world.pass(Duration.ofHours(1));
        assertThat(bench.asked).hasSize(2);
        assertThat(bench.told).containsExactly("failed");
    }

    @Test
    @DisplayName("after a failure over TCP the next server is asked")
    void nextServer() {
        ResolverBench two = new ResolverBench(new ResolverParts(), FIRST, SECOND);
        Asked query = two.resolve(NAME).onlyQuery();
        two.reply(query, answering(query).truncated(true).build());
        two.world.pass(SOON);
        Asked second = two.onlyQuery();
        assertThat(second.server()).isEqualTo(SECOND);
        two.answer(second, a(NAME, "203.0.113.5"));
        assertThat(two.told).containsExactly(found("203.0.113.5"));
    }

    @Test
    @DisplayName("it is the server with the truncated reply that has failed, though another was asked since")
    void lateTruncation() {
        ResolverBench two = new ResolverBench(new ResolverParts(), FIRST, SECOND);
        Asked first = two.resolve(NAME).onlyQuery();
        two.world.pass(Duration.ofSeconds(3));
        assertThat(two.onlyQuery().server()).isEqualTo(SECOND);
        two.reply(first, answering(first).truncated(true).build());
        two.world.pass(SOON);
        assertThat(two.onlyQuery().server()).isEqualTo(SECOND);
    }

    /** A layer that has no code for any call. */
    private static TcpLayer noTcp() {
        return new TcpLayer() {
            @Override
            public void receive(Ipv4Address source, Ipv4Address destination, Octets segment) {}

            @Override
            public void close() {}
        };
    }

    @Test
    @DisplayName("without a TCP a truncated reply is a failure")
    void withoutTcp() {
        ResolverBench alone = new ResolverBench(
                builder -> builder.tcp(new TcpLayerProvider() {
                    @Override
                    public String name() {
                        return "none";
                    }

                    @Override
                    public Set<Capability> capabilities() {
                        return Set.of();
                    }

                    @Override
                    public TcpLayer boot(IpHost host) {
                        return noTcp();
                    }
                }),
                FIRST);
        Asked query = alone.resolve(NAME).onlyQuery();
        alone.reply(query, answering(query, addresses(10)).truncated(true).build());
        assertThat(alone.told).containsExactly("failed");
        assertThat(alone.asked).isEmpty();
    }
}
