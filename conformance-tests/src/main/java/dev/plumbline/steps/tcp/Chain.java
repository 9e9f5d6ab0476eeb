package dev.plumbline.steps.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * Things in a row, of which any part is a row, too. jqwik's own lists grow shorter at their ends only; here a stretch is left out
 * anywhere, the long ones first, and only then is a single thing made simpler.
 *
 * @param links the things
 */
record Chain<T>(List<Shrinkable<T>> links) implements Shrinkable<List<T>> {
    private static final int GENERATION_SIZE = 1000;
    private static final int SIMPLER_OF_EACH = 6;

    /** Any row of one to {@code longest} behind one of some beginnings. */
    static <T> Arbitrary<List<T>> of(Arbitrary<List<T>> beginning, Arbitrary<T> link, int longest) {
        return Arbitraries.fromGenerator(random -> {
            RandomGenerator<T> generator = link.generator(GENERATION_SIZE);
            List<T> first = beginning.generator(GENERATION_SIZE).next(random).value();
            int length = 1 + random.nextInt(longest - first.size());
            return new Chain<>(Stream.concat(
                            first.stream().map(Shrinkable::unshrinkable),
                            Stream.generate(() -> generator.next(random)).limit(length))
                    .toList());
        });
    }

    @Override
    public List<T> value() {
        return links.stream().map(Shrinkable::value).toList();
    }

    @Override
    public Stream<Shrinkable<List<T>>> shrink() {
        int size = links.size();
        Stream<Integer> stretches =
                Stream.of(size / 2, size / 4, 1).filter(length -> length > 0).distinct();
        Stream<Shrinkable<List<T>>> shorter = stretches
                .filter(length -> length < size)
                .flatMap(length -> IntStream.iterate(0, from -> from < size, from -> from + length)
                        .mapToObj(from -> without(from, Math.min(size, from + length))));
        Stream<Shrinkable<List<T>>> simpler = IntStream.range(0, size)
                .boxed()
                .flatMap(i -> links.get(i).shrink().limit(SIMPLER_OF_EACH).map(link -> with(i, link)));
        return Stream.concat(shorter, simpler);
    }

    private Shrinkable<List<T>> without(int from, int to) {
        List<Shrinkable<T>> fewer = new ArrayList<>(links);
        fewer.subList(from, to).clear();
        return new Chain<>(fewer);
    }

    private Shrinkable<List<T>> with(int index, Shrinkable<T> link) {
        List<Shrinkable<T>> others = new ArrayList<>(links);
        others.set(index, link);
        return new Chain<>(others);
    }

    @Override
    public ShrinkingDistance distance() {
        return ShrinkingDistance.forCollection(List.copyOf(links));
    }
}
