package dev.plumbline.steps.dns;

import dev.plumbline.application.LookUp;
import dev.plumbline.application.NamedClient;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the endpoint's application looks up, for itself or to connect, and what was so before it last did. */
final class LookUps {
    private final DnsScene scene;
    private List<LookUp> latest = List.of();
    private RecordType type = RecordType.A;
    private @Nullable Before before;

    /**
     * What was so when a look-up began.
     *
     * @param told what the look-up before it was told
     * @param asked how often the DNS server had been asked about the name for what is looked up now
     * @param alive whether its answer still lived
     */
    record Before(Set<Ipv4Address> told, long asked, boolean alive) {}

    LookUps(DnsScene scene) {
        this.scene = scene;
    }

    /** Begins to look up names, all at the same time. */
    void start(Subject subject) {
        type = subject.type();
        remember();
        latest = subject.names(scene).stream()
                .map(name -> LookUp.start(Scene.endpoint(scene.trial()), "the application", name, subject.type()))
                .toList();
    }

    /** Begins to look up the name in order to connect to a port of it. */
    NamedClient connect(Port port) {
        type = RecordType.A;
        remember();
        Trial t = scene.trial();
        NamedClient client = NamedClient.connect(Scene.endpoint(t), "the client", scene.name(), port);
        latest = List.of(client.lookUp());
        return client;
    }

    /** Those that began last; all that went before have ended. */
    List<LookUp> latest() {
        return latest;
    }

    /** What was so when they began; empty if they are the first. */
    Optional<Before> before() {
        return Optional.ofNullable(before);
    }

    /** Whether what was remembered before may have been too old to be used. */
    boolean mayHaveAsked() {
        return before().filter(b -> !b.alive()).isPresent();
    }

    /** Whether the DNS server has been asked about the name since they began. */
    boolean isServerAsked() {
        return asked() > beforeThat().asked();
    }

    /** What was so when they began; there must have been another one before. */
    Before beforeThat() {
        return before().orElseThrow(() -> new IllegalStateException("nothing was looked up before"));
    }

    private long asked() {
        return scene.book().server().askedAbout(scene.name(), type);
    }

    private void remember() {
        if (!latest.isEmpty()) {
            before = new Before(new LinkedHashSet<>(latest.get(0).addresses()), asked(), Period.stillLives(scene));
        }
    }
}
