package dev.plumbline.reference.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a cache may tell at which time (RFC 1034 section 5.3.3, RFC 2181 section 8, RFC 2308 section 5). */
class AnswerCacheProperties {
    /** A look-up: after a while, and what the server would say if it were asked. */
    record LookUpLater(Duration later, Question question, Answer answer) {}

    /** What was once learnt. */
    private record Learnt(Question question, Answer answer, Duration at) {
        boolean isFresh(Duration now) {
            return now.minus(at).compareTo(answer.lifetime()) < 0;
        }

        boolean isNameError() {
            return answer instanceof Answer.NoSuchName none && none.name().equals(question.name());
        }

        boolean answers(Question other) {
            return question.name().equals(other.name())
                    && (isNameError() || question.type().equals(other.type()));
        }
    }

    /** All that was ever learnt, latest last: the naive cache. */
    private static Optional<Answer> inList(List<Learnt> list, Question question, Duration now) {
        return list.stream()
                .filter(learnt -> learnt.answers(question) && learnt.isFresh(now))
                .reduce((earlier, later) -> later)
                .map(Learnt::answer);
    }

    @Property
    void itAnswersLikeAListOfAllThatWasLearnt(@ForAll("lookUps") List<LookUpLater> lookUps) {
        AnswerCache cache = new AnswerCache();
        List<Learnt> list = new ArrayList<>();
        Duration now = Duration.ZERO;
        for (LookUpLater lookUp : lookUps) {
            now = now.plus(lookUp.later());
            Optional<Answer> expected = inList(list, lookUp.question(), now);
            assertThat(cache.find(lookUp.question(), now)).isEqualTo(expected);
            if (expected.isEmpty()) {
                cache.put(lookUp.question(), lookUp.answer(), now);
                list.add(new Learnt(lookUp.question(), lookUp.answer(), now));
            }
        }
    }

    @Property
    void noAnswerIsOlderThanItsLifetimeHoweverSmallTheCache(
            @ForAll("lookUps") List<LookUpLater> lookUps, @ForAll @IntRange(max = 4) int capacity) {
        AnswerCache cache = new AnswerCache(capacity);
        List<Learnt> list = new ArrayList<>();
        Duration now = Duration.ZERO;
        for (LookUpLater lookUp : lookUps) {
            Duration then = now.plus(lookUp.later());
            now = then;
            cache.find(lookUp.question(), now)
                    .ifPresent(told -> assertThat(list)
                            .anyMatch(learnt -> learnt.answers(lookUp.question())
                                    && learnt.answer().equals(told)
                                    && learnt.isFresh(then)));
            cache.put(lookUp.question(), lookUp.answer(), now);
            list.add(new Learnt(lookUp.question(), lookUp.answer(), now));
        }
    }

    @Property
    void itHoldsTheLatestAndNoMoreThanItMay(@ForAll @IntRange(min = 1, max = 50) int capacity) {
        AnswerCache cache = new AnswerCache(capacity);
        List<Question> questions =
                IntStream.range(0, 100).mapToObj(i -> question("n" + i)).toList();
        questions.forEach(question -> cache.put(question, found(1, Duration.ofSeconds(1)), Duration.ZERO));
        assertThat(questions.stream()
                        .filter(question -> cache.find(question, Duration.ZERO).isPresent()))
                .containsExactlyElementsOf(questions.subList(100 - capacity, 100));
    }

    @Example
    void whatIsLearntAnewIsTheLatest() {
        AnswerCache cache = new AnswerCache(2);
        Stream.of("a", "b", "a", "c")
                .forEach(name -> cache.put(question(name), found(1, Duration.ofSeconds(1)), Duration.ZERO));
        assertThat(Stream.of("a", "b", "c")
                        .filter(name ->
                                cache.find(question(name), Duration.ZERO).isPresent()))
                .containsExactly("a", "c");
    }

    @Example
    void whatMayNotBeKeptPushesNothingOut() {
        AnswerCache cache = new AnswerCache(1);
        cache.put(question("a"), found(1, Duration.ofSeconds(1)), Duration.ZERO);
        cache.put(question("b"), found(1, Duration.ZERO), Duration.ZERO);
        assertThat(cache.find(question("a"), Duration.ZERO)).isPresent();
    }

    @Example
    void aNameThatHasSomethingExists() {
        AnswerCache cache = new AnswerCache();
        Answer found = found(1, Duration.ofSeconds(1));
        Question other = Question.in(DomainName.parse("a"), RecordType.MX);
        cache.put(other, new Answer.NoSuchName(other.name(), Duration.ofSeconds(1)), Duration.ZERO);
        cache.put(question("a"), found, Duration.ZERO);
        assertThat(cache.find(question("a"), Duration.ZERO)).contains(found);
        assertThat(cache.find(other, Duration.ZERO)).isEmpty();
    }

    private static Question question(String name) {
        return Question.in(DomainName.parse(name), RecordType.A);
    }

    private static Answer found(int octet, Duration lifetime) {
        return new Answer.Found(List.of(Octets.of(octet)), lifetime);
    }

    @Provide
    Arbitrary<List<LookUpLater>> lookUps() {
        Arbitrary<DomainName> names =
                Arbitraries.of("a.test", "A.Test", "b.test").map(DomainName::parse);
        Arbitrary<Question> questions = Combinators.combine(names, Arbitraries.of(RecordType.A, RecordType.MX))
                .as(Question::in);
        Arbitrary<Duration> times = Arbitraries.of(0L, 1L, 999_999_999L, 1_000_000_000L, 1_000_000_001L, 3_000_000_000L)
                .map(Duration::ofNanos);
        Arbitrary<Duration> lifetimes = Arbitraries.integers().between(0, 4).map(Duration::ofSeconds);
        return questions
                .flatMap(question -> Combinators.combine(times, answers(question, lifetimes))
                        .as((later, answer) -> new LookUpLater(later, question, answer)))
                .list()
                .ofMaxSize(40);
    }

    private static Arbitrary<Answer> answers(Question question, Arbitrary<Duration> lifetimes) {
        DomainName elsewhere = DomainName.parse("elsewhere.test");
        return Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(0, 255), lifetimes)
                        .as(AnswerCacheProperties::found),
                lifetimes.map(Answer.NoData::new),
                lifetimes.map(lifetime -> new Answer.Alias(elsewhere, lifetime)),
                lifetimes.map(lifetime -> new Answer.NoSuchName(question.name(), lifetime)),
                lifetimes.map(lifetime -> new Answer.NoSuchName(elsewhere, lifetime)));
    }
}
