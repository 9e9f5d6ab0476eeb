package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import java.util.List;

/** Which names an application looks up. */
enum Subject {
    THE_NAME("the name") {
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

    Subject(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    abstract List<DomainName> names(DnsScene s);
}
