package dev.plumbline.steps.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.steps.Scene;
import dev.plumbline.values.AnyDnsMessage;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;

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
            return UdpEnquiry.of(s, withOpt(s, question));
        }
    },
    /** Its place in the additional section does not matter (RFC 6891 section 6.1.1). */
    WITH_OPT_BEHIND("over UDP with an OPT record behind another record") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            DnsMessage query = withOpt(s, question);
            List<ResourceRecord> behind = new ArrayList<>(query.additional());
            behind.add(0, ResourceRecord.in(question.name(), 0, new RecordData.A(Ipv4Address.parse("192.0.2.1"))));
            return UdpEnquiry.of(s, query.toBuilder().additional(behind).build());
        }
    },
    WITH_OPT_ON_CONNECTION("over TCP with an OPT record") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return StreamEnquiry.whole(s, withOpt(s, question));
        }
    },
    /** Its only option claims more octets than the record has (RFC 6891 sections 6.1.2 and 7). */
    WITH_MALFORMED_OPT("over UDP with a malformed OPT record") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            Octets data = s.trial().draw("the data of its option", AnyDnsMessage.optionData());
            int more = s.trial().draw("what the option claims beyond the record", AnyDnsMessage.beyondRecord());
            DnsMessage query = query(s, question).toBuilder()
                    .edns(new Edns(
                            DnsMessage.MAX_UDP, 0, 0, false, 0, List.of(new RecordData.Option(LOCAL_OPTION, data))))
                    .build();
            Octets written = query.encode();
            int lengthAt = written.length() - data.length() - 2;
            int length = data.length() + more;
            Octets claimed = Octets.of(length >> 8, length & 0xff);
            return UdpEnquiry.of(s, query)
                    .writtenAs(written.slice(0, lengthAt).plus(claimed).plus(data));
        }
    },
    /** There may be one only (RFC 6891 section 6.1.1). */
    WITH_TWO_OPT_RECORDS("over UDP with two OPT records") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            Edns edns = Edns.ofPayloadSize(DnsMessage.MAX_UDP);
            return UdpEnquiry.of(
                    s, query(s, question).toBuilder().edns(edns).edns(edns).build());
        }
    },
    /** A host with several addresses is asked at one that is not its first. */
    AT_ANOTHER_ADDRESS("over UDP at any other address of the endpoint") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            Ipv4Address address = s.trial()
                    .draw(
                            "the address asked",
                            Arbitraries.of(Scene.endpoint(s.trial()).moreAddresses()));
            return UdpEnquiry.at(s, address, query(s, question));
        }
    },
    /** In the same way as before, with another ID. */
    ONCE_MORE("once more") {
        @Override
        Enquiry enquiry(DnsScene s, Question question) {
            return s.enquiry().next(question);
        }
    };

    /** The first code for local and experimental use (RFC 6891 section 9). */
    private static final int LOCAL_OPTION = 65001;

    private final String phrase;

    QueryForm(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    abstract Enquiry enquiry(DnsScene s, Question question);

    private static DnsMessage withOpt(DnsScene s, Question question) {
        return query(s, question).toBuilder()
                .edns(Edns.ofPayloadSize(DnsMessage.MAX_UDP))
                .build();
    }

    private static DnsMessage query(DnsScene s, Question question) {
        return DnsMessage.query(s.trial().draw("the ID", AnyDnsMessage.id()), question);
    }
}
