package dev.plumbline.steps.net;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyNetwork;
import java.util.Optional;

/**
 * An address as a feature names it: by its numbers, or any.
 *
 * @param written as it is written there, if it is
 */
public record HostAddress(Optional<Ipv4Address> written) {
    private static final String WRITTEN = "the address ";

    /** The address that these words name. */
    static HostAddress of(String words) {
        return new HostAddress(
                words.startsWith(WRITTEN)
                        ? Optional.of(Ipv4Address.parse(words.substring(WRITTEN.length())))
                        : Optional.empty());
    }

    /** The address in this trial, drawn under {@code name} if the feature does not say it. */
    Ipv4Address in(Trial t, String name) {
        return written.orElseGet(() -> t.draw(name, AnyNetwork.hostAddress()));
    }
}
