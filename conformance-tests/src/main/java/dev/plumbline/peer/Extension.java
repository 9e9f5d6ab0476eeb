package dev.plumbline.peer;

import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;

/**
 * What both ends of a connection must know before either uses it (RFC 7323 section 1.3, RFC 2018 section 2), at the peer's end:
 * what its SYN says of it, and what it does to the segments that follow. Each connection has its own.
 */
public interface Extension {
    /**
     * What a SYN says of it.
     *
     * @param answering whether the endpoint's SYN has come already
     */
    List<TcpOption> onSyn(boolean answering);

    /** What each segment behind the SYN says of it, now. */
    default List<TcpOption> onSegment() {
        return List.of();
    }

    /** Whether both ends' SYNs have had it. */
    boolean isActive();

    /** A segment has come, before anything else is made of it. */
    default void heard(TcpSegment segment) {}

    /** A segment leaves. */
    default void sent(TcpSegment segment) {}

    /** By how many bits the peer's own window is shifted in its segments behind the SYN (RFC 7323 section 2.3). */
    default int ownShift() {
        return 0;
    }

    /** The same of the endpoint's. */
    default int endpointsShift() {
        return 0;
    }
}
