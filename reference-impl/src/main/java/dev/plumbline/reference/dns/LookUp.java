package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.ResolutionHandler;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One call of an application: one question, and one more for each alias that a reply leaves open (RFC 1034 section 5.2.2). */
final class LookUp {
    private final StubResolver resolver;
    private final RecordType type;
    private final ResolutionHandler handler;
    private final Set<DomainName> asked = new HashSet<>();

    LookUp(StubResolver resolver, RecordType type, ResolutionHandler handler) {
        this.resolver = resolver;
        this.type = type;
        this.handler = handler;
    }

    /** Asks for a name; the second time for the same one, or once too often, is a loop of aliases. */
    void ask(DomainName name) {
        if (asked.add(name) && asked.size() <= 1 + AnswerReader.MAX_ALIASES) {
            resolver.ask(Question.in(name, type), this::answered);
        } else {
            handler.failed();
        }
    }

    private void answered(Optional<Answer> answer) {
        answer.ifPresentOrElse(this::tell, handler::failed);
    }

    @Keeps("DNS-3")
    private void tell(Answer answer) {
        if (answer instanceof Answer.Found found) {
            handler.found(found.data());
        } else if (answer instanceof Answer.Alias alias) {
            ask(alias.target());
        } else if (answer instanceof Answer.NoData) {
            handler.noData();
        } else {
            handler.noSuchName();
        }
    }
}
