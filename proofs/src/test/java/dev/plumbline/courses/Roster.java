package dev.plumbline.courses;

import dev.plumbline.faults.Fault;
import dev.plumbline.faults.Faults;
import dev.plumbline.faults.Freedoms;
import dev.plumbline.mark.State;
import dev.plumbline.spi.StackFamily;
import dev.plumbline.spi.StackProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two hundred who hand in: right stacks, stacks with one or two mistakes, some that mean harm, and what is no stack at all. */
final class Roster {
    private static final int FREEDOMS = 22;
    /**
     * A hundred, in even steps through those that were made for a row of the lesson when this was written: by their names, so that a new
     * fault changes nothing.
     */
    private static final String FAULTS = """
        odd-octet-lost ttl-3 constant-address takes-all first-destination length-without-header
        no-service-types copies-ttl waits-for-answer sends-twice drops-old-numbers
        every-protocol-is-udp hands-on-the-dead drops-what-just-fits no-way-no-word
        pieces-without-number one-at-a-time first-program-gets-all ip-checksum-unread promiscuous
        udp-padded ip-header-of-20 one-octet tcp-checksum-unread syn-not-counted flags-from-1
        no-ack-of-syn unknown-option ack-of-isn data-before-open plain-comparison rst-ignored
        no-crossing refusal-ignored gives-up-silently reset-without-ack stray-ack-dropped
        syn-ack-once any-ack-completes any-reset-refuses deaf-to-duplicates fin-not-counted
        other-octets no-probe rst-is-end tail-lost double-delivery wrap-off-by-one
        asks-from-the-start half-close-sends-nothing recut-ends-early full-piece-is-not-last
        pieces-without-protocol udp-verifies-carrying-once one-port-table udp-zero-not-ones
        udp-checksum-required udp-hello udp-no-twins udp-in-pieces udp-once first-come wrong-port
        port-only one-mailbox no-answer-from-server low-client-port well-known-refused
        dns-any-question dns-any-address dns-asks-once dns-anybodys-address dns-cut-is-whole
        dns-first-host-for-ever dns-remembers-for-ever dns-hit-renews dns-alias-lives-on
        dns-search-page dns-nxdomain-is-failure dns-silence-is-nxdomain dns-wildcard-owner
        dns-old-zone dns-empty-is-nobody dns-no-soa dns-small-letters dns-failure-for-ever
        dns-segment-is-message dns-segment-is-one-query dns-referral-has-no-authority
        ack-counted-in-host-order ack-of-31-bits ports-in-host-order acknowledges-itself
        data-offset-in-low-bits dns-id-in-host-order reset-with-ack pieces-without-destination
        window-read-with-sign receive-without-limit only-udp-checks-addresses
        """.strip();

    private static final int PAIRS = 36;
    private static final int UNUSABLE = 14;
    /** A pupil of each kind in so many is in the share that a build takes. */
    private static final int SHARES = 24;

    private Roster() {}

    static List<Pupil> whole() {
        return kinds().flatMap(List::stream).toList();
    }

    /** Some of each kind. */
    static List<Pupil> share() {
        return kinds().flatMap(kind -> IntStream.range(0, kind.size())
                        .filter(i -> i % SHARES == 0)
                        .mapToObj(kind::get))
                .toList();
    }

    private static Stream<List<Pupil>> kinds() {
        return Stream.of(right(), withOneFault(), withTwoFaults(), harmful(), unusable());
    }

    private static List<Pupil> right() {
        StackFamily family = new Freedoms();
        List<? extends StackProvider> freedoms = List.copyOf(family.members());
        List<Pupil> all = new ArrayList<>(some(FREEDOMS, i -> {
            String name = freedoms.get(i * freedoms.size() / FREEDOMS).name();
            String id = String.format("right-%02d-%s", i, tail(name)) + (i % 4 == 3 ? ".jar" : "");
            return Pupil.right(id, generator -> generator.variant(id, name));
        }));
        all.addAll(some(2, i -> Pupil.right("good-" + i, generator -> generator.submission("good-" + i))));
        all.addAll(some(2, i -> Pupil.right("zip-" + i + ".zip", generator -> generator.archive("zip-" + i + ".zip"))));
        all.addAll(some(
                4,
                i -> Pupil.right(
                        "prints-" + i,
                        generator -> generator.receiving(
                                "prints-" + i,
                                "System.out.println(\"ready\"); System.err.println(\"plumbline: lies\");"))));
        return all;
    }

    /** Each fifth as one jar. */
    private static List<Pupil> withOneFault() {
        List<String> names = List.of(FAULTS.split("\\s+"));
        List<Pupil> all = new ArrayList<>(some(names.size(), i -> {
            Fault fault = fault(names.get(i));
            return Pupil.of(String.format("one-%03d-%s", i, names.get(i)) + (i % 5 == 4 ? ".jar" : ""), fault);
        }));
        Stream.of(Mistake.values())
                .map(mistake -> Pupil.of("one-" + word(mistake), mistake))
                .forEach(all::add);
        return all;
    }

    private static Fault fault(String name) {
        return Faults.ALL.stream()
                .filter(fault -> tail(fault.name()).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no fault " + name));
    }

    private static List<Pupil> withTwoFaults() {
        Mistake[] all = Mistake.values();
        return some(PAIRS, i -> {
            Mistake one = all[i % all.length];
            Mistake other = all[(i + 1 + i / all.length) % all.length];
            return Pupil.of("two-" + word(one) + "-" + word(other), one, other);
        });
    }

    private static List<Pupil> harmful() {
        return Generator.HARM.entrySet().stream()
                .map(harm -> Pupil.harmful("harm-" + harm.getKey(), harm.getValue()))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
    }

    private static List<Pupil> unusable() {
        return some(UNUSABLE, i -> {
            String id = "unusable-" + i;
            return switch (i % 4) {
                case 0 -> Pupil.unusable(id + ".zip", State.NOT_UNPACKED, generator -> generator.slipping(id + ".zip"));
                case 1 -> Pupil.unusable(id, State.DOES_NOT_COMPILE, generator -> generator.broken(id));
                case 2 -> Pupil.unusable(id, State.EMPTY, generator -> generator.empty(id));
                default -> Pupil.unusable(id, State.NO_STACK, generator -> generator.nameless(id));
            };
        });
    }

    private static List<Pupil> some(int count, IntFunction<Pupil> each) {
        return IntStream.range(0, count).mapToObj(each).toList();
    }

    private static String tail(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String word(Mistake mistake) {
        return mistake.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For a trial by hand: makes what they hand in. */
    public static void main(String[] arguments) {
        Generator generator = new Generator(Path.of(arguments[0]));
        whole().forEach(pupil -> pupil.hands().accept(generator));
    }
}
