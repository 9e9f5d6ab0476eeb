package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.spi.Timer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EventQueueProperties {
    private record Planned(long time, int order) {}

    /** The queue against a sorted list: each number plans an event, takes one out, or cancels one, whether it has run or not. */
    @Property
    void runsWhatIsNotCancelledInTheOrderOfTimeAndInsertion(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 99) Integer> script) {
        EventQueue queue = new EventQueue();
        List<Planned> model = new ArrayList<>();
        List<Planned> ran = new ArrayList<>();
        List<Planned> expected = new ArrayList<>();
        List<Timer> timers = new ArrayList<>();
        List<Planned> all = new ArrayList<>();
        for (int number : script) {
            if (number < 60) {
                Planned event = new Planned(number % 7, all.size());
                all.add(event);
                model.add(event);
                timers.add(queue.add(event.time(), () -> ran.add(event)));
            } else if (number < 80 && !all.isEmpty()) {
                int which = number * 31 % all.size();
                timers.get(which).cancel();
                model.remove(all.get(which));
            } else {
                takeOut(queue, model, expected);
            }
        }
        while (!queue.isEmpty()) {
            takeOut(queue, model, expected);
        }
        assertThat(ran).isEqualTo(expected);
        assertThat(model).isEmpty();
    }

    @Property(tries = 20)
    void keepsAtMostAsManyDeadPlacesAsLivingOnes(@ForAll @IntRange(min = 0, max = 500) int living) {
        EventQueue queue = new EventQueue();
        for (int i = 0; i < living; i++) {
            queue.add(i, () -> {});
        }
        int most = 0;
        for (int i = 0; i < 5000; i++) {
            queue.add(i, () -> {}).cancel();
            most = Math.max(most, queue.places());
        }
        assertThat(most).isLessThanOrEqualTo(2 * living + 64);
    }

    @Property(tries = 100)
    void sweepingKeepsTheOrder(@ForAll @Size(min = 100, max = 200) List<@IntRange(min = 0, max = 99) Integer> times) {
        EventQueue queue = new EventQueue();
        List<Long> expected = new ArrayList<>();
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            timers.add(queue.add(times.get(i), () -> {}));
        }
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i) % 4 != 0) {
                timers.get(i).cancel();
            } else {
                expected.add((long) times.get(i));
            }
        }
        List<Long> found = new ArrayList<>();
        while (!queue.isEmpty()) {
            found.add(queue.nextTime());
            queue.poll().run();
        }
        assertThat(found).isSorted().containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void takeOut(EventQueue queue, List<Planned> model, List<Planned> expected) {
        assertThat(queue.isEmpty()).isEqualTo(model.isEmpty());
        if (!model.isEmpty()) {
            Planned first = model.stream()
                    .min(Comparator.comparingLong(Planned::time).thenComparing(Planned::order))
                    .orElseThrow();
            model.remove(first);
            expected.add(first);
            assertThat(queue.nextTime()).isEqualTo(first.time());
            queue.poll().run();
        }
    }
}
