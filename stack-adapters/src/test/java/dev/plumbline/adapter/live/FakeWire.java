package dev.plumbline.adapter.live;

import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** A wire that brings what a test has laid on it, one datagram a wait, and keeps what is sent. */
final class FakeWire implements Wire {
    final Deque<Octets> arriving = new ArrayDeque<>();
    final List<Octets> sent = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    boolean closed;

    @Override
    public void send(Octets datagram) {
        sent.add(datagram);
    }

    @Override
    public void await(Duration atMost, Consumer<Octets> arrival) {
        waits.add(atMost);
        Octets next = arriving.poll();
        if (next != null) {
            arrival.accept(next);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
