package dev.plumbline.courses;

import dev.plumbline.faults.Faults;
import dev.plumbline.faults.Freedoms;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackFamily;
import dev.plumbline.spi.StackProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The stack of a submission: the reference with the fault or the freedom that a file beside it names. */
public final class Submitted implements StackProvider {
    /** The file. */
    static final String NAME = "stack-name";

    private final StackProvider variant = named();

    private static StackProvider named() {
        try (InputStream file = Objects.requireNonNull(Submitted.class.getResourceAsStream("/" + NAME), NAME)) {
            String name = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.<StackFamily>of(new Faults(), new Freedoms())
                    .flatMap(family -> family.members().stream())
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return variant.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return variant.capabilities();
    }

    @Override
    public Stack boot(Host host) {
        return variant.boot(host);
    }
}
