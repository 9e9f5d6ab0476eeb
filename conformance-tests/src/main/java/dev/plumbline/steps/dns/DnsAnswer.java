package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.trial.Expectation;
import java.util.List;
import java.util.Set;

/** What the endpoint's DNS server must answer (RFC 1034 section 4.3.2, RFC 2308 section 3). */
enum DnsAnswer {
    ADDRESSES("with authority: exactly the addresses in the zone") {
        @Override
        String expected(DnsScene s) {
            return "NOERROR, AA set, and exactly these addresses of " + s.name() + ": "
                    + s.zone().addressesOf(s.name());
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            Set<Ipv4Address> addresses = s.zone().addressesOf(s.name());
            return Answers.addressObjections(answer, s.name(), s.zone().timeToLive(), addresses);
        }
    },
    REPETITION("with the ID and the question as they were asked") {
        @Override
        String expected(DnsScene s) {
            return "an answer with the query's ID and its question, each letter in the case in which it was asked";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return s.enquiry().repetitionObjections(answer);
        }
    },
    ALIAS("with the alias, and no addresses but those of the name that it leads to") {
        @Override
        String expected(DnsScene s) {
            return "the CNAME record that leads to " + target(s) + ", then nothing or the addresses of that name";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            Set<Ipv4Address> addresses = s.zone().current().addresses(s.name());
            return Answers.aliasObjections(answer, s.name(), target(s), addresses);
        }
    },
    /** Whoever has both follows the one to the other: step 3a says to go back to step 1 with the name that it leads to. */
    ALIAS_FOLLOWED("with the alias and exactly the addresses of the name that it leads to") {
        @Override
        String expected(DnsScene s) {
            return "the CNAME record that leads to " + target(s) + ", then the addresses of that name: "
                    + s.zone().current().addresses(s.name());
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            Set<Ipv4Address> addresses = s.zone().current().addresses(s.name());
            return Answers.followedObjections(answer, s.name(), target(s), addresses);
        }
    },
    ALIAS_OF_NOBODY("with the alias, and that what it leads to does not exist, unless it leaves that open") {
        @Override
        String expected(DnsScene s) {
            return aliasAnd(s, "NXDOMAIN" + withSoa(s));
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return Answers.endObjections(
                    answer, s.name(), target(s), ResponseCode.NXDOMAIN, s.zone().origin());
        }
    },
    ALIAS_WITHOUT_RECORDS("with the alias, and that what it leads to has no such records, unless it leaves that open") {
        @Override
        String expected(DnsScene s) {
            return aliasAnd(s, "NOERROR, because that name exists" + withSoa(s));
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return Answers.endObjections(
                    answer, s.name(), target(s), ResponseCode.NOERROR, s.zone().origin());
        }
    },
    CUT_SHORT("with what fits into 512 octets, and says that it is cut short") {
        @Override
        String expected(DnsScene s) {
            return "an answer with TC set, of at most 512 octets";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return answer.header().truncated()
                    ? List.of()
                    : List.of(Objection.of("it does not say that it is cut short (TC = 0)"));
        }
    },
    ANYTHING("in whatever way") {
        @Override
        String expected(DnsScene s) {
            return "an answer";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return List.of();
        }
    },
    WITH_OPT("with an OPT record, or that it knows none") {
        @Override
        String expected(DnsScene s) {
            return "an answer with an OPT record, as the query has one; from who does not know EDNS, FORMERR without one";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            boolean right = answer.edns().isPresent() || answer.header().code().equals(ResponseCode.FORMERR);
            return right ? List.of() : List.of(Objection.of("it has no OPT record, although the query has one"));
        }
    },
    /** So that who has asked can tell a mistake of his own from a server that knows no EDNS (RFC 6891 section 7). */
    MALFORMED("that the query is malformed, with an OPT record if it knows them") {
        @Override
        String expected(DnsScene s) {
            return "FORMERR, with an OPT record, as the server has sent one before";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            if (!answer.responseCode().equals(ResponseCode.FORMERR)) {
                return List.of(Objection.of("it is " + answer.responseCode() + ", although the query is malformed"));
            }
            boolean right = answer.edns().isPresent() || !DnsTraffic.hasSeenOpt(s.trial());
            return right
                    ? List.of()
                    : List.of(Objection.of("it has no OPT record, as if the server knew none, but it does"));
        }
    },
    NO_SUCH_NAME("that there is no such name, with the zone's SOA record") {
        @Override
        String expected(DnsScene s) {
            return "NXDOMAIN, no answers" + withSoa(s);
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return Answers.negativeObjections(
                    answer, ResponseCode.NXDOMAIN, s.zone().origin());
        }
    },
    NO_SUCH_RECORDS("that the name has no such records, with the zone's SOA record") {
        @Override
        String expected(DnsScene s) {
            return "NOERROR, because the name exists, no answers" + withSoa(s);
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return Answers.negativeObjections(
                    answer, ResponseCode.NOERROR, s.zone().origin());
        }
    },
    NOTHING("with nothing") {
        @Override
        String expected(DnsScene s) {
            return "nothing";
        }

        @Override
        List<Objection> objections(DnsScene s, DnsMessage answer) {
            return List.of(Objection.of("it is an answer"));
        }

        @Override
        Expectation by(DnsScene s) {
            return s.enquiry().silence();
        }
    };

    private final String phrase;

    DnsAnswer(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** What is expected, in the words of the message. */
    abstract String expected(DnsScene s);

    /** What is wrong with an answer. */
    abstract List<Objection> objections(DnsScene s, DnsMessage answer);

    /** The answer to what was asked last. */
    Expectation by(DnsScene s) {
        return s.enquiry().answer(expected(s), answer -> objections(s, answer));
    }

    private static DomainName target(DnsScene s) {
        return s.zone().current().alias(s.name()).orElseThrow();
    }

    private static String aliasAnd(DnsScene s, String end) {
        return "the CNAME record that leads to " + target(s) + ", and " + end
                + "; or the CNAME record alone, and NOERROR";
    }

    private static String withSoa(DnsScene s) {
        return ", AA set, and the SOA record of " + s.zone().origin() + " in the authority section";
    }
}
