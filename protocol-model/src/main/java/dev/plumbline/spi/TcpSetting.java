package dev.plumbline.spi;

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
}
