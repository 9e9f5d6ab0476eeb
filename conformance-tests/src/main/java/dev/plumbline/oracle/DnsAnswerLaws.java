package dev.plumbline.oracle;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Laws about the answers that a host gives to queries over UDP: what was asked, by whom, decides what they may be. */
final class DnsAnswerLaws implements Law {
    private static final String ANSWER = "RFC1035/ANSWER";
    private static final String PORT = "RFC2181/ANSWER-PORT";
    private static final String LENGTH = "RFC1035/UDP-512";
    private static final String OPT = "RFC6891/OPT";

    /** A query that has come and was not answered yet; the message is there if it can be read beyond its header. */
    private record Query(
            SocketAddress from,
            Octets asked,
            DnsHeader header,
            @Nullable DnsMessage message) {
        int mostOctets() {
            int offered = message == null
                    ? 0
                    : message.edns().map(e -> e.payloadSize()).orElse(0);
            return Math.max(DnsMessage.MAX_UDP, offered);
        }

        /** None if they cannot be read. */
        List<Question> questions() {
            return message == null ? List.of() : message.questions();
        }

        /** Also if it cannot be read: who has sent an OPT record that is malformed is answered with one (RFC 6891 section 7). */
        boolean speaksEdns() {
            return Edns.isIn(asked);
        }
    }

    private final List<Query> open = new ArrayList<>();

    @Override
    public List<String> requirements() {
        return List.of(ANSWER, PORT, LENGTH, OPT);
    }

    @Override
    public void received(Packet packet) {
        Optional<UdpDatagram> datagram =
                packet.udp().filter(d -> d.destinationPort().equals(DnsMessageLaws.PORT));
        if (datagram.isEmpty()) {
            return;
        }
        SocketAddress from = new SocketAddress(
                packet.ip().orElseThrow().source(), datagram.get().sourcePort());
        DnsHeader.decode(datagram.get().payload())
                .value()
                .filter(header -> !header.response())
                .ifPresent(header -> open.add(new Query(
                        from,
                        datagram.get().payload(),
                        header,
                        DnsMessage.decode(datagram.get().payload()).value().orElse(null))));
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        Optional<DnsMessage> answer = answerIn(packet);
        if (answer.isEmpty()) {
            return Set.of();
        }
        boolean toWhoSpeaksEdns = waiting(packet, packet.udp().orElseThrow()).stream()
                .filter(query -> query.header().id() == answer.get().header().id())
                .anyMatch(Query::speaksEdns);
        return toWhoSpeaksEdns ? Set.of(ANSWER, PORT, LENGTH) : Set.of(ANSWER, PORT, LENGTH, OPT);
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return answerIn(packet).flatMap(answer -> judge(packet, packet.udp().orElseThrow(), answer));
    }

    /** What a datagram carries that goes out as an answer, or to somebody who waits for one. */
    private Optional<DnsMessage> answerIn(Packet packet) {
        return packet.udp()
                .flatMap(d -> DnsMessage.decode(d.payload())
                        .value()
                        .filter(m -> isAnswer(d, m) || !waiting(packet, d).isEmpty()));
    }

    private static boolean isAnswer(UdpDatagram datagram, DnsMessage message) {
        return message.header().response() && datagram.sourcePort().equals(DnsMessageLaws.PORT);
    }

    private List<Query> waiting(Packet packet, UdpDatagram datagram) {
        SocketAddress to = new SocketAddress(packet.ip().orElseThrow().destination(), datagram.destinationPort());
        return open.stream().filter(query -> query.from().equals(to)).toList();
    }

    private Optional<Violation> judge(Packet packet, UdpDatagram datagram, DnsMessage answer) {
        List<Query> waiting = waiting(packet, datagram);
        if (!answer.header().response()) {
            Optional<Violation> unmarked =
                    answerViolated("the endpoint answered a query with QR = 0, the mark of a query");
            return waiting.isEmpty()
                    ? unmarked
                    : unmarked.map(v ->
                            v.comparing(Difference.ofUnmarked(waiting.get(0).asked(), datagram.payload())));
        }
        Optional<Query> asked = waiting.stream()
                .filter(query -> query.header().id() == answer.header().id())
                .findFirst();
        if (asked.isEmpty()) {
            return waiting.isEmpty()
                    ? answerViolated("the endpoint sent an answer that nobody has asked for")
                    : otherId(waiting.get(0).header().id(), answer.header().id());
        }
        open.remove(asked.get());
        return judge(asked.get(), datagram, answer);
    }

    private static Optional<Violation> otherId(int asked, int answered) {
        return answerViolated("the endpoint answered query " + asked + " with the ID " + answered)
                .map(v -> v.comparing(Difference.of(Quantity.DNS_ID, asked, answered)));
    }

    private static Optional<Violation> judge(Query query, UdpDatagram datagram, DnsMessage answer) {
        if (!datagram.sourcePort().equals(DnsMessageLaws.PORT)) {
            return Law.violated(
                    PORT,
                    "the endpoint answered from port " + datagram.sourcePort() + ", but it was asked at port 53",
                    "an answer from the address and port that the query went to");
        }
        if (datagram.payload().length() > query.mostOctets()) {
            return Law.violated(
                    LENGTH,
                    "the endpoint sent an answer of " + datagram.payload().length()
                            + " octets over UDP, but who asked takes " + query.mostOctets(),
                    "what does not fit is left out, and TC is set");
        }
        if (answer.edns().isPresent() && !query.speaksEdns()) {
            return Law.violated(
                    OPT,
                    "the endpoint sent an OPT record in the answer to a query without one",
                    "OPT only for who has sent it");
        }
        return judgeRepetition(query, answer);
    }

    /** RFC 1035 section 4.1.1 has what is copied. */
    private static Optional<Violation> judgeRepetition(Query query, DnsMessage answer) {
        DnsHeader asked = query.header();
        DnsHeader header = answer.header();
        List<Question> questions = query.questions();
        // What cannot be read, or is refused, may come back without its question.
        boolean bare = answer.questions().isEmpty() && !header.code().equals(ResponseCode.NOERROR);
        if (!bare && !questions.isEmpty() && !answer.questions().equals(questions)) {
            Optional<Violation> other = answerViolated(
                    "the endpoint was asked " + questions + ", and its answer repeats " + answer.questions());
            return other.map(v -> Difference.of(questions, answer.questions(), "")
                    .map(v::comparing)
                    .orElse(v));
        }
        if (!header.opcode().equals(asked.opcode())) {
            return answerViolated("the endpoint answered opcode " + asked.opcode() + " with opcode " + header.opcode());
        }
        return header.recursionDesired() == asked.recursionDesired()
                ? Optional.empty()
                : answerViolated("the endpoint answered without repeating the bit RD of the query");
    }

    private static Optional<Violation> answerViolated(String headline) {
        return Law.violated(
                ANSWER, headline, "one answer to each query, with QR = 1, its ID, opcode, RD and question repeated");
    }
}
