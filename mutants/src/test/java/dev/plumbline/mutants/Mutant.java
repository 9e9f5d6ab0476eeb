package dev.plumbline.mutants;

import java.util.Map;
import java.util.function.Supplier;

/**
 * The reference with one thing changed.
 *
 * @param id class, method and what was changed, with a number where that was done more than once in the method: it says nothing of
 *     lines, so that it outlives most changes of the file
 * @param className the class that was changed
 * @param line where
 * @param bytes makes the changed class
 */
record Mutant(String id, String className, int line, Supplier<byte[]> bytes) {
    /** What takes the place of the reference's own. */
    Map<String, byte[]> classes() {
        return Map.of(className, bytes.get());
    }

    @Override
    public String toString() {
        return id;
    }
}
