package dev.plumbline.faults;

import static dev.plumbline.faults.DnsFaults.cache;
import static dev.plumbline.faults.DnsFaults.reader;
import static dev.plumbline.faults.Fault.fault;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.faults.DnsFaults.NoneOfAll;
import dev.plumbline.faults.DnsFaults.Renews;
import dev.plumbline.reference.dns.Answer;
import dev.plumbline.reference.dns.AnswerCache;
import dev.plumbline.reference.dns.AnswerReader;
import dev.plumbline.reference.dns.ResolverParts;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Stacks that remember what a name has as they should, and what it has not otherwise. */
final class NegativeAnswerFaults {
    private static final Set<RecordType> ADDRESSES = Set.of(RecordType.A, RecordType.AAAA);

    private NegativeAnswerFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "dns-no-address-of-either-family",
                                "That a name has no address of one family is remembered of the other one, too.",
                                cache(NoAddressAtAll::new))
                        .killedBy("RFC2308/5-TYPE")
                        .saying("although the name has addresses"),
                fault(
                                "dns-alias-has-nothing",
                                "That an alias leads to a name without such records is remembered of the alias for all types.",
                                NegativeAnswerFaults::nothingBehindAlias)
                        .killedBy("RFC6604/3-ALIAS")
                        .saying("that the name has no address, instead of records"),
                fault(
                                "dns-alias-to-nothing-is-nothing",
                                "An alias of a name without an address does not exist.",
                                reader(NothingIsNobody::new))
                        .killedBy("DNS-4")
                        .saying("that there is no such name, instead of that the name has no address"),
                fault(
                                "dns-no-name-of-one-type",
                                "That a name does not exist is remembered for the type that was asked for.",
                                cache(NoNameOfOneType::new))
                        .killedBy("RFC2308/5-NAME")
                        .saying("asked the DNS server again"),
                fault(
                                "dns-minimum-alone",
                                "What is not there is remembered for the zone's whole time, however much of it is over.",
                                reader(MinimumAlone::new))
                        .killedBy("RFC2308/5-LIFETIME")
                        .saying("that there is no such name, although the name has addresses"),
                fault("dns-no-renews", "Each use of a negative answer makes its life begin anew.", cache(Renews::none))
                        .killedBy("RFC2308/5-LIFETIME")
                        .saying("that there is no such name, although the name has addresses"),
                fault(
                                "dns-nowhere-lives-on",
                                "That an alias leads nowhere is remembered as long as the zone says, however short the alias lives.",
                                reader(NowhereLivesOn::new))
                        .killedBy("RFC2308/5-LIFETIME")
                        .saying("that there is no such name, although the name has addresses"),
                fault(
                                "dns-no-without-soa",
                                "A negative answer that does not say how long it holds is remembered for five minutes.",
                                reader(FiveMinutesWithoutSoa::new))
                        .killedBy("RFC2308/5-NO-SOA")
                        .saying("that there is no such name, although the name has addresses"));
    }

    private static final class NoAddressAtAll extends AnswerCache {
        private static final RecordType BOTH = new RecordType(65_280);

        @Override
        public Optional<Answer> find(Question question, Duration now) {
            return super.find(question, now).or(() -> super.find(ofBoth(question), now));
        }

        @Override
        public void put(Question question, Answer answer, Duration now) {
            super.put(answer instanceof Answer.NoData ? ofBoth(question) : question, answer, now);
        }

        private static Question ofBoth(Question question) {
            return ADDRESSES.contains(question.type()) ? Question.in(question.name(), BOTH) : question;
        }
    }

    /** Its reader notes which names are aliases; its cache believes that these have nothing, once it has heard so of one type. */
    private static Stack nothingBehindAlias(Host host) {
        Set<DomainName> aliases = new HashSet<>();
        return DnsFaults.resolver(new ResolverParts() {
                    @Override
                    public AnswerReader answerReader() {
                        return new NotesAliases(aliases);
                    }

                    @Override
                    public AnswerCache cache() {
                        return new NoneOfAll((question, answer) ->
                                answer instanceof Answer.NoData && aliases.contains(question.name()));
                    }
                })
                .apply(host);
    }

    private static final class NotesAliases extends AnswerReader {
        private final Set<DomainName> aliases;

        NotesAliases(Set<DomainName> aliases) {
            this.aliases = aliases;
        }

        @Override
        public Optional<Answer> read(Question question, DnsMessage reply) {
            if (reply.answers().stream().anyMatch(r -> r.type().equals(RecordType.CNAME))) {
                aliases.add(question.name());
            }
            return super.read(question, reply);
        }
    }

    private static final class NothingIsNobody extends AnswerReader {
        @Override
        public Optional<Answer> read(Question question, DnsMessage reply) {
            return super.read(question, reply)
                    .map(answer ->
                            answer instanceof Answer.NoData && !reply.answers().isEmpty()
                                    ? new Answer.NoSuchName(question.name(), answer.lifetime())
                                    : answer);
        }
    }

    private static final class NoNameOfOneType extends AnswerCache {
        private static final DomainName SOMEBODY = DomainName.parse("somebody.else");

        @Override
        public void put(Question question, Answer answer, Duration now) {
            super.put(
                    question,
                    answer instanceof Answer.NoSuchName ? new Answer.NoSuchName(SOMEBODY, answer.lifetime()) : answer,
                    now);
        }
    }

    private static final class MinimumAlone extends AnswerReader {
        @Override
        protected Duration negativeLifetime(DnsMessage reply) {
            return reply.authority().stream()
                    .flatMap(r -> r.data() instanceof RecordData.Soa soa ? Stream.of(soa.minimum()) : Stream.empty())
                    .findFirst()
                    .map(Duration::ofSeconds)
                    .orElse(Duration.ZERO);
        }
    }

    private static final class NowhereLivesOn extends AnswerReader {
        @Override
        public Optional<Answer> read(Question question, DnsMessage reply) {
            return super.read(question, reply)
                    .map(answer -> answer instanceof Answer.NoSuchName none
                            ? new Answer.NoSuchName(none.name(), negativeLifetime(reply))
                            : answer);
        }
    }

    private static final class FiveMinutesWithoutSoa extends AnswerReader {
        @Override
        protected Duration negativeLifetime(DnsMessage reply) {
            return reply.authority().isEmpty() ? Duration.ofMinutes(5) : super.negativeLifetime(reply);
        }
    }
}
