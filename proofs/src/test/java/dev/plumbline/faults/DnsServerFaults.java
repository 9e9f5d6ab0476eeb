package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.with;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.dns.AuthoritativeServer;
import dev.plumbline.reference.dns.Draft;
import dev.plumbline.reference.dns.Zone;
import dev.plumbline.reference.dns.ZoneSearch;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Stacks whose DNS server breaks one rule. */
final class DnsServerFaults {
    private DnsServerFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(searches());
        all.addAll(messages());
        return all;
    }

    /** Those that break a law with every answer. */
    static List<Fault> ofLaws() {
        return List.of(
                fault("dns-id-zero", "Answers have the ID 0.", answers(a -> a.id(0)))
                        .killedBy("RFC1035/ANSWER", "DNS-1")
                        .saying("with the ID 0", "nothing was written into the field"),
                fault("dns-no-question", "The question is not repeated.", answers(a -> a.questions(List.of())))
                        .killedBy("RFC1035/ANSWER", "DNS-1")
                        .saying("and its answer repeats []"),
                fault("dns-z-in-answer", "An answer has the reserved bit set.", answers(a -> a.z(4)))
                        .killedBy("RFC1035/Z", "DNS-1")
                        .saying("the reserved bit Z set"),
                fault("dns-opt-for-all", "An answer always has an OPT record.", server(OptForAll::new))
                        .killedBy("RFC6891/OPT", "DNS-1")
                        .saying("an OPT record in the answer to a query without one"),
                fault(
                                "dns-unequal-lives",
                                "The first record of an answer lives a second longer than the others.",
                                answers(DnsServerFaults::unequal))
                        .killedBy("RFC2181/ONE-TTL", "DNS-1")
                        .saying("a set of records with different times to live"),
                fault("dns-twice", "An answer has its first record twice.", server(Twice::new))
                        .killedBy("RFC2181/RECORD-SET", "DNS-1")
                        .saying("a record twice"));
    }

    /** What it finds in its zone. */
    private static List<Fault> searches() {
        return List.of(
                fault("dns-no-wildcards", "A wildcard is a name like any other.", search(NoWildcards::new))
                        .killedBy("DNS-1")
                        .saying("NXDOMAIN (no such name) instead of NOERROR"),
                fault("dns-wildcard-owner", "A wildcard's records keep their own name.", search(WildcardOwner::new))
                        .killedBy("DNS-1")
                        .saying("it has an address under the name *.wild."),
                fault("dns-one-address", "Of several addresses the first one is given.", search(OneAddress::new))
                        .killedBy("DNS-1")
                        .saying("addresses are missing"),
                fault("dns-old-zone", "A new version of the zone is put aside.", OldZone::on)
                        .killedBy("DNS-2")
                        .saying("which is not in the zone"),
                fault(
                                "dns-no-data-served-as-nxdomain",
                                "A name without an address does not exist.",
                                search(MissIsNxdomain::new))
                        .killedBy("DNS-4")
                        .saying("NXDOMAIN (no such name) instead of NOERROR (the name exists)"),
                fault(
                                "dns-empty-is-nobody",
                                "A name that only has names below it does not exist.",
                                search(EmptyIsNobody::new))
                        .killedBy("DNS-4")
                        .saying("NXDOMAIN (no such name) instead of NOERROR (the name exists)"),
                fault("dns-nobody-is-empty", "A name that does not exist has no records.", search(NobodyIsEmpty::new))
                        .killedBy("DNS-4")
                        .saying("NOERROR (the name exists) instead of NXDOMAIN (no such name)"),
                fault("dns-no-soa", "A negative answer has no SOA record.", search(NoSoa::new))
                        .killedBy("DNS-4")
                        .saying("the zone's SOA record is not in its authority section"));
    }

    /** How it writes its answers. */
    private static List<Fault> messages() {
        return List.of(
                fault("dns-not-authoritative", "AA is never set.", answers(a -> a.authoritative(false)))
                        .killedBy("DNS-1", "DNS-4")
                        .saying("it is not authoritative (AA = 0)"),
                fault(
                                "dns-small-letters",
                                "The question is repeated in small letters.",
                                answers(DnsServerFaults::inSmallLetters))
                        .killedBy("DNS-1")
                        .saying("its question is "),
                fault("dns-never-cut-short", "An answer over UDP may be of any length.", server(NeverCutShort::new))
                        .killedBy("RFC1035/UDP-512", "DNS-1")
                        .saying("it does not say that it is cut short (TC = 0)"),
                fault("dns-cut-unsaid", "What does not fit is left out, but TC is not set.", server(CutUnsaid::new))
                        .killedBy("DNS-1")
                        .saying("it does not say that it is cut short (TC = 0)"));
    }

    private static Function<Host, Stack> server(Function<Zone, AuthoritativeServer> server) {
        return with(stack -> stack.nameServer(server));
    }

    static Function<Host, Stack> search(Function<Zone, ZoneSearch> search) {
        return server(zone -> new AuthoritativeServer(zone, search.apply(zone)));
    }

    private static Function<Host, Stack> answers(UnaryOperator<DnsMessageBuilder> change) {
        return server(zone -> new AuthoritativeServer(zone) {
            @Override
            protected DnsMessage reply(DnsMessage query) {
                return change.apply(super.reply(query).toBuilder()).build();
            }
        });
    }

    private static DnsMessageBuilder unequal(DnsMessageBuilder answer) {
        List<ResourceRecord> records = new ArrayList<>(answer.build().answers());
        if (records.size() > 1) {
            ResourceRecord first = records.get(0);
            records.set(0, new ResourceRecord(first.name(), first.recordClass(), first.ttl() + 1, first.data()));
        }
        return answer.answers(records);
    }

    private static DnsMessageBuilder inSmallLetters(DnsMessageBuilder answer) {
        List<Question> small = answer.build().questions().stream()
                .map(q -> Question.in(DomainName.parse(q.name().toString().toLowerCase(Locale.ROOT)), q.type()))
                .toList();
        return answer.questions(small);
    }

    private static final class NoWildcards extends ZoneSearch {
        NoWildcards(Zone zone) {
            super(zone);
        }

        @Override
        protected Optional<DomainName> wildcard(DomainName name) {
            return Optional.empty();
        }
    }

    private static final class WildcardOwner extends ZoneSearch {
        WildcardOwner(Zone zone) {
            super(zone);
        }

        @Override
        protected DomainName ownerOf(DomainName node, DomainName name) {
            return node;
        }
    }

    private static final class OneAddress extends ZoneSearch {
        OneAddress(Zone zone) {
            super(zone);
        }

        @Override
        public Draft answer(Question question) {
            Draft draft = super.answer(question);
            draft.answers
                    .subList(Math.min(1, draft.answers.size()), draft.answers.size())
                    .clear();
            return draft;
        }
    }

    private static final class MissIsNxdomain extends ZoneSearch {
        MissIsNxdomain(Zone zone) {
            super(zone);
        }

        @Override
        protected void noData(Draft draft) {
            nameError(draft);
        }
    }

    private static final class EmptyIsNobody extends ZoneSearch {
        EmptyIsNobody(Zone zone) {
            super(zone);
        }

        @Override
        protected void node(Draft draft, DomainName node, DomainName name, RecordType type) {
            if (zone.records(node).isEmpty()) {
                nameError(draft);
            } else {
                super.node(draft, node, name, type);
            }
        }
    }

    private static final class NobodyIsEmpty extends ZoneSearch {
        NobodyIsEmpty(Zone zone) {
            super(zone);
        }

        @Override
        protected void nameError(Draft draft) {
            noData(draft);
        }
    }

    private static final class NoSoa extends ZoneSearch {
        NoSoa(Zone zone) {
            super(zone);
        }

        @Override
        protected void negative(Draft draft) {
            // There is nothing that such a server would say here.
        }
    }

    private static final class NeverCutShort extends AuthoritativeServer {
        NeverCutShort(Zone zone) {
            super(zone);
        }

        @Override
        protected int limit(DnsMessage query, boolean stream) {
            return DnsMessage.MAX_LENGTH;
        }
    }

    private static final class CutUnsaid extends AuthoritativeServer {
        CutUnsaid(Zone zone) {
            super(zone);
        }

        @Override
        protected DnsMessage truncated(DnsMessage reply) {
            return super.truncated(reply).toBuilder().truncated(false).build();
        }
    }

    private static final class OptForAll extends AuthoritativeServer {
        OptForAll(Zone zone) {
            super(zone);
        }

        @Override
        protected Optional<Edns> edns(DnsMessage query, ResponseCode code) {
            return Optional.of(Edns.ofPayloadSize(PAYLOAD_SIZE));
        }
    }

    private static final class Twice extends AuthoritativeServer {
        Twice(Zone zone) {
            super(zone);
        }

        @Override
        protected DnsMessage reply(DnsMessage query) {
            DnsMessage reply = super.reply(query);
            List<ResourceRecord> more = new ArrayList<>(reply.answers());
            reply.answers().stream().findFirst().ifPresent(more::add);
            return reply.toBuilder().answers(more).build();
        }
    }

    private static final class OldZone extends ChangedStack {
        private OldZone(Stack stack) {
            super(stack);
        }

        static Stack on(Host host) {
            return around(OldZone::new).apply(host);
        }

        @Override
        public NameServer serve(String zone) {
            NameServer server = super.serve(zone);
            return new NameServer() {
                @Override
                public void replace(String other) {
                    // It is put aside.
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        }
    }
}
