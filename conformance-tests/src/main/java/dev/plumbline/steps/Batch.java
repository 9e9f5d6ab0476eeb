package dev.plumbline.steps;

import dev.plumbline.application.LookUp;
import dev.plumbline.dns.DomainName;
import dev.plumbline.peer.Pause;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Several look-ups that wait for their answers at the same time. */
final class Batch {
    private final List<DomainName> names;
    private final List<LookUp> lookUps = new ArrayList<>();

    private Batch(List<DomainName> names) {
        this.names = names;
    }

    static Batch of(List<DomainName> names) {
        return new Batch(names);
    }

    void start(Trial t) {
        names.forEach(name -> lookUps.add(Names.lookUp(t, name)));
    }

    /** The application of the name with this number is told what it must; for a number without a name there is nothing to wait for. */
    Expectation told(Trial t, int number) {
        return number < lookUps.size() ? Names.toldTheAddresses(t, lookUps.get(number)) : new Pause(Duration.ZERO);
    }
}
