package dev.plumbline.adapter.selftest;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Two hosts of one stack talk with each other: nobody knows better what it understands. */
final class Talks {
    static final String ZONE = """
            $ORIGIN example.
            @ 3600 IN SOA ns hostmaster 1 3600 600 86400 300
            @ 3600 IN NS ns
            ns 3600 IN A 192.0.2.1
            www 3600 IN A 192.0.2.5
            """;

    private static final String SERVER = "192.0.2.1";
    private static final String CLIENT = "192.0.2.2";
    private static final Octets HELLO = Octets.ofText("hello");
    private static final Duration LONG = Duration.ofMinutes(20);

    private Talks() {}

    /** All of what is claimed, one after the other. */
    static String all(Bench bench, long seed) {
        bench.session();
        Set<Capability> claims = bench.introduction().claims();
        List<String> said = new ArrayList<>();
        if (claims.contains(Capability.UDP)) {
            said.add(udp(bench, seed));
        }
        if (claims.contains(Capability.TCP)) {
            said.add(tcp(bench, seed));
        }
        if (claims.contains(Capability.DNS_STUB)) {
            said.add(question(bench, seed));
        }
        return said.isEmpty() ? "nothing to say" : String.join("; ", said);
    }

    static String udp(Bench bench, long seed) {
        BenchHost server = bench.boot(SERVER, seed);
        BenchHost client = bench.boot(CLIENT, seed + 1);
        List<String> heard = new ArrayList<>();
        UdpSocket port = Bench.stack(server).openUdp(Port.of(7), (source, data) -> heard.add(source + " " + data));
        UdpSocket own = Bench.stack(client).openUdp(Port.ANY, (source, data) -> {});
        own.send(new SocketAddress(server.address(), Port.of(7)), HELLO);
        if (client.transmitted() == 0) {
            throw new Wrong("'tx' within the turn of 'udp-send'");
        }
        bench.run(() -> !heard.isEmpty(), LONG);
        if (!heard.equals(List.of(own.local() + " " + HELLO))) {
            throw new Wrong(
                    "'udp-received' with ADDRESS PORT OCTETS '" + own.local() + " " + HELLO + "'; found " + heard);
        }
        port.close();
        own.close();
        off(bench, server, client);
        return "a datagram was received";
    }

    static String tcp(Bench bench, long seed) {
        BenchHost server = bench.boot(SERVER, seed);
        BenchHost client = bench.boot(CLIENT, seed + 1);
        Ear there = new Ear();
        Ear here = new Ear();
        TcpListener listener = Bench.stack(server).listen(Port.of(80), connection -> there.on(connection));
        TcpConnection own =
                Bench.stack(client).connect(Port.ANY, new SocketAddress(server.address(), Port.of(80)), here);
        here.await(bench, "established");
        there.await(bench, "accepted");
        int taken = own.send(HELLO);
        if (taken != HELLO.length()) {
            throw new Wrong("'ok CALL 5' to a 'send' of 5 octets on a new connection; found " + taken);
        }
        there.await(bench, "readable");
        if (!there.data.equals(HELLO)) {
            throw new Wrong("that 'receive' gives what was sent, " + HELLO + "; found " + there.data);
        }
        own.close();
        there.await(bench, "peer-closed");
        there.await(bench, "closed");
        here.await(bench, "closed");
        listener.close();
        off(bench, server, client);
        return "a connection was opened, used and closed";
    }

    /** Nobody answers; the resolver must say so in the end, once. */
    static String question(Bench bench, long seed) {
        BenchHost client = bench.boot(CLIENT, seed, "192.0.2.77");
        Told told = new Told();
        Bench.stack(client).resolve(DomainName.parse("www.example."), RecordType.A, told);
        if (!bench.run(() -> !told.outcomes.isEmpty(), LONG)) {
            throw new Wrong("'resolved HOST SOCKET OUTCOME ...' in the end, though no name server answers");
        }
        off(bench, client);
        return "a question without an answer was " + told.outcomes.get(0);
    }

    static String zone(Bench bench) {
        BenchHost server = bench.boot(SERVER, 1);
        NameServer name = Bench.stack(server).serve(ZONE);
        name.replace(ZONE);
        name.close();
        off(bench, server);
        return "a zone was served, replaced and withdrawn";
    }

    private static void off(Bench bench, BenchHost... hosts) {
        List.of(hosts).forEach(bench::switchOff);
    }

    /** An application that takes what comes, and closes when its peer does. */
    static final class Ear implements TcpHandler {
        private final List<String> heard = new ArrayList<>();
        private Octets data = Octets.empty();

        Ear on(TcpConnection accepted) {
            heard.add("accepted");
            return this;
        }

        void await(Bench bench, String event) {
            if (!bench.run(() -> heard.contains(event), LONG)) {
                throw new Wrong("the event '" + event + "' in the end; so far the application was told of " + heard);
            }
        }

        @Override
        public void established(TcpConnection connection) {
            heard.add("established");
        }

        @Override
        public void readable(TcpConnection connection) {
            heard.add("readable");
            data = data.plus(connection.receive(1000));
        }

        @Override
        public void peerClosed(TcpConnection connection) {
            heard.add("peer-closed");
            connection.close();
        }

        @Override
        public void closed(TcpConnection connection) {
            heard.add("closed");
        }
    }

    /** Who asked for a name. */
    static final class Told implements ResolutionHandler {
        private final List<String> outcomes = new ArrayList<>();

        @Override
        public void found(List<Octets> data) {
            outcomes.add("FOUND");
        }

        @Override
        public void noData() {
            outcomes.add("NO_DATA");
        }

        @Override
        public void noSuchName() {
            outcomes.add("NO_SUCH_NAME");
        }

        @Override
        public void failed() {
            outcomes.add("FAILED");
        }
    }
}
