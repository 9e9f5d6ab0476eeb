package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.steps.Scene;
import dev.plumbline.values.AnyDns;
import java.util.List;

/** What a book or a zone has (RFC 1034 sections 3.6 and 4.3.3): all of it, for nothing else is in there. */
enum Records {
    NOTHING("none of the names") {
        @Override
        PhoneBook in(DnsScene s) {
            return s.directory().blank();
        }
    },
    ADDRESSES("any name with any addresses") {
        @Override
        PhoneBook in(DnsScene s) {
            return leading(s, s.name(), s.directory().addresses());
        }
    },
    IN_OTHER_CASE("any name in any other case with any addresses") {
        @Override
        PhoneBook in(DnsScene s) {
            s.isAbout(s.trial().draw("the name", s.directory().shortNames()));
            DomainName written = s.trial().draw("the name as it is in the book", AnyDns.inOtherCase(s.name()));
            return leading(s, written, s.directory().addresses());
        }
    },
    MANY_ADDRESSES("any name with more addresses than a datagram may hold") {
        @Override
        PhoneBook in(DnsScene s) {
            Ipv4Address first = s.trial().draw("the first of " + AnyDns.MANY + " addresses", AnyDns.address());
            return leading(s, s.name(), AnyDns.manyFrom(first));
        }
    },
    NEW_ADDRESS("any new address for the name") {
        @Override
        PhoneBook in(DnsScene s) {
            return leading(s, s.name(), List.of(addressBut(s)));
        }
    },
    OWN_ADDRESS("any name with the endpoint's own address") {
        @Override
        PhoneBook in(DnsScene s) {
            return leading(s, s.name(), List.of(Scene.endpoint(s.trial()).address()));
        }
    },
    WEB_HOST("any name with the address of a web host") {
        @Override
        PhoneBook in(DnsScene s) {
            return leading(s, s.name(), List.of(s.webHosts().address(Partner.WEB_HOST)));
        }
    },
    OTHER_WEB_HOST("the name with the address of another web host") {
        @Override
        PhoneBook in(DnsScene s) {
            return leading(s, s.name(), List.of(s.webHosts().address(Partner.OTHER_WEB_HOST)));
        }
    },
    SEVERAL_NAMES("any names with any addresses") {
        @Override
        PhoneBook in(DnsScene s) {
            PhoneBook book = s.directory().blank();
            for (DomainName name :
                    s.trial().draw("the names", AnyDns.severalOf(s.directory().shortNames(), FEW))) {
                List<Ipv4Address> addresses = s.trial().draw("the addresses of " + name, AnyDns.addresses(1, 3));
                book = book.with(name, s.directory().timeToLive(), addresses);
            }
            return book;
        }
    },
    NO_ADDRESS("any name without an address") {
        @Override
        PhoneBook in(DnsScene s) {
            return s.directory()
                    .blank()
                    .with(ResourceRecord.in(s.name(), s.directory().timeToLive(), noAddress(s)));
        }
    },
    ALIAS("any name as an alias of another with any addresses") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName target = aliased(s, "the name that it is an alias of");
            return alias(s, target)
                    .with(target, s.directory().timeToLive(), s.directory().addresses());
        }
    },
    ALIAS_BELOW_CUT("any name as an alias of one in a zone below that others serve") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName cut = s.directory().between();
            DomainName server = s.directory().wild();
            DomainName target = s.trial()
                    .draw("the name that it is an alias of", s.directory().below(cut));
            return alias(s, target)
                    .with(ResourceRecord.in(cut, s.directory().timeToLive(), new RecordData.Ns(server)))
                    .with(server, s.directory().timeToLive(), List.of(Ipv4Address.parse("192.0.2.54")));
        }
    },
    ALIASES("any name as an alias of another and so on to any addresses") {
        @Override
        PhoneBook in(DnsScene s) {
            List<DomainName> names =
                    s.trial().draw("the names", AnyDns.severalOf(s.directory().shortNames(), MOST_LINKS + 1));
            s.isAbout(names.get(0));
            PhoneBook book = leading(
                    s, names.get(names.size() - 1), s.trial().draw(Directory.ADDRESSES, AnyDns.addresses(1, 3)));
            for (int i = 0; i < names.size() - 1; i++) {
                book = book.with(names.get(i), s.directory().timeToLive(), names.get(i + 1));
            }
            return book;
        }
    },
    ALIAS_FOR_A_WHILE("any name as an alias of another with addresses for a week") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName target = aliased(s, "the name that it is an alias of");
            return alias(s, target).with(target, AnyDns.WEEK, s.directory().addresses());
        }
    },
    THIRD_ALIAS("the name as an alias of any third name with another address") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName target = aliased(s, "the name that it is an alias of now");
            return alias(s, target).with(target, AnyDns.WEEK, List.of(addressBut(s)));
        }
    },
    ALIAS_OF_NOBODY("any name as an alias of one that does not exist") {
        @Override
        PhoneBook in(DnsScene s) {
            return alias(s, s.otherName());
        }
    },
    /** The zone says so for longer than the alias lives. */
    ALIAS_OF_NOBODY_FOR_A_WEEK("any name as an alias of one that will not exist for a week") {
        @Override
        PhoneBook in(DnsScene s) {
            return PhoneBook.empty(DomainName.ROOT, 1, AnyDns.WEEK)
                    .with(s.name(), s.directory().timeToLive(), s.otherName());
        }
    },
    /** The zone of the one is that of the other, too. */
    ALIAS_OF_NOBODY_BESIDE("any name as an alias of one beside it that does not exist") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName alias = s.name();
            return alias(
                    s,
                    s.trial()
                            .draw(
                                    "the name that it is an alias of",
                                    s.directory().shortNames().filter(n -> !alias.isAtOrBelow(n))));
        }
    },
    ALIAS_WITHOUT_ADDRESS("any name as an alias of one without an address") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName target = aliased(s, "the name that it is an alias of");
            return alias(s, target).with(ResourceRecord.in(target, s.directory().timeToLive(), noAddress(s)));
        }
    },
    WILDCARD("a wildcard with any addresses beside any other name") {
        @Override
        PhoneBook in(DnsScene s) {
            DomainName wildcard = s.directory().wild().prepend("*");
            return leading(s, s.name(), List.of(Ipv4Address.parse("192.0.2.99")))
                    .with(wildcard, s.directory().timeToLive(), s.directory().addresses());
        }
    },
    DEEP_BELOW("any name several labels below its own with any addresses") {
        @Override
        PhoneBook in(DnsScene s) {
            s.isAbout(
                    s.trial().draw("the name", s.directory().below(s.directory().between())));
            return leading(s, s.name(), s.directory().addresses());
        }
    };

    private static final int FEW = 5;
    private static final int MOST_LINKS = 6;

    private final String phrase;

    Records(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** These records, with what is drawn for them. */
    abstract PhoneBook in(DnsScene s);

    private static PhoneBook leading(DnsScene s, DomainName name, List<Ipv4Address> addresses) {
        return s.directory().blank().with(name, s.directory().timeToLive(), addresses);
    }

    private static RecordData noAddress(DnsScene s) {
        return s.trial()
                .draw("what it has", AnyDns.dataWithoutAddress(s.directory().between()));
    }

    private static PhoneBook alias(DnsScene s, DomainName target) {
        return s.directory().blank().with(s.name(), s.directory().timeToLive(), target);
    }

    private static DomainName aliased(DnsScene s, String what) {
        DomainName alias = s.name();
        return s.trial().draw(what, s.directory().shortNames().filter(n -> !n.equals(alias)));
    }

    private static Ipv4Address addressBut(DnsScene s) {
        List<Ipv4Address> old = s.directory().addresses();
        return s.trial().draw("the new address", AnyDns.address().filter(a -> !old.contains(a)));
    }
}
