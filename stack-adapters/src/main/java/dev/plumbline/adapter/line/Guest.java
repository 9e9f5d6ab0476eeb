package dev.plumbline.adapter.line;

import dev.plumbline.spi.Host;
import java.util.function.Consumer;

/** A host in a program that takes turns. */
final class Guest {
    private final Host host;
    private final Consumer<LineMessage> sink;
    /** What the program was told last about its time. */
    private long told = -1;

    private long said;

    Guest(Host host, Consumer<LineMessage> sink) {
        this.host = host;
        this.sink = sink;
    }

    Host host() {
        return host;
    }

    /** Hands it what the program says. */
    void hear(LineMessage message) {
        sink.accept(message);
    }

    /** Whether the program has to be told what time it is. */
    boolean isLate(long now) {
        boolean late = now != told;
        told = now;
        return late;
    }

    /** What the program has said about it, after {@code more} of it. */
    long said(int more) {
        said += more;
        return said;
    }
}
