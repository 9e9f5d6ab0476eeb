package dev.plumbline.reference.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.reference.kit.Grid.Cell;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No state meets a kind of segment by chance only: each of the 88 cells of RFC 9293 section 3.10.7 is judged on purpose. */
class GridTest {
    private static final Set<String> STATES = Set.of(
            "CLOSED",
            "LISTEN",
            "SYN-SENT",
            "SYN-RECEIVED",
            "ESTABLISHED",
            "FIN-WAIT-1",
            "FIN-WAIT-2",
            "CLOSE-WAIT",
            "CLOSING",
            "LAST-ACK",
            "TIME-WAIT");
    /** Before the peer's SYN has come there is no window, so that data is neither inside nor outside. */
    private static final String NO_WINDOW = "at any number";

    /** The columns. */
    enum Kind {
        SYN(cell -> cell.segment().equals("a SYN")),
        SYN_AND_ACK(cell -> cell.segment().equals("a SYN and ACK")),
        ACKNOWLEDGMENT(cell -> cell.segment().equals("an acknowledgment")),
        DATA_INSIDE(cell -> cell.segment().equals("data") && lies(cell, "at the left edge")),
        DATA_OUTSIDE(cell -> cell.segment().equals("data") && lies(cell, "left of the window", "right of the window")),
        RESET(cell -> cell.segment().equals("a reset")),
        FIN(cell -> cell.segment().equals("a FIN")),
        URGENT(cell -> cell.segment().equals("urgent data"));

        @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
        private final Predicate<Cell> is;

        Kind(Predicate<Cell> is) {
            this.is = is;
        }

        private static boolean lies(Cell cell, String... places) {
            return cell.place().equals(NO_WINDOW) || Set.of(places).contains(cell.place());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStateMeetsEveryKindOfSegment(Kind kind) {
        Stream<String> states = Grid.cells().stream()
                .filter(kind.is)
                .map(cell -> cell.way().replaceFirst(" after .*", ""))
                .distinct();
        assertThat(states).containsExactlyInAnyOrderElementsOf(STATES);
    }

    @Test
    void thereAreEightyEightOfThem() {
        assertThat(STATES.size() * Kind.values().length).isEqualTo(88);
    }
}
