package dev.plumbline.faults;

import static dev.plumbline.faults.DnsFaults.cache;
import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.with;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.dns.Answer;
import dev.plumbline.reference.dns.AnswerCache;
import dev.plumbline.reference.dns.AuthoritativeServer;
import dev.plumbline.reference.dns.QueryMaker;
import dev.plumbline.reference.dns.ResolverParts;
import dev.plumbline.reference.dns.Retries;
import dev.plumbline.reference.dns.Zone;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Other choices of a resolver and of a name server. */
final class DnsFreedoms {
    private DnsFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                        "resolver-cache-cap-60",
                        "It forgets after a minute: the TTL is a maximum (RFC 2181 section 8).",
                        lifetime(DnsFreedoms::aMinuteAtMost)),
                freedom(
                        "resolver-ttl-minus-1",
                        "It forgets a second early, for a TTL may have begun before (RFC 2181 section 8).",
                        lifetime(DnsFreedoms::aSecondLess)),
                freedom(
                        "whole-seconds",
                        "Its cache counts whole seconds, as TTLs do, and never too many (RFC 1035 section 3.2.1).",
                        cache(WholeSeconds::new)),
                freedom(
                        "resolver-10s",
                        "It waits ten seconds before it asks again (RFC 1035 section 4.2.1 says only what is too soon).",
                        with(stack -> stack.resolver(new Patient()))),
                freedom(
                        "udp-then-tcp",
                        "A server that is silent over UDP is asked over TCP (RFC 7766 section 5).",
                        UdpThenTcp::boot),
                freedom(
                        "resolver-0x20",
                        "It mixes capital and small letters, which say the same (RFC 4343 section 3).",
                        with(stack -> stack.resolver(new MixedCase()))),
                freedom(
                        "aaaa-too",
                        "It also asks for IPv6 addresses (RFC 8305 section 3).",
                        host -> new BothFamilies(ReferenceStack.on(host).boot())),
                freedom(
                        "server-uncompressed",
                        "Its replies repeat names: who compresses them only may (RFC 1035 section 4.1.4).",
                        with(stack -> stack.nameServer(Uncompressed::new))),
                freedom(
                        "server-without-edns",
                        "It knows no OPT record, and says FORMERR (RFC 6891 section 7).",
                        with(stack -> stack.nameServer(WithoutEdns::new))));
    }

    private static Duration aMinuteAtMost(Duration lifetime) {
        Duration minute = Duration.ofMinutes(1);
        return lifetime.compareTo(minute) > 0 ? minute : lifetime;
    }

    private static Duration aSecondLess(Duration lifetime) {
        return lifetime.isZero() ? lifetime : lifetime.minusSeconds(1);
    }

    private static Function<Host, Stack> lifetime(UnaryOperator<Duration> change) {
        return cache(() -> new AnswerCache() {
            @Override
            protected Duration lifetime(Answer answer) {
                return change.apply(super.lifetime(answer));
            }
        });
    }

    private static final class WholeSeconds extends AnswerCache {
        @Override
        public Optional<Answer> find(Question question, Duration now) {
            return super.find(question, Duration.ofSeconds(now.toSeconds()));
        }

        @Override
        public void put(Question question, Answer answer, Duration now) {
            super.put(question, answer, Duration.ofSeconds(now.toSeconds()));
        }
    }

    private static final class Patient extends ResolverParts {
        @Override
        public Retries retries() {
            return new Retries() {
                @Override
                public int rounds() {
                    return 4;
                }

                @Override
                public Duration patience(int round) {
                    return Duration.ofSeconds(10).multipliedBy(1L << round);
                }
            };
        }
    }

    private static final class MixedCase extends ResolverParts {
        /** The bit in which a capital letter differs from a small one. */
        private static final int CASE = 0x20;

        @Override
        public QueryMaker queryMaker() {
            return new QueryMaker() {
                @Override
                public DnsMessage query(Question question, RandomGenerator random) {
                    return super.query(mixed(question, random), random);
                }
            };
        }

        private static Question mixed(Question question, RandomGenerator random) {
            List<String> labels = question.name().labels().stream()
                    .map(label -> mixed(label, random))
                    .toList();
            return new Question(DomainName.of(labels), question.type(), question.recordClass());
        }

        private static String mixed(String label, RandomGenerator random) {
            StringBuilder mixed = new StringBuilder(label);
            for (int i = 0; i < label.length(); i++) {
                char c = label.charAt(i);
                boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                if (isLetter && random.nextBoolean()) {
                    mixed.setCharAt(i, (char) (c ^ CASE));
                }
            }
            return mixed.toString();
        }
    }

    private static final class BothFamilies extends ChangedStack {
        private static final ResolutionHandler NOBODY = new ResolutionHandler() {
            @Override
            public void found(List<Octets> data) {}

            @Override
            public void noData() {}

            @Override
            public void noSuchName() {}

            @Override
            public void failed() {}
        };

        BothFamilies(Stack stack) {
            super(stack);
        }

        @Override
        public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
            super.resolve(name, type, handler);
            if (type.equals(RecordType.A)) {
                super.resolve(name, RecordType.AAAA, NOBODY);
            }
        }
    }

    private static final class Uncompressed extends AuthoritativeServer {
        Uncompressed(Zone zone) {
            super(zone);
        }

        @Override
        protected Octets fitted(DnsMessage reply, int limit) {
            Octets whole = reply.encodeUncompressed();
            return whole.length() <= limit ? whole : truncated(reply).encodeUncompressed();
        }
    }

    private static final class WithoutEdns extends AuthoritativeServer {
        WithoutEdns(Zone zone) {
            super(zone);
        }

        @Override
        protected Optional<ResponseCode> refusal(DnsMessage query) {
            return query.edns().isPresent() ? Optional.of(malformed()) : super.refusal(query);
        }

        @Override
        protected Optional<Edns> edns(DnsMessage query, ResponseCode code) {
            return Optional.empty();
        }

        @Override
        protected DnsMessage unreadable(DnsHeader header, Octets query) {
            return super.unreadable(header, query).toBuilder()
                    .additional(List.of())
                    .build();
        }
    }
}
