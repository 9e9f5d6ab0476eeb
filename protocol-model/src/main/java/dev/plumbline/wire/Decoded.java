package dev.plumbline.wire;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of decoding: a value, or the reason why there is none. Decoding never throws, whatever the octets.
 *
 * @param <T> the checked form that was decoded
 */
public sealed interface Decoded<T> {
    /** The octets were well formed. */
    record Valid<T>(T packet) implements Decoded<T> {}

    /** They were not. */
    record Rejected<T>(Malformed why) implements Decoded<T> {}

    /** A well-formed result. */
    static <T> Decoded<T> valid(T packet) {
        return new Valid<>(packet);
    }

    /** A malformed one. */
    static <T> Decoded<T> malformed(String header, String reason, int offset) {
        return new Rejected<>(new Malformed(header, reason, offset));
    }

    /** Handles both cases. */
    default <R> R match(Function<? super T, ? extends R> valid, Function<? super Malformed, ? extends R> rejected) {
        return this instanceof Valid<T> v ? valid.apply(v.packet()) : rejected.apply(((Rejected<T>) this).why());
    }

    /** The value, if there is one. */
    default Optional<T> value() {
        return this instanceof Valid<T> v ? Optional.of(v.packet()) : Optional.empty();
    }

    /** The reason, if there is no value. */
    default Optional<Malformed> problem() {
        return this instanceof Rejected<T> r ? Optional.of(r.why()) : Optional.empty();
    }

    /**
     * The value, for callers who made the octets themselves.
     *
     * @throws IllegalArgumentException with the reason, if there is none
     */
    default T orElseThrow() {
        if (this instanceof Rejected<T> r) {
            throw new IllegalArgumentException(r.why().toString());
        }
        return ((Valid<T>) this).packet();
    }
}
