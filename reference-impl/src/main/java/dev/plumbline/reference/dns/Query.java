package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.dns.ServerList.Attempt;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Timer;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One question on its way: over UDP from server to server until one of them answers, and over TCP where the answer does not
 * fit (RFC 1035 section 7.2, RFC 1123 section 6.1.3.2). ID and source port stay the same, so that a late reply counts too.
 */
final class Query {
    private final StubResolver resolver;
    private final Question question;
    private final DnsMessage message;
    private final ServerList servers;
    private final Set<Ipv4Address> asked = new HashSet<>();
    private final UdpSocket socket;
    private Ipv4Address current = Ipv4Address.UNSPECIFIED;
    private Timer timer = () -> {};
    private Optional<TcpExchange> overTcp = Optional.empty();

    /**
     * Nobody has been asked yet.
     *
     * @throws CallRefused if there is no port to send from
     */
    Query(StubResolver resolver, Question question) {
        this.resolver = resolver;
        this.question = question;
        QueryMaker maker = resolver.rules().queryMaker();
        message = maker.query(question, resolver.host().random());
        servers = new ServerList(
                resolver.host().nameServers(), resolver.rules().retries().rounds());
        socket = resolver.udp().openUdp(maker.sourcePort(), this::received);
    }

    /** Asks the next server, or gives up. */
    void askNext() {
        stopWaiting();
        servers.next().ifPresentOrElse(this::ask, () -> end(Optional.empty()));
    }

    private void ask(Attempt attempt) {
        current = attempt.server();
        asked.add(current);
        wait(resolver.rules().retries().patience(attempt.round()));
        try {
            socket.send(new SocketAddress(current, StubResolver.DNS_PORT), message.encode());
        } catch (CallRefused noSuchHost) {
            giveUpCurrent();
        }
    }

    /** What is malformed or does not match is ignored: waiting goes on (RFC 5452 section 9.1). */
    private void received(SocketAddress source, Octets data) {
        DnsMessage.decode(data)
                .value()
                .filter(reply -> resolver.rules().replyCheck().isReplyTo(message, asked, source, reply))
                .ifPresent(reply -> replied(source.address(), reply));
    }

    private void replied(Ipv4Address server, DnsMessage reply) {
        if (resolver.rules().answerReader().isTruncated(reply)) {
            truncated(server);
            return;
        }
        Optional<Answer> answer = resolver.rules().answerReader().read(question, reply);
        if (answer.isPresent()) {
            end(answer);
        } else {
            cannotHelp(server);
        }
    }

    /** Another server may do better (RFC 1035 section 7.2). */
    private void cannotHelp(Ipv4Address server) {
        servers.delete(server);
        if (server.equals(current)) {
            askNext();
        }
    }

    private void giveUpCurrent() {
        cannotHelp(current);
    }

    private void truncated(Ipv4Address server) {
        if (overTcp.isEmpty()) {
            stopWaiting();
            current = server;
            wait(resolver.rules().retries().patienceOverTcp());
            connect(new SocketAddress(server, StubResolver.DNS_PORT));
        }
    }

    private void connect(SocketAddress server) {
        TcpExchange exchange = new TcpExchange(message.encode(), reply -> received(server, reply), this::giveUpCurrent);
        overTcp = Optional.of(exchange);
        try {
            exchange.connect(resolver.tcp(), server);
        } catch (CallRefused noTcp) {
            giveUpCurrent();
        }
    }

    private void wait(Duration patience) {
        timer = resolver.host().after(patience, this::askNext);
    }

    private void stopWaiting() {
        timer.cancel();
        overTcp.ifPresent(TcpExchange::hangUp);
        overTcp = Optional.empty();
    }

    private void end(Optional<Answer> answer) {
        stopWaiting();
        socket.close();
        resolver.answered(question, answer);
    }
}
