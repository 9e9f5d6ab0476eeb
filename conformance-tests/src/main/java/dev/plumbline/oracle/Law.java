package dev.plumbline.oracle;

import dev.plumbline.diagnosis.Difference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about the packets of one host. A law sees everything that crosses the host's link, in order; it keeps what it needs
 * to remember, so each trial has laws of its own.
 */
interface Law {
    /** The requirements it stands for. */
    List<String> requirements();

    /** The host received a datagram. */
    default void received(Packet packet) {}

    /**
     * Those of its requirements that a datagram, which the host is sending, puts to the test; asked before {@link #sent}. Once is
     * enough: what has been told before may be left out, and a law that has told all is not asked again.
     */
    Set<String> appliesTo(Packet packet);

    /** The same for a datagram that the host has received: silence can be what a law asks for. */
    default Set<String> appliesToReceived(Packet packet) {
        return Set.of();
    }

    /** The host's application called its stack. */
    default void called() {}

    /** The host sent a datagram; what is wrong with it, if anything is. */
    Optional<Violation> sent(Packet packet);

    /**
     * What is wrong.
     *
     * @param requirement which requirement is violated
     * @param headline in one line, as a student would say it
     * @param expected what the law asks for
     * @param conclusive false if nothing is wrong with the datagram but that it comes too late, which a step may explain
     * @param differences what was compared, if that was it
     */
    record Violation(
            String requirement, String headline, String expected, boolean conclusive, List<Difference> differences) {
        /** The same where the headline tells of two values that differ. */
        Violation comparing(Difference difference) {
            return new Violation(requirement, headline, expected, conclusive, List.of(difference));
        }
    }

    /** Says what is wrong. */
    static Optional<Violation> violated(String requirement, String headline, String expected) {
        return Optional.of(new Violation(requirement, headline, expected, true, List.of()));
    }

    /** The same where the headline tells of two values that differ. */
    static Optional<Violation> violated(String requirement, String headline, String expected, Difference difference) {
        return violated(requirement, headline, expected).map(violation -> violation.comparing(difference));
    }

    /** Says what has been missing until now. */
    static Optional<Violation> late(String requirement, String headline, String expected) {
        return Optional.of(new Violation(requirement, headline, expected, false, List.of()));
    }
}
