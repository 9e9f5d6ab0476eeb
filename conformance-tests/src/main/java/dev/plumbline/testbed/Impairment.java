package dev.plumbline.testbed;

import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** What one direction of a cable does to the datagrams on it. */
@FunctionalInterface
public interface Impairment {
    /**
     * A datagram that arrives.
     *
     * @param delay how long it is on the way, zero or more
     * @param datagram what arrives
     */
    record Delivery(Duration delay, Octets datagram) {}

    /**
     * What becomes of a datagram.
     *
     * @param n which datagram it is in this direction, counted from 0
     * @param random the only source of chance
     * @return what arrives; nothing if it is lost, several if it is duplicated
     */
    List<Delivery> pass(int n, Octets datagram, RandomGenerator random);

    /** A perfect cable: everything arrives at the time it is sent. */
    static Impairment none() {
        return delay(Duration.ZERO);
    }

    /** Everything is on the way for {@code delay}. */
    static Impairment delay(Duration delay) {
        return (n, datagram, random) -> List.of(new Delivery(delay, datagram));
    }

    /** Each datagram is lost with probability {@code p}, 0 to 1. */
    static Impairment losing(double p) {
        requireProbability(p);
        return (n, datagram, random) -> random.nextDouble() < p ? List.of() : intact(datagram);
    }

    /** The datagrams with these numbers are lost. */
    static Impairment dropping(Set<Integer> numbers) {
        Set<Integer> lost = Set.copyOf(numbers);
        return (n, datagram, random) -> lost.contains(n) ? List.of() : intact(datagram);
    }

    /** Each datagram arrives a second time with probability {@code p}, 0 to 1, and {@code gap} after the first. */
    static Impairment duplicating(double p, Duration gap) {
        requireProbability(p);
        return (n, datagram, random) -> random.nextDouble() < p ? twice(datagram, gap) : intact(datagram);
    }

    /** The datagrams with these numbers arrive a second time, {@code gap} after the first. */
    static Impairment duplicating(Set<Integer> numbers, Duration gap) {
        Set<Integer> doubled = Set.copyOf(numbers);
        return (n, datagram, random) -> doubled.contains(n) ? twice(datagram, gap) : intact(datagram);
    }

    /** The datagrams with these numbers are that much longer on the way, so that others overtake them. */
    static Impairment reordering(Map<Integer, Duration> extra) {
        Map<Integer, Duration> delays = Map.copyOf(extra);
        return (n, datagram, random) -> List.of(new Delivery(delays.getOrDefault(n, Duration.ZERO), datagram));
    }

    /**
     * Datagrams that are sent at one instant arrive in another order.
     *
     * @param order the numbers in the order of arrival, each of 0 to {@code order.size() - 1} once; later datagrams are not
     *     touched
     * @param gap the time between two arrivals, more than zero
     */
    static Impairment permuting(List<Integer> order, Duration gap) {
        List<Integer> arrival = List.copyOf(order);
        return (n, datagram, random) ->
                List.of(new Delivery(gap.multipliedBy(Math.max(0, arrival.indexOf(n))), datagram));
    }

    /** Each datagram is up to {@code most} longer on the way, by chance; so any may overtake any. */
    static Impairment jitter(Duration most) {
        long bound = Seconds.nanos(most) + 1;
        return (n, datagram, random) -> List.of(new Delivery(Duration.ofNanos(random.nextLong(bound)), datagram));
    }

    /** In each datagram one bit, chosen by chance, is inverted with probability {@code p}, 0 to 1. */
    static Impairment corrupting(double p) {
        requireProbability(p);
        return (n, datagram, random) -> {
            boolean hit = random.nextDouble() < p && !datagram.isEmpty();
            return intact(hit ? inverted(datagram, random.nextInt(datagram.length() * 8)) : datagram);
        };
    }

    /** One bit, 0 being the first on the wire, is inverted in datagram {@code number}, unless that is shorter. */
    static Impairment corrupting(int number, int bit) {
        return (n, datagram, random) ->
                intact(n == number && bit < datagram.length() * 8 ? inverted(datagram, bit) : datagram);
    }

    /** First this, then {@code other} with what this lets through; {@code other} sees the same numbers, delays add up. */
    default Impairment then(Impairment other) {
        return (n, datagram, random) -> {
            List<Delivery> all = new ArrayList<>();
            for (Delivery first : pass(n, datagram, random)) {
                for (Delivery second : other.pass(n, first.datagram(), random)) {
                    all.add(new Delivery(first.delay().plus(second.delay()), second.datagram()));
                }
            }
            return all;
        };
    }

    private static List<Delivery> intact(Octets datagram) {
        return List.of(new Delivery(Duration.ZERO, datagram));
    }

    private static List<Delivery> twice(Octets datagram, Duration gap) {
        return List.of(new Delivery(Duration.ZERO, datagram), new Delivery(gap, datagram));
    }

    private static Octets inverted(Octets datagram, int bit) {
        byte[] copy = datagram.toByteArray();
        copy[bit / 8] ^= (byte) (0x80 >> bit % 8);
        return Octets.wrap(copy);
    }

    private static void requireProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability is 0 to 1, found " + p);
        }
    }
}
