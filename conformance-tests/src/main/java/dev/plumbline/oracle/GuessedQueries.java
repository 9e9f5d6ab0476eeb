package dev.plumbline.oracle;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The law that nobody can foresee a query's ID and port from those before (RFC 5452 section 9.2). Four numbers at equal distances
 * are no chance: of random IDs one in four thousand million times.
 */
final class GuessedQueries implements Law {
    private static final String ID = "RFC5452/QUERY-ID";
    private static final String PORT = "RFC5452/QUERY-PORT";
    private static final int ENOUGH = 4;

    private final Set<Question> asked = new HashSet<>();
    private final List<Integer> ids = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    @Override
    public List<String> requirements() {
        return List.of(ID, PORT);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        return fresh(packet).isPresent() && ids.size() >= ENOUGH - 1 ? Set.of(ID, PORT) : Set.of();
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return fresh(packet).flatMap(query -> {
            asked.addAll(query.questions());
            ids.add(query.header().id());
            ports.add(packet.udp().orElseThrow().sourcePort().number());
            return judge(ID, "IDs", ids).or(() -> judge(PORT, "ports", ports));
        });
    }

    /** A query for something that was not asked before: one that is sent again may keep its number. */
    private Optional<DnsMessage> fresh(Packet packet) {
        return DnsMessageLaws.messageIn(packet)
                .filter(m -> !m.header().response()
                        && m.questions().size() == 1
                        && !asked.contains(m.questions().get(0)));
    }

    private static Optional<Violation> judge(String requirement, String what, List<Integer> all) {
        if (all.size() < ENOUGH) {
            return Optional.empty();
        }
        List<Integer> last = all.subList(all.size() - ENOUGH, all.size());
        int step = last.get(1) - last.get(0) & 0xffff;
        for (int i = 2; i < ENOUGH; i++) {
            if ((last.get(i) - last.get(i - 1) & 0xffff) != step) {
                return Optional.empty();
            }
        }
        return Law.violated(
                requirement,
                "the endpoint asked four questions with the " + what + " "
                        + last.subList(0, ENOUGH - 1).stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + " and " + last.get(ENOUGH - 1) + ", each " + (step == 0 ? "like" : step + " more than")
                        + " the one before",
                what + " that nobody can guess who has seen the ones before");
    }
}
