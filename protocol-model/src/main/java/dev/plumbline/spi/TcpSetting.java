package dev.plumbline.spi;

import java.time.Duration;

/**
 * What an application can ask of its connection besides sending and receiving (RFC 9293 section 3.9.1). Each is a service of its
 * own: a stack that does not claim its {@link #needs capability} is never asked for it.
 */
public sealed interface TcpSetting {
    /** What a stack claims that can do it. */
    Capability needs();

    /** Nagle's algorithm is off, or on again as it is at first (RFC 9293 section 3.7.4, MUST-17). */
    record NoDelay(boolean on) implements TcpSetting {
        @Override
        public Capability needs() {
            return Capability.TCP_NO_DELAY;
        }
    }

    /** The peer of an idle connection is asked whether it is still there; nobody asks at first (RFC 9293 section 3.8.4, MUST-24). */
    record KeepAlive(boolean on) implements TcpSetting {
        @Override
        public Capability needs() {
            return Capability.TCP_KEEP_ALIVE;
        }
    }

    /**
     * How long the connection is idle before that (RFC 9293 section 3.8.4, MUST-27).
     *
     * @param idle more than nothing
     */
    record KeepAliveInterval(Duration idle) implements TcpSetting {
        /** Refuses a time that is no time. */
        public KeepAliveInterval {
            requirePositive(idle);
        }

        @Override
        public Capability needs() {
            return Capability.TCP_KEEP_ALIVE;
        }
    }

    /**
     * R2: for how long what nobody acknowledges is sent again before the connection is given up (RFC 9293 section 3.8.3, MUST-21).
     *
     * @param limit more than nothing
     */
    record UserTimeout(Duration limit) implements TcpSetting {
        /** Refuses a time that is no time. */
        public UserTimeout {
            requirePositive(limit);
        }

        @Override
        public Capability needs() {
            return Capability.TCP_USER_TIMEOUT;
        }
    }

    /**
     * The application wants to hear of troubles that may pass; who has not asked for it does not (RFC 9293 section 3.9.1.8, MUST-47
     * and SHLD-20).
     */
    record ErrorReports(boolean on) implements TcpSetting {
        @Override
        public Capability needs() {
            return Capability.TCP_ERROR_REPORTS;
        }
    }

    /**
     * The Diffserv codepoint of all segments from now on (RFC 9293 section 3.9.1.9, MUST-48).
     *
     * @param codepoint 0 to 63
     */
    record Diffserv(int codepoint) implements TcpSetting {
        /** Refuses what no header has room for. */
        public Diffserv {
            var unused = IpMarks.USUAL.withCodepoint(codepoint);
        }

        @Override
        public Capability needs() {
            return Capability.TCP_DIFFSERV;
        }
    }

    /**
     * The Time to Live of all segments from now on (RFC 9293 section 3.9.2, MUST-49).
     *
     * @param routers 1 to 255
     */
    record TimeToLive(int routers) implements TcpSetting {
        /** Refuses what no header has room for. */
        public TimeToLive {
            var unused = IpMarks.USUAL.withTimeToLive(routers);
        }

        @Override
        public Capability needs() {
            return Capability.TCP_TIME_TO_LIVE;
        }
    }

    private static void requirePositive(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("no time to wait: " + time);
        }
    }
}
