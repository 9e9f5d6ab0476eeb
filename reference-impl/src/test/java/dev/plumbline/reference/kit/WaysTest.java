package dev.plumbline.reference.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A way into a state")
class WaysTest {
    @ParameterizedTest
    @EnumSource
    @DisplayName("leads there, and leaves nothing unread")
    void leadsThere(Ways way) {
        Bench bench = way.go();
        assertThat(bench.state()).isEqualTo(way.visibleState());
        bench.silent();
    }
}
