package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.SettingName;

/** Which socket option is what an application asks for (tcp(7), ip(7), socket(7)). */
final class KernelOption {
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_NODELAY = 1;
    private static final int TCP_KEEPIDLE = 4;
    private static final int TCP_KEEPINTVL = 5;
    private static final int TCP_USER_TIMEOUT = 18;
    private static final int IPPROTO_IP = 0;
    private static final int IP_TOS = 1;
    private static final int IP_TTL = 2;
    private static final int IP_RECVERR = 11;
    private static final int SOL_SOCKET = 1;
    private static final int SO_KEEPALIVE = 9;
    /** What the kernel waits for an answer if it is not told otherwise (tcp(7)). */
    private static final long KEEPINTVL = 75;

    private KernelOption() {}

    static void set(KernelSocket socket, SettingName name, long value) {
        switch (name) {
            case NO_DELAY -> socket.option(IPPROTO_TCP, TCP_NODELAY, (int) value);
            case KEEP_ALIVE -> socket.option(SOL_SOCKET, SO_KEEPALIVE, (int) value);
            case KEEP_ALIVE_INTERVAL -> keepAliveInterval(socket, seconds(value));
            case USER_TIMEOUT -> socket.option(IPPROTO_TCP, TCP_USER_TIMEOUT, milliseconds(value));
            case DIFFSERV -> socket.option(IPPROTO_IP, IP_TOS, (int) value << 2);
            case TIME_TO_LIVE -> socket.option(IPPROTO_IP, IP_TTL, (int) value);
            case ERROR_REPORTS -> socket.option(IPPROTO_IP, IP_RECVERR, (int) value);
        }
    }

    /** Who wants to know soon whether the peer is there does not want to wait for long for its answer either. */
    private static void keepAliveInterval(KernelSocket socket, int seconds) {
        socket.option(IPPROTO_TCP, TCP_KEEPIDLE, seconds);
        socket.option(IPPROTO_TCP, TCP_KEEPINTVL, (int) Math.min(seconds, KEEPINTVL));
    }

    private static int milliseconds(long nanos) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(nanos / 1e6));
    }

    /** Never sooner than the application has said. */
    private static int seconds(long nanos) {
        return (int) Math.ceil(nanos / 1e9);
    }
}
