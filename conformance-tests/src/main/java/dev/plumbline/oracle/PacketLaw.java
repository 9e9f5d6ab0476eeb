package dev.plumbline.oracle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A law that needs to remember nothing: each packet is right or wrong by itself.
 *
 * @param requirement the requirement it stands for
 * @param concerns whether it says anything about a packet
 * @param judge what is wrong with a packet that it concerns, if anything is
 */
record PacketLaw(String requirement, Predicate<Packet> concerns, Function<Packet, Optional<Violation>> judge)
        implements Law {
    @Override
    public List<String> requirements() {
        return List.of(requirement);
    }

    @Override
    public Set<String> appliesTo(Packet packet) {
        return concerns.test(packet) ? Set.of(requirement) : Set.of();
    }

    @Override
    public Optional<Violation> sent(Packet packet) {
        return concerns.test(packet) ? judge.apply(packet) : Optional.empty();
    }
}
