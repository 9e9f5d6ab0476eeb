package dev.plumbline.oracle;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.transport.Port;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The law that an ID tells apart what one port asks at one time: the answer has nothing else to be known by. */
final class DnsQueryIds implements Law {
    private static final String ID = "RFC1035/ID";

    private record Place(Port port, int id) {}

    private final Map<Place, Question> open = new HashMap<>();

    @Override
    public List<String> requirements() {
        return List.of(ID);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        return query(packet).isPresent() ? Set.of(ID) : Set.of();
    }

    @Override
    public void received(Packet packet) {
        DnsMessageLaws.messageIn(packet)
                .filter(m -> m.header().response())
                .ifPresent(m -> open.remove(new Place(
                        packet.udp().orElseThrow().destinationPort(), m.header().id())));
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return query(packet).flatMap(query -> {
            Question question = query.questions().get(0);
            Port port = packet.udp().orElseThrow().sourcePort();
            Question other = open.put(new Place(port, query.header().id()), question);
            return other == null || other.equals(question)
                    ? Optional.empty()
                    : Law.violated(
                            ID,
                            "the endpoint asked " + question + " with ID "
                                    + query.header().id() + " from port " + port + ", while " + other
                                    + " with the same ID from there is not answered yet",
                            "another ID, or another port, for each query that waits for its answer");
        });
    }

    private Optional<DnsMessage> query(Packet packet) {
        return DnsMessageLaws.messageIn(packet)
                .filter(m -> !m.header().response() && m.questions().size() == 1);
    }
}
