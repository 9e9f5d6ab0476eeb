package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Objection;
import dev.plumbline.diagnosis.Quantity;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.trial.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A question that the peer asks the endpoint's DNS server; the answer comes back on the same way (RFC 1035 section 4.2). */
abstract class Enquiry {
    private final DnsMessage query;

    Enquiry(DnsMessage query) {
        this.query = query;
    }

    DnsMessage query() {
        return query;
    }

    /** Puts it on its way. */
    abstract void send();

    /** Another question on the same way, with the next ID. */
    abstract Enquiry next(Question question);

    /** The answer must repeat the ID, come from where the question went, and be as the scenario wants it. */
    abstract Expectation answer(String expected, Function<DnsMessage, List<Objection>> objections);

    /** The messages that have come back on that way. */
    abstract List<DnsMessage> answers();

    /** The first address in them. */
    Ipv4Address addressGiven() {
        return answers().stream()
                .flatMap(answer -> answer.answers().stream())
                .flatMap(record -> record.data() instanceof RecordData.A a ? Stream.of(a.address()) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    /** There must be no answer. */
    abstract Expectation silence();

    /** The ID and the question, letter by letter, must be as they were asked (RFC 1035 section 4.1.1, RFC 4343 section 4.1). */
    List<Objection> repetitionObjections(DnsMessage answer) {
        List<Objection> wrong = new ArrayList<>();
        if (answer.header().id() != query.header().id()) {
            wrong.add(Objection.of(
                    Quantity.DNS_ID,
                    query.header().id(),
                    answer.header().id(),
                    "its ID is " + answer.header().id() + " instead of "
                            + query.header().id()));
        }
        if (!answer.questions().toString().equals(query.questions().toString())) {
            String words = "its question is " + answer.questions() + " instead of " + query.questions();
            wrong.add(new Objection(words, Difference.of(query.questions(), answer.questions(), words)));
        }
        return wrong;
    }

    /** What the peer has sent, in words. */
    String words() {
        return query.header().response() ? "a message with QR = 1, the mark of an answer" : "a query";
    }

    /** The same header with the next ID, about something else. */
    DnsMessage nextQuery(Question question) {
        return query.toBuilder()
                .id(query.header().id() + 1 & 0xffff)
                .questions(List.of(question))
                .build();
    }
}
