package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/** A law about the segments of one connection; it keeps what it needs to remember of each. */
interface TcpRule {
    /** The requirement it stands for. */
    String requirement();

    /** Whether a segment that the host is sending puts it to the test. */
    boolean concerns(TcpFlow flow, TcpSegment segment);

    /** What is wrong with a segment that the host is sending, if anything is; asked before {@link #sent}. */
    Optional<Violation> judge(TcpFlow flow, TcpSegment segment);

    /** The host has sent a segment. */
    default void sent(TcpFlow flow, TcpSegment segment) {}

    /** The host has received a segment; {@code flow} knows it already. */
    default void received(TcpFlow flow, TcpSegment segment) {}

    /** The host's application has called its stack. */
    default void called() {}

    /** The host has heard of the network's trouble, which may concern any connection (RFC 9293 section 3.9.2.2). */
    default void icmpReceived() {}

    /** One that remembers nothing besides what the flow knows. */
    static TcpRule of(
            String requirement,
            BiPredicate<TcpFlow, TcpSegment> concerns,
            BiFunction<TcpFlow, TcpSegment, Optional<Violation>> judge) {
        return new Plain(requirement, concerns, judge);
    }

    /** See {@link #of}. */
    record Plain(
            String requirement,
            BiPredicate<TcpFlow, TcpSegment> test,
            BiFunction<TcpFlow, TcpSegment, Optional<Violation>> judgement)
            implements TcpRule {
        @Override
        public boolean concerns(TcpFlow flow, TcpSegment segment) {
            return test.test(flow, segment);
        }

        @Override
        public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
            return judgement.apply(flow, segment);
        }
    }
}
