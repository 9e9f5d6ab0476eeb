package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.dns.DnsFrames;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.values.AnyDnsMessage;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.function.Function;

/** One over an established TCP connection, where a message is a part of a stream (RFC 1035 section 4.2.2). */
final class StreamEnquiry extends Enquiry {
    private final PeerConnection connection;
    private final int number;
    private final int cut;
    /** What is sent in the same piece. */
    private final Octets before;

    private StreamEnquiry(PeerConnection connection, DnsMessage query, int number, int cut) {
        this(connection, query, number, cut, Octets.empty());
    }

    private StreamEnquiry(PeerConnection connection, DnsMessage query, int number, int cut, Octets before) {
        super(query);
        this.before = before;
        this.connection = connection;
        this.number = number;
        this.cut = cut;
    }

    /** The first on its connection, in one piece. */
    static StreamEnquiry whole(DnsScene s, DnsMessage query) {
        return new StreamEnquiry(Scene.connection(s.trial()), query, 1, 0);
    }

    /** The first on its connection, in two pieces. */
    static StreamEnquiry inTwo(DnsScene s, DnsMessage query) {
        int length = frame(query).length();
        int cut = s.trial().draw("the octets in the first segment", AnyDnsMessage.cut(length));
        return new StreamEnquiry(Scene.connection(s.trial()), query, 1, cut);
    }

    /** Two with one question, in one piece: the second one is what is answered or forgotten. */
    static StreamEnquiry twice(DnsScene s, DnsMessage query) {
        StreamEnquiry first = whole(s, query);
        return new StreamEnquiry(
                first.connection, first.nextQuery(query.questions().get(0)), 2, 0, frame(query));
    }

    @Override
    void send() {
        Octets frame = before.plus(frame(query()));
        // No more than the endpoint has room for: what lies beyond its window it need not take.
        Octets first = connection.fitting(frame.slice(0, cut), 0);
        if (!first.isEmpty()) {
            connection.sendData(first);
        }
        connection.sendAll(frame.from(first.length()));
    }

    @Override
    Enquiry next(Question question) {
        return new StreamEnquiry(connection, nextQuery(question), number + 1, 0);
    }

    /** It may stand at any place in the stream (RFC 7766 section 6.2.1.1). */
    @Override
    Expectation answer(String expected, Function<DnsMessage, List<Objection>> objections) {
        int id = query().header().id();
        return Becomes.becomesTrue(
                "on the connection an answer with the ID of question " + number + ", " + expected,
                () -> answers().stream()
                        .anyMatch(m ->
                                m.header().id() == id && objections.apply(m).isEmpty()),
                () -> connection.received().length() + " octets, with "
                        + answers().size() + " whole messages: "
                        + answers().stream()
                                .map(m -> "ID " + m.header().id() + " " + objections.apply(m))
                                .toList());
    }

    @Override
    Expectation silence() {
        return Becomes.staysUntrue(
                "no message on the connection",
                () -> !answers().isEmpty(),
                () -> "the endpoint's DNS server answered " + words());
    }

    @Override
    List<DnsMessage> answers() {
        return new DnsFrames()
                .receive(connection.received()).stream()
                        .flatMap(message -> DnsMessage.decode(message).value().stream())
                        .toList();
    }

    private static Octets frame(DnsMessage query) {
        return DnsFrames.frame(query.encode());
    }
}
