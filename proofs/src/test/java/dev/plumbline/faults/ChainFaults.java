package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.arrivals;

import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.BiFunction;

/** Stacks that do right whatever happens, and wrong when several things have happened (RFC 9293 section 3.10). */
final class ChainFaults {
    private ChainFaults() {}

    static List<Fault> all() {
        return List.of(fault(
                        "deaf-after-old-segments",
                        "When two segments have come that were there before, text is not taken any more.",
                        host -> arrivals(new DeafAfterOldSegments()).apply(host))
                .killedBy("RFC9293/3.10-MODEL")
                .saying("no state allows what came"));
    }

    private static final class DeafAfterOldSegments implements BiFunction<Tcb, TcpSegment, Optional<TcpSegment>> {
        private final Map<Tcb, Integer> old = new WeakHashMap<>();

        @Override
        public Optional<TcpSegment> apply(Tcb tcb, TcpSegment segment) {
            boolean open = tcb.state == TcpState.ESTABLISHED;
            if (open && segment.seq().isBefore(tcb.rcvNxt) && segment.end().isAtOrBefore(tcb.rcvNxt)) {
                old.merge(tcb, 1, Integer::sum);
            }
            boolean deaf =
                    open && old.getOrDefault(tcb, 0) >= 2 && segment.payload().length() > 0;
            return Optional.of(segment).filter(any -> !deaf);
        }
    }
}
