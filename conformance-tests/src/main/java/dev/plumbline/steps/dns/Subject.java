package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import java.util.List;

/** Which names an application looks up. */
enum Subject {
    THE_NAME("the name") {
        @Override
        List<DomainName> names(DnsScene s) {
            return List.of(s.name());
        }
    },
    /** Hosts that take its mail (RFC 1035 section 3.3.9). */
    MAIL("the mail servers of the name", RecordType.MX) {
        @Override
        List<DomainName> names(DnsScene s) {
            return List.of(s.name());
        }
    },
    /** Those of the other family (RFC 3596 section 2.1). */
    IPV6("the IPv6 addresses of the name", RecordType.AAAA) {
        @Override
        List<DomainName> names(DnsScene s) {
            return List.of(s.name());
        }
    },
    /** What it is an alias of (RFC 1035 section 3.3.1). */
    ALIAS("what the name is an alias of", RecordType.CNAME) {
        @Override
        List<DomainName> names(DnsScene s) {
            return List.of(s.name());
        }
    },
    ALL_NAMES("all the names at the same time") {
        @Override
        List<DomainName> names(DnsScene s) {
            return s.book().owners();
        }
    };

    private final String phrase;

    @SuppressWarnings("ImmutableEnumChecker") // a record of a number
    private final RecordType type;

    Subject(String phrase) {
        this(phrase, RecordType.A);
    }

    Subject(String phrase, RecordType type) {
        this.phrase = phrase;
        this.type = type;
    }

    /** The type of the records that are wanted. */
    RecordType type() {
        return type;
    }

    @Override
    public String toString() {
        return phrase;
    }

    abstract List<DomainName> names(DnsScene s);
}
