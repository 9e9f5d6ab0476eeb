package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.udpOut;
import static dev.plumbline.faults.Seams.with;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.dns.Answer;
import dev.plumbline.reference.dns.AnswerCache;
import dev.plumbline.reference.dns.AnswerReader;
import dev.plumbline.reference.dns.QueryMaker;
import dev.plumbline.reference.dns.ReplyCheck;
import dev.plumbline.reference.dns.ResolverParts;
import dev.plumbline.reference.dns.Retries;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Stacks whose resolver breaks one rule, or that do not connect where it says. */
final class DnsFaults {
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private DnsFaults() {}

    static List<Fault> all() {
        List<Fault> all = new ArrayList<>(replies());
        all.addAll(contents());
        all.addAll(times());
        all.addAll(outcomes());
        return all;
    }

    /** Those that break a law with every query. */
    static List<Fault> ofLaws() {
        return List.of(
                fault("dns-long-query", "A query has eleven octets behind its end.", udpOut(DnsFaults::longer))
                        .killedBy("RFC1035/MESSAGE", "DNS-1")
                        .saying("a DNS message that cannot be read"),
                fault("dns-aa-in-query", "A query has AA set.", queries(Authoritative::new))
                        .killedBy("RFC1035/QUERY", "DNS-1")
                        .saying("a query with AA set"),
                fault("dns-z-in-query", "A query has the reserved bit set.", queries(Reserved::new))
                        .killedBy("RFC1035/Z", "DNS-1")
                        .saying("the reserved bit Z set"));
    }

    /** Which replies it believes, and what it asks. */
    private static List<Fault> replies() {
        return List.of(
                fault("dns-any-id", "A reply may have any ID.", check(AnyId::new))
                        .killedBy("DNS-1")
                        .saying("which stood only in a reply with another ID"),
                fault("dns-any-question", "A reply may repeat any question.", check(AnyQuestion::new))
                        .killedBy("DNS-1")
                        .saying("although the name has addresses"),
                fault("dns-any-port", "A reply may come from any port of the server.", check(AnyPort::new))
                        .killedBy("DNS-1")
                        .saying("which stood only in a reply with another source port"),
                fault("dns-any-address", "A reply may come from anybody.", check(AnyAddress::new))
                        .killedBy("DNS-1")
                        .saying("which stood only in a reply with another source address"),
                fault("dns-query-is-answer", "A query with records in it is taken for the answer.", check(AnyMark::new))
                        .killedBy("DNS-1")
                        .saying("which stood only in a reply with the mark of a query"),
                fault("dns-asks-once", "A question is asked once.", resolver(new AsksOnce()))
                        .killedBy("DNS-1")
                        .saying("that the look-up failed, although the name has addresses"),
                fault("dns-no-recursion", "A query does not ask for recursion.", queries(NoRecursion::new))
                        .killedBy("DNS-1")
                        .saying("RD = 0"));
    }

    /** What it makes of the right reply. */
    private static List<Fault> contents() {
        return List.of(
                fault(
                                "dns-anybodys-address",
                                "The first set of addresses is taken, whoever has it.",
                                reader(Anybodys::new))
                        .killedBy("DNS-1")
                        .saying("which the answer has for another name"),
                fault("dns-case-matters", "Capital and small letters are different.", reader(CaseMatters::new))
                        .killedBy("DNS-1")
                        .saying("that the name has no address, although the name has addresses"),
                fault("dns-no-aliases", "An alias is taken for a name without an address.", reader(NoAliases::new))
                        .killedBy("DNS-1")
                        .saying("that the name has no address, although the name has addresses"),
                fault("dns-cut-is-whole", "What is cut short is taken for the whole.", reader(CutIsWhole::new))
                        .killedBy("DNS-1")
                        .saying("of its 60 addresses missing"),
                fault("dns-octets-reversed", "The octets of an address come in the wrong order.", told(Reversed::new))
                        .killedBy("DNS-3", "DNS-1")
                        .saying("which is not the name's"),
                fault("dns-first-host-for-ever", "A port leads for ever to the host it led to first.", FirstHost::on)
                        .killedBy("DNS-3")
                        .saying("the connection is with the other web host", "it is with "),
                fault(
                                "dns-moves-connections",
                                "When a name has moved, the connections to its old host are reset.",
                                Moves::on)
                        .killedBy("DNS-3")
                        .saying("exactly the"));
    }

    /** For how long it remembers. */
    private static List<Fault> times() {
        return List.of(
                fault("dns-remembers-for-ever", "Answers are remembered for ever.", cache(ForEver::new))
                        .killedBy("DNS-2", "DNS-3")
                        .saying("which was the name's before the change"),
                fault(
                                "dns-remembers-nothing",
                                "Nothing is remembered.",
                                with(s -> s.resolver(ResolverParts.withoutCache())))
                        .killedBy("DNS-2", "DNS-3")
                        .saying("asked the DNS server again, although the answer that it had still lives"),
                fault(
                                "dns-no-data-of-all-types",
                                "That a name has no records of one type is remembered of all types.",
                                cache(() -> new NoneOfAll((question, answer) -> answer instanceof Answer.NoData)))
                        .killedBy("RFC2308/5-TYPE")
                        .saying("although the name has addresses"),
                fault(
                                "dns-alias-does-not-exist",
                                "That an alias leads to no name is remembered as if there was no alias.",
                                cache(() -> new NoneOfAll((question, answer) -> answer instanceof Answer.NoSuchName)))
                        .killedBy("RFC6604/3-ALIAS")
                        .saying("that there is no such name, instead of records"),
                fault(
                                "dns-hit-renews",
                                "Each use of an answer makes its life begin anew.",
                                cache(() -> new Renews(answer -> true)))
                        .killedBy("DNS-2")
                        .saying("without asking the DNS server again"),
                fault(
                                "dns-zero-is-a-while",
                                "A time to live of zero counts as five minutes.",
                                reader(ZeroIsAWhile::new))
                        .killedBy("DNS-2")
                        .saying("without asking the DNS server again"),
                fault(
                                "dns-alias-lives-on",
                                "An alias lives as long as the address behind it.",
                                reader(AliasLivesOn::new))
                        .killedBy("DNS-2")
                        .saying("which was the name's before the change"),
                fault(
                                "dns-never-found-later",
                                "That there is no such name holds for ever.",
                                reader(NeverFoundLater::new))
                        .killedBy("DNS-4")
                        .saying("that there is no such name, although the name has addresses"));
    }

    /** What it tells who asked. */
    private static List<Fault> outcomes() {
        return List.of(
                fault(
                                "dns-search-page",
                                "A name that does not exist leads to somebody's search page.",
                                told(SearchPage::new))
                        .killedBy("DNS-4")
                        .saying("203.0.113.80, instead of that there is no such name"),
                fault("dns-zero-address", "A name that does not exist has the address 0.0.0.0.", told(ZeroAddress::new))
                        .killedBy("DNS-4")
                        .saying("0.0.0.0, instead of that there is no such name"),
                fault("dns-nxdomain-is-failure", "No such name is told as a failure.", told(NxdomainIsFailure::new))
                        .killedBy("DNS-4")
                        .saying("that the look-up failed, instead of that there is no such name"),
                fault(
                                "dns-no-data-is-nxdomain",
                                "A name without an address does not exist.",
                                told(NoDataIsNxdomain::new))
                        .killedBy("DNS-4")
                        .saying("that there is no such name, instead of that the name has no address"),
                fault(
                                "dns-error-is-nxdomain",
                                "A server that refuses says that there is no such name.",
                                reader(ErrorIsNxdomain::new))
                        .killedBy("DNS-4")
                        .saying("that there is no such name, instead of that the look-up failed"),
                fault(
                                "dns-silence-is-nxdomain",
                                "Silence says that there is no such name.",
                                told(SilenceIsNxdomain::new))
                        .killedBy("DNS-4")
                        .saying("that there is no such name, instead of that the look-up failed"));
    }

    private static UdpDatagram longer(UdpDatagram d) {
        return d.destinationPort().equals(Port.of(53))
                ? new UdpDatagram(
                        d.sourcePort(), d.destinationPort(), d.payload().plus(Octets.wrap(new byte[11])))
                : d;
    }

    static Function<Host, Stack> resolver(ResolverParts parts) {
        return with(stack -> stack.resolver(parts));
    }

    static Function<Host, Stack> check(Supplier<ReplyCheck> rules) {
        return resolver(new ResolverParts() {
            @Override
            public ReplyCheck replyCheck() {
                return rules.get();
            }
        });
    }

    static Function<Host, Stack> queries(Supplier<QueryMaker> maker) {
        return resolver(new ResolverParts() {
            @Override
            public QueryMaker queryMaker() {
                return maker.get();
            }
        });
    }

    static Function<Host, Stack> reader(Supplier<AnswerReader> reader) {
        return resolver(new ResolverParts() {
            @Override
            public AnswerReader answerReader() {
                return reader.get();
            }
        });
    }

    static Function<Host, Stack> cache(Supplier<AnswerCache> cache) {
        return resolver(new ResolverParts() {
            @Override
            public AnswerCache cache() {
                return cache.get();
            }
        });
    }

    /** The application is told something else. */
    private static Function<Host, Stack> told(Function<ResolutionHandler, ResolutionHandler> change) {
        return around(stack -> new ChangedStack(stack) {
            @Override
            public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
                super.resolve(name, type, change.apply(handler));
            }
        });
    }

    private static final class AnyId extends ReplyCheck {
        @Override
        protected boolean hasSameId(DnsMessage query, DnsMessage reply) {
            return true;
        }
    }

    private static final class AnyQuestion extends ReplyCheck {
        @Override
        protected boolean hasSameQuestion(DnsMessage query, DnsMessage reply) {
            return true;
        }
    }

    private static final class AnyPort extends ReplyCheck {
        @Override
        protected boolean isFromServerPort(SocketAddress source) {
            return true;
        }
    }

    private static final class AnyAddress extends ReplyCheck {
        @Override
        protected boolean isFromServerAsked(Set<Ipv4Address> asked, SocketAddress source) {
            return true;
        }
    }

    private static final class AnyMark extends ReplyCheck {
        @Override
        protected boolean isResponse(DnsMessage reply) {
            return true;
        }
    }

    private static final class AsksOnce extends ResolverParts {
        @Override
        public Retries retries() {
            return new Retries() {
                @Override
                public int rounds() {
                    return 1;
                }
            };
        }
    }

    private static final class NoRecursion extends QueryMaker {
        @Override
        public DnsMessage query(Question question, RandomGenerator random) {
            return super.query(question, random).toBuilder()
                    .recursionDesired(false)
                    .build();
        }
    }

    private static final class Authoritative extends QueryMaker {
        @Override
        public DnsMessage query(Question question, RandomGenerator random) {
            return super.query(question, random).toBuilder().authoritative(true).build();
        }
    }

    private static final class Reserved extends QueryMaker {
        @Override
        public DnsMessage query(Question question, RandomGenerator random) {
            return super.query(question, random).toBuilder().z(4).build();
        }
    }

    private static final class Anybodys extends AnswerReader {
        @Override
        protected boolean isOwnedBy(DomainName name, ResourceRecord record) {
            return true;
        }
    }

    private static final class CaseMatters extends AnswerReader {
        @Override
        protected boolean isOwnedBy(DomainName name, ResourceRecord record) {
            return record.name().labels().equals(name.labels());
        }
    }

    private static final class NoAliases extends AnswerReader {
        @Override
        protected boolean isOwnedBy(DomainName name, ResourceRecord record) {
            return super.isOwnedBy(name, record) && !record.type().equals(RecordType.CNAME);
        }
    }

    private static final class CutIsWhole extends AnswerReader {
        @Override
        public boolean isTruncated(DnsMessage reply) {
            return false;
        }
    }

    private static final class ForEver extends AnswerCache {
        @Override
        protected Duration lifetime(Answer answer) {
            return FOR_EVER;
        }
    }

    /** What is not there of one type is remembered of all types. */
    static final class NoneOfAll extends AnswerCache {
        private final BiPredicate<Question, Answer> which;
        private final Map<DomainName, Answer> none = new HashMap<>();

        NoneOfAll(BiPredicate<Question, Answer> which) {
            this.which = which;
        }

        @Override
        public Optional<Answer> find(Question question, Duration now) {
            return super.find(question, now).or(() -> Optional.ofNullable(none.get(question.name())));
        }

        @Override
        public void put(Question question, Answer answer, Duration now) {
            super.put(question, answer, now);
            if (which.test(question, answer)) {
                none.put(question.name(), answer);
            }
        }
    }

    /** What is used begins to live anew. */
    static final class Renews extends AnswerCache {
        private final Predicate<Answer> which;

        Renews(Predicate<Answer> which) {
            this.which = which;
        }

        /** Only what says that there is nothing. */
        static Renews none() {
            return new Renews(answer -> !(answer instanceof Answer.Found));
        }

        @Override
        public Optional<Answer> find(Question question, Duration now) {
            Optional<Answer> found = super.find(question, now);
            found.filter(which).ifPresent(answer -> put(question, answer, now));
            return found;
        }
    }

    private static final class ZeroIsAWhile extends AnswerReader {
        @Override
        protected Duration lifetime(ResourceRecord record) {
            return record.ttl() == 0 ? Duration.ofMinutes(5) : super.lifetime(record);
        }
    }

    private static final class AliasLivesOn extends AnswerReader {
        @Override
        protected Duration lifetime(ResourceRecord record) {
            return record.type().equals(RecordType.CNAME) ? FOR_EVER : super.lifetime(record);
        }
    }

    private static final class NeverFoundLater extends AnswerReader {
        @Override
        protected Duration negativeLifetime(DnsMessage reply) {
            return FOR_EVER;
        }
    }

    private static final class ErrorIsNxdomain extends AnswerReader {
        @Override
        public Optional<Answer> read(Question question, DnsMessage reply) {
            return reply.responseCode().equals(ResponseCode.NOERROR)
                    ? super.read(question, reply)
                    : Optional.of(new Answer.NoSuchName(question.name(), Duration.ZERO));
        }
    }

    private static final class Reversed extends Handing {
        Reversed(ResolutionHandler handler) {
            super(handler);
        }

        @Override
        public void found(List<Octets> data) {
            super.found(data.stream()
                    .map(a -> Octets.of(a.u8(3), a.u8(2), a.u8(1), a.u8(0)))
                    .toList());
        }
    }

    private static final class SearchPage extends Handing {
        SearchPage(ResolutionHandler handler) {
            super(handler);
        }

        @Override
        public void noSuchName() {
            found(List.of(Octets.of(203, 0, 113, 80)));
        }
    }

    private static final class ZeroAddress extends Handing {
        ZeroAddress(ResolutionHandler handler) {
            super(handler);
        }

        @Override
        public void noSuchName() {
            found(List.of(Octets.of(0, 0, 0, 0)));
        }
    }

    private static final class NxdomainIsFailure extends Handing {
        NxdomainIsFailure(ResolutionHandler handler) {
            super(handler);
        }

        @Override
        public void noSuchName() {
            failed();
        }
    }

    private static final class NoDataIsNxdomain extends Handing {
        NoDataIsNxdomain(ResolutionHandler handler) {
            super(handler);
        }

        @Override
        public void noData() {
            noSuchName();
        }
    }

    private static final class SilenceIsNxdomain extends Handing {
        SilenceIsNxdomain(ResolutionHandler handler) {
            super(handler);
        }

        @Override
        public void failed() {
            noSuchName();
        }
    }

    /** As if an operating system pinned an application's port to a host. */
    private static final class FirstHost extends ChangedStack {
        private final Map<Port, SocketAddress> first = new HashMap<>();

        private FirstHost(Stack stack) {
            super(stack);
        }

        static Stack on(Host host) {
            return around(FirstHost::new).apply(host);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            SocketAddress pinned = first.computeIfAbsent(remote.port(), port -> remote);
            return super.connect(local, pinned, handler);
        }
    }

    /** A connection to another host ends those to the same port before it. */
    private static final class Moves extends ChangedStack {
        private final List<TcpConnection> open = new ArrayList<>();

        private Moves(Stack stack) {
            super(stack);
        }

        static Stack on(Host host) {
            return around(Moves::new).apply(host);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            open.stream()
                    .filter(c -> c.remote().port().equals(remote.port())
                            && !c.remote().equals(remote))
                    .forEach(TcpConnection::abort);
            TcpConnection connection = super.connect(local, remote, handler);
            open.add(connection);
            return connection;
        }
    }
}
