package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.requirement.Keeps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that may be told again (RFC 1034 section 5.3.3, RFC 2308 section 5), each under the question that was asked and never
 * under what the reply may claim besides. It holds a bounded number and forgets the oldest.
 */
public class AnswerCache {
    private static final int CAPACITY = 1000;

    private final int capacity;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    /** An answer is about one type, or, with none, about all that a name could have. */
    private record Key(DomainName name, Optional<RecordType> type) {}

    private record Entry(Answer answer, Duration expiry) {}

    /** Of the usual size. */
    public AnswerCache() {
        this(CAPACITY);
    }

    /** For at most {@code capacity} answers; one for none remembers nothing. */
    public AnswerCache(int capacity) {
        this.capacity = capacity;
    }

    /** An answer that has not outlived its time. */
    public Optional<Answer> find(Question question, Duration now) {
        return fresh(ofAllTypes(question), now).or(() -> fresh(ofOneType(question), now));
    }

    @Keeps("DNS-2")
    private Optional<Answer> fresh(Key key, Duration now) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> now.compareTo(entry.expiry()) < 0)
                .map(Entry::answer);
    }

    /** Remembers what was answered to {@code question} just now. */
    public void put(Question question, Answer answer, Duration now) {
        Duration lifetime = lifetime(answer);
        if (lifetime.isZero()) {
            return;
        }
        Key key = key(question, answer);
        entries.remove(key);
        // Whatever else is said of a name contradicts that it does not exist.
        entries.remove(ofAllTypes(question));
        entries.put(key, new Entry(answer, now.plus(lifetime)));
        if (entries.size() > capacity) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** How long an answer is kept. */
    protected Duration lifetime(Answer answer) {
        return answer.lifetime();
    }

    /** A name that does not exist has no records of any type (RFC 2308 section 5). */
    @Keeps({"RFC2308/5-TYPE", "RFC2308/5-NAME", "RFC6604/3-ALIAS"})
    private static Key key(Question question, Answer answer) {
        boolean noSuchName =
                answer instanceof Answer.NoSuchName none && none.name().equals(question.name());
        return noSuchName ? ofAllTypes(question) : ofOneType(question);
    }

    private static Key ofAllTypes(Question question) {
        return new Key(question.name(), Optional.empty());
    }

    private static Key ofOneType(Question question) {
        return new Key(question.name(), Optional.of(question.type()));
    }
}
