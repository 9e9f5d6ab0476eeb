package dev.plumbline.peer;

import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.testbed.Timeline;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A DNS server at a peer: it answers from a {@link PhoneBook} over UDP and TCP, and over UDP whatever else a scenario wants
 * (RFC 1035 section 4.2).
 */
public final class DnsServerPeer {
    /** Where DNS servers are asked (RFC 1035 section 4.2). */
    public static final Port PORT = Port.of(53);

    private static final SeqNumber ISS = SeqNumber.of(1000);

    /**
     * A query that came.
     *
     * @param query what it says
     * @param from who asked
     */
    public record Asked(DnsMessage query, SocketAddress from) {}

    /**
     * A datagram that goes to who asked.
     *
     * @param from where it says it comes from
     * @param message what it carries, a message or not
     * @param delay how long after the query it is sent
     */
    public record Reply(SocketAddress from, Octets message, Duration delay) {
        /** The same, sent so long after the query. */
        public Reply after(Duration other) {
            return new Reply(from, message, other);
        }
    }

    /** How it answers over UDP. */
    @FunctionalInterface
    public interface Manner {
        /**
         * What it sends.
         *
         * @param right the right answer, as a server without manners of its own sends it
         */
        List<Reply> replies(Asked asked, DnsMessage right);
    }

    private final Peer peer;
    private final Timeline timeline;
    private final List<Asked> asked = new ArrayList<>();
    private PhoneBook book = PhoneBook.empty(DomainName.ROOT, 1, 0);
    private Manner manner = (question, right) -> List.of(reply(right));
    private Function<DnsMessage, Optional<DnsMessage>> overTcp = this::fromBook;

    /** One with an empty book. */
    public DnsServerPeer(Peer peer, Timeline timeline) {
        this.peer = peer;
        this.timeline = timeline;
        peer.onArrival(this::arrived);
        new PeerServer(peer, PORT, ISS, this::accepted);
    }

    /** Where it is asked. */
    public SocketAddress local() {
        return peer.at(PORT);
    }

    /** What it answers from. */
    public PhoneBook book() {
        return book;
    }

    /** Gives it another book, from now on. */
    public void use(PhoneBook other) {
        book = other;
    }

    /** Has it answer in another manner over UDP, and from its book over TCP, from now on. */
    public void answer(Manner other) {
        manner = other;
        overTcp = this::fromBook;
    }

    /** Has it answer every query so from now on, over UDP and TCP alike; not at all where that is empty. */
    public void answerAll(Function<DnsMessage, Optional<DnsMessage>> other) {
        manner = (question, right) ->
                other.apply(question.query()).map(this::reply).stream().toList();
        overTcp = other;
    }

    /** Each query that it could read, the first one first, those over TCP too. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** How often it was asked for the records of this type that a name has. */
    public long askedAbout(DomainName name, RecordType type) {
        return asked.stream()
                .map(a -> a.query().questions().get(0))
                .filter(question ->
                        question.name().equals(name) && question.type().equals(type))
                .count();
    }

    /** A datagram with this message, from where it was asked, at once. */
    public Reply reply(DnsMessage message) {
        return new Reply(local(), message.encode(), Duration.ZERO);
    }

    private Optional<DnsMessage> fromBook(DnsMessage query) {
        return Optional.of(book.answer(query));
    }

    private void arrived(Packet arrival) {
        arrival.udp()
                .filter(d -> d.destinationPort().equals(PORT))
                .ifPresent(d -> DnsMessage.decode(d.payload())
                        .value()
                        .filter(DnsServerPeer::isQuery)
                        .ifPresent(
                                query -> answer(new Asked(query, new SocketAddress(peer.endpoint(), d.sourcePort())))));
    }

    private void answer(Asked question) {
        asked.add(question);
        for (Reply reply : manner.replies(question, fitting(book.answer(question.query())))) {
            if (reply.delay().isZero()) {
                send(reply, question.from());
            } else {
                timeline.after(reply.delay(), () -> send(reply, question.from()));
            }
        }
    }

    private void send(Reply reply, SocketAddress to) {
        Octets datagram = new UdpDatagram(reply.from().port(), to.port(), reply.message())
                .encode(reply.from().address(), to.address());
        peer.send(Ipv4Packet.of(reply.from().address(), to.address(), IpProtocol.UDP, datagram)
                .encode());
    }

    /** What does not fit into 512 octets is cut short, and says so (RFC 1035 section 4.2.1). */
    private static DnsMessage fitting(DnsMessage whole) {
        DnsMessage message = whole;
        while (message.encode().length() > DnsMessage.MAX_UDP) {
            List<ResourceRecord> fewer =
                    message.answers().subList(0, message.answers().size() - 1);
            message = message.toBuilder().answers(fewer).truncated(true).build();
        }
        return message;
    }

    private void accepted(PeerConnection connection) {
        DnsFrames frames = new DnsFrames();
        connection.onData(data -> frames.receive(data)
                .forEach(message -> DnsMessage.decode(message)
                        .value()
                        .filter(DnsServerPeer::isQuery)
                        .ifPresent(query -> answerOver(connection, query))));
    }

    private void answerOver(PeerConnection connection, DnsMessage query) {
        asked.add(new Asked(query, connection.remote()));
        overTcp.apply(query).ifPresent(answer -> connection.sendAll(DnsFrames.frame(answer.encode())));
    }

    private static boolean isQuery(DnsMessage message) {
        return !message.header().response() && message.questions().size() == 1;
    }
}
