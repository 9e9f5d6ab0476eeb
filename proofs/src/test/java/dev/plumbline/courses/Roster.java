package dev.plumbline.courses;

import dev.plumbline.faults.Fault;
import dev.plumbline.faults.Faults;
import dev.plumbline.faults.Freedoms;
import dev.plumbline.mark.State;
import dev.plumbline.results.Level;
import dev.plumbline.results.Requirement;
import dev.plumbline.spi.StackFamily;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.suite.ConformanceRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Two hundred who hand in: right stacks, stacks with one or two mistakes, some that mean harm, and what is no stack at all. */
final class Roster {
    private static final int FREEDOMS = 22;
    private static final int FAULTS = 100;
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

    /** In even steps through those that are made for a row of the lesson; each fifth as one jar. */
    private static List<Pupil> withOneFault() {
        Set<String> lesson = ConformanceRun.catalogue().stream()
                .filter(row -> row.level() == Level.LESSON)
                .map(Requirement::id)
                .collect(Collectors.toSet());
        List<Fault> faults = Faults.ALL.stream()
                .filter(fault -> lesson.contains(fault.requirements().get(0)))
                .toList();
        List<Pupil> all = new ArrayList<>(some(FAULTS, i -> {
            Fault fault = faults.get(i * faults.size() / FAULTS);
            return Pupil.of(String.format("one-%03d-%s", i, tail(fault.name())) + (i % 5 == 4 ? ".jar" : ""), fault);
        }));
        Stream.of(Mistake.values())
                .map(mistake -> Pupil.of("one-" + word(mistake), mistake))
                .forEach(all::add);
        return all;
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
