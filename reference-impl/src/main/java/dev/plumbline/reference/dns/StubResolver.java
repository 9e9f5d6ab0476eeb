package dev.plumbline.reference.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.ResolverService;
import dev.plumbline.spi.TcpService;
import dev.plumbline.spi.UdpService;
import dev.plumbline.transport.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks names up by asking the servers that the host was told of (RFC 1034 section 5.3.1), and remembers the answers. */
public final class StubResolver implements ResolverService {
    /** Where name servers listen (RFC 1035 section 4.2). */
    static final Port DNS_PORT = new Port(53);

    private final Host host;
    private final UdpService udp;
    private final TcpService tcp;
    private final Rules rules;
    private final LocalNames localNames;
    private final AnswerCache cache;
    private final Map<Question, List<Consumer<Optional<Answer>>>> outstanding = new HashMap<>();

    /** What every query goes by. */
    record Rules(QueryMaker queryMaker, ReplyCheck replyCheck, AnswerReader answerReader, Retries retries) {}

    /** A resolver that remembers nothing yet; a {@code tcp} that refuses every call is as good as none. */
    public StubResolver(Host host, UdpService udp, TcpService tcp, ResolverParts parts) {
        this.host = host;
        this.udp = udp;
        this.tcp = tcp;
        rules = new Rules(parts.queryMaker(), parts.replyCheck(), parts.answerReader(), parts.retries());
        localNames = parts.localNames();
        cache = parts.cache();
    }

    @Override
    public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
        host.after(Duration.ZERO, () -> new LookUp(this, type, handler).ask(name));
    }

    /** Finds the answer here or on the network; none if no server has a usable one. */
    @Keeps("DNS-1")
    void ask(Question question, Consumer<Optional<Answer>> listener) {
        Optional<Answer> known = localNames.find(question).or(() -> cache.find(question, host.now()));
        List<Consumer<Optional<Answer>>> waiting = outstanding.get(question);
        if (known.isPresent()) {
            listener.accept(known);
        } else if (waiting != null) {
            // One query for all who ask the same: each more would help a forger (RFC 5452 section 5).
            waiting.add(listener);
        } else {
            outstanding.put(question, new ArrayList<>(List.of(listener)));
            query(question);
        }
    }

    private void query(Question question) {
        Query query;
        try {
            query = new Query(this, question);
        } catch (CallRefused noPortFree) {
            answered(question, Optional.empty());
            return;
        }
        query.askNext();
    }

    void answered(Question question, Optional<Answer> answer) {
        answer.ifPresent(value -> cache.put(question, value, host.now()));
        List<Consumer<Optional<Answer>>> listeners = outstanding.remove(question);
        if (listeners != null) {
            listeners.forEach(listener -> listener.accept(answer));
        }
    }

    Host host() {
        return host;
    }

    UdpService udp() {
        return udp;
    }

    TcpService tcp() {
        return tcp;
    }

    Rules rules() {
        return rules;
    }
}
