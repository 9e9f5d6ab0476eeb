package dev.plumbline.steps.udp;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Patience;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.Optional;

/** Waits for the first packet of the endpoint; one that cannot be read is looked at octet by octet, for what it says it is. */
final class FirstPacket implements Expectation {
    private final Trial trial;
    private final Trait trait;
    private final Arrives arrives;

    FirstPacket(Trial trial, Trait trait) {
        this.trial = trial;
        this.trait = trait;
        this.arrives = new Arrives(
                Scene.peer(trial).everything(),
                trait.expected(trial),
                packet -> Packets.verdict(trait.objections(packet, trial)),
                packet -> {});
    }

    @Override
    public Duration limit(Patience patience) {
        return arrives.limit(patience);
    }

    @Override
    public boolean isSettled() {
        return arrives.isSettled();
    }

    @Override
    public Optional<Finding> finding() {
        return arrives.finding()
                .map(finding -> Scene.peer(trial)
                        .everything()
                        .next()
                        .filter(packet -> packet.problem().isPresent())
                        .flatMap(this::unreadable)
                        .orElse(finding));
    }

    private Optional<Finding> unreadable(Packet packet) {
        return Optional.of(trait.unreadable(packet.datagram(), trial))
                .filter(all -> !all.isEmpty())
                .map(all -> Finding.wrong(
                                "the endpoint sent something wrong: " + Objection.words(all),
                                trait.expected(trial),
                                packet.toString())
                        .about(packet.datagram())
                        .comparing(packet.datagram(), Objection.differences(all)));
    }
}
