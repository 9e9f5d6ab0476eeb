package dev.plumbline.adapter.live;

import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** A wire that loses some datagrams and lets others be overtaken, in both directions. */
public final class RoughWire implements Wire {
    /** A datagram that is held back is let go when this many others have passed, or at the latest after {@link #PATIENCE}. */
    private static final int OVERTAKERS = 3;

    private static final Duration PATIENCE = Duration.ofMillis(5);

    private final Wire wire;
    private final double loss;
    private final double reordering;
    private final SplittableRandom random;
    private final Deque<Octets> heldOut = new ArrayDeque<>();
    private final Deque<Octets> heldIn = new ArrayDeque<>();
    private int passedOut;
    private int passedIn;
    private long lost;
    private long overtaken;

    /**
     * A rough way over another wire.
     *
     * @param loss how many of all datagrams vanish, 0 to 1
     * @param reordering how many of all datagrams are overtaken by others, 0 to 1
     * @param seed decides which
     */
    public RoughWire(Wire wire, double loss, double reordering, long seed) {
        if (!(loss >= 0 && loss < 1 && reordering >= 0 && reordering < 1)) {
            throw new IllegalArgumentException(
                    "loss and reordering are 0 or more and less than 1, found " + loss + " and " + reordering);
        }
        this.wire = wire;
        this.loss = loss;
        this.reordering = reordering;
        this.random = new SplittableRandom(seed);
    }

    /** How many datagrams have vanished. */
    public long lost() {
        return lost;
    }

    /** How many datagrams were overtaken. */
    public long overtaken() {
        return overtaken;
    }

    @Override
    public void send(Octets datagram) {
        if (isHeldOrLost(datagram, heldOut)) {
            return;
        }
        wire.send(datagram);
        if (++passedOut >= OVERTAKERS) {
            letGo(heldOut, wire::send);
            passedOut = 0;
        }
    }

    @Override
    public void await(Duration atMost, Consumer<Octets> arrival) {
        boolean holding = !heldOut.isEmpty() || !heldIn.isEmpty();
        long[] arrived = {0};
        wire.await(holding && atMost.compareTo(PATIENCE) > 0 ? PATIENCE : atMost, datagram -> {
            arrived[0]++;
            arrive(datagram, arrival);
        });
        if (arrived[0] == 0) {
            letGo(heldOut, wire::send);
            letGo(heldIn, arrival);
        }
    }

    private void arrive(Octets datagram, Consumer<Octets> arrival) {
        if (isHeldOrLost(datagram, heldIn)) {
            return;
        }
        arrival.accept(datagram);
        if (++passedIn >= OVERTAKERS) {
            letGo(heldIn, arrival);
            passedIn = 0;
        }
    }

    private boolean isHeldOrLost(Octets datagram, Deque<Octets> held) {
        double fate = random.nextDouble();
        if (fate < loss) {
            lost++;
            return true;
        }
        if (fate < loss + (1 - loss) * reordering) {
            overtaken++;
            held.add(datagram);
            return true;
        }
        return false;
    }

    private static void letGo(Deque<Octets> held, Consumer<Octets> to) {
        for (Octets next = held.poll(); next != null; next = held.poll()) {
            to.accept(next);
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
