package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.values.AnyDns;
import net.jqwik.api.Arbitrary;

/** What the peer asks the endpoint's DNS server (RFC 1035 section 4.1.2). */
enum DnsQuestion {
    OF_THE_NAME("the addresses of the name") {
        @Override
        DomainName about(DnsScene s) {
            return s.name();
        }
    },
    IN_OTHER_CASE("the addresses of the name in any other case") {
        @Override
        DomainName about(DnsScene s) {
            return s.trial().draw(ASKED, AnyDns.inOtherCase(s.name()));
        }
    },
    BELOW_WILDCARD("the addresses of any name below the wildcard") {
        @Override
        DomainName about(DnsScene s) {
            return s.isAbout(s.trial().draw(ASKED, s.zone().below(s.zone().wild())));
        }
    },
    OF_NOBODY("the addresses of any name that is not in the zone") {
        @Override
        DomainName about(DnsScene s) {
            PhoneBook zone = s.zone().current();
            Arbitrary<DomainName> absent = s.zone().names().filter(name -> !zone.has(name));
            return s.trial().draw(ASKED, absent);
        }
    },
    /** Neither the zone nor below it. */
    OF_ANOTHER_ZONE("the addresses of any name in a zone of others") {
        @Override
        DomainName about(DnsScene s) {
            DomainName origin = s.zone().origin();
            return s.trial().draw(ASKED, AnyDns.shortName().filter(name -> !name.isAtOrBelow(origin)));
        }
    },
    OF_THE_TARGET("the addresses of what the name is an alias of") {
        @Override
        DomainName about(DnsScene s) {
            return s.zone().current().alias(s.name()).orElseThrow();
        }
    },
    ABOVE("the addresses of the name above it") {
        @Override
        DomainName about(DnsScene s) {
            return s.name().parent();
        }
    };

    private static final String ASKED = "the name that is asked for";

    private final String phrase;

    DnsQuestion(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** The question itself. */
    Question in(DnsScene s) {
        return Question.in(about(s), RecordType.A);
    }

    /** The name that it is about. */
    abstract DomainName about(DnsScene s);
}
