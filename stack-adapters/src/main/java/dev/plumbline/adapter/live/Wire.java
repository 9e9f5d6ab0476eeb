package dev.plumbline.adapter.live;

import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;

/** What a live host is plugged in to: takes IP datagrams and brings them, on the host's thread. */
public interface Wire extends AutoCloseable {
    /** Carries one datagram away. */
    void send(Octets datagram);

    /**
     * Waits until datagrams come, and hands them over.
     *
     * @param atMost how long to wait if none comes, zero or more
     */
    void await(Duration atMost, Consumer<Octets> arrival);

    @Override
    void close();
}
