package dev.plumbline.adapter.processor;

import java.util.Optional;
import java.util.OptionalInt;

/** Where nothing can be said about them. */
final class NoProcessors implements Processors {
    @Override
    public OptionalInt current() {
        return OptionalInt.empty();
    }

    @Override
    public Optional<Mask> allowed(long thread) {
        return Optional.empty();
    }

    @Override
    public boolean allow(long thread, Mask mask) {
        return false;
    }
}
