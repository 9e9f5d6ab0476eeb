package dev.plumbline.marking;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A share of the submissions, for one of several machines.
 *
 * @param number from 1
 */
public record Shard(int number, int of) {
    /** All of them. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,4})/([1-9][0-9]{0,4})");

    /** Reads {@code 2/5}; empty if it is no such thing. */
    public static Optional<Shard> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        Shard shard = new Shard(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
        return shard.number <= shard.of ? Optional.of(shard) : Optional.empty();
    }

    /** Its part of a list, the same each time: as a dealer gives cards. */
    <T> List<T> of(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % of == number - 1)
                .mapToObj(all::get)
                .toList();
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
