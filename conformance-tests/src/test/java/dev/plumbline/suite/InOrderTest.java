package dev.plumbline.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    private final List<String> done = new ArrayList<>();
    private final InOrder order = new InOrder(List.of("a", "b", "c", "d"));

    @Test
    void nothingIsDoneBeforeWhatWasPlannedBeforeIt() {
        add("b");
        add("c");
        assertThat(done).isEmpty();
        add("a");
        assertThat(done).containsExactly("a", "b", "c");
        add("d");
        assertThat(done).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatHasWaitedInVainIsDoneInTheEnd() {
        add("d");
        add("b");
        order.doTheRest();
        assertThat(done).containsExactly("b", "d");
    }

    private void add(String name) {
        order.add(name, () -> done.add(name));
    }
}
