package dev.plumbline.steps.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.values.AnyDnsMessage;

/** How the peer asks the endpoint's DNS server (RFC 1035 section 4.2, RFC 7766 section 6.2). */
enum QueryForm {
    OVER_UDP("over UDP") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return UdpEnquiry.of(s, query(s, question));
        }
    },
    WITH_MARK_OF_ANSWER("over UDP with the mark of an answer") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return UdpEnquiry.of(
                    s, query(s, question).toBuilder().response(true).build());
        }
    },
    ON_CONNECTION("over TCP") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return StreamEnquiry.whole(s, query(s, question));
        }
    },
    IN_TWO_SEGMENTS("over TCP in two segments cut at any place") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return StreamEnquiry.inTwo(s, query(s, question));
        }
    },
    /** As clients do that wait for no answer before they go on (RFC 7766 section 6.2.1.1). */
    TWICE_AT_ONCE("over TCP twice in one segment") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return StreamEnquiry.twice(s, query(s, question));
        }
    },
    /** Over UDP by who knows EDNS, and takes no more than everybody does (RFC 6891 section 6.1.1). */
    WITH_OPT("over UDP with an OPT record") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return UdpEnquiry.of(
                    s,
                    query(s, question).toBuilder()
                            .edns(Edns.ofPayloadSize(DnsMessage.MAX_UDP))
                            .build());
        }
    },
    /** In the same way as before, with another ID. */
    ONCE_MORE("once more") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return s.enquiry().next(question);
        }
    };

    private final String phrase;

    QueryForm(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    abstract Enquiry enquiry(DnsScene s, Question question);

    private static DnsMessage query(DnsScene s, Question question) {
        return DnsMessage.query(s.trial().draw("the ID", AnyDnsMessage.id()), question);
    }
}
