package dev.plumbline.trial;

import dev.plumbline.testbed.Timeline;
import dev.plumbline.testbed.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a trial needs of the world it takes place in; the protocols are the business of who made it. */
public interface World extends AutoCloseable {
    /** Its clock; worlds in real time share one. */
    Timeline timeline();

    /** How often something happened in it long after it was due, because the machine was busy; shared like the clock. */
    default long delays() {
        return timeline().delays();
    }

    /** What happened in it. */
    Transcript transcript();

    /** The transcript as a reader wants it, seen from the stack under test. */
    String story();

    /** As a reader wants them: the first packets that the stack under test saw from that entry of the transcript on. */
    default List<String> packets(int from, int most) {
        return List.of();
    }

    /** What went wrong that no step asked for: the stack broke down, or a law was broken. Worst first. */
    List<Finding> findings();

    /** The requirements of the laws that have judged at least one packet in it; a world may be without laws. */
    default Set<String> lawsApplied() {
        return Set.of();
    }

    /** The requirements of laws that the stack is known not to keep, and did not keep here. */
    default Set<String> deviations() {
        return Set.of();
    }

    /** The same finding for its reader, with the mistake named if it is a well-known one. */
    default Finding explained(Finding finding) {
        return finding;
    }

    /**
     * Asked before each thing that happens in it.
     *
     * @throws FindingError if nothing more is to happen
     */
    default void requireTime() {}

    /** Lets the stack under test deal with what has reached it, where it lives in real time and its machine may be busy. */
    default void catchUp() {}

    /** Whether the stack under test broke down. */
    Optional<Finding> crash();

    /** Switches its hosts off. */
    @Override
    void close();
}
