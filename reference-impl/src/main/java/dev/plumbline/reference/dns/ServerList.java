package dev.plumbline.reference.dns;

import dev.plumbline.ip.Ipv4Address;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** SLIST of RFC 1034 section 5.3.3: whom to ask next. Every server is asked once before one is asked again. */
final class ServerList {
    private final Deque<Attempt> ahead = new ArrayDeque<>();
    private final int rounds;

    /**
     * One query to one server.
     *
     * @param round how often the server has been asked before
     */
    record Attempt(Ipv4Address server, int round) {}

    ServerList(List<Ipv4Address> servers, int rounds) {
        servers.stream().distinct().forEach(server -> ahead.add(new Attempt(server, 0)));
        this.rounds = rounds;
    }

    /** The next attempt; none when every server has been asked often enough. */
    Optional<Attempt> next() {
        Optional<Attempt> attempt = Optional.ofNullable(ahead.poll());
        attempt.filter(made -> made.round() + 1 < rounds)
                .ifPresent(made -> ahead.add(new Attempt(made.server(), made.round() + 1)));
        return attempt;
    }

    /** This server has said that it cannot help: it is not asked again. */
    void delete(Ipv4Address server) {
        ahead.removeIf(attempt -> attempt.server().equals(server));
    }
}
