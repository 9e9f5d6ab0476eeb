package dev.plumbline.adapter.linux;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.CallRefused.Reason;
import dev.plumbline.spi.TcpError;

/** The kernel's error numbers, and what they mean to an application of the SPI. */
final class Errno {
    static final int EINTR = 4;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EEXIST = 17;
    static final int EINVAL = 22;
    static final int EPIPE = 32;
    static final int EMSGSIZE = 90;
    static final int EADDRINUSE = 98;
    static final int EADDRNOTAVAIL = 99;
    static final int ENETUNREACH = 101;
    static final int ECONNRESET = 104;
    static final int ENOTCONN = 107;
    static final int ETIMEDOUT = 110;
    static final int ECONNREFUSED = 111;
    static final int EHOSTUNREACH = 113;
    static final int EINPROGRESS = 115;

    private Errno() {}

    /** Why a connection failed; an ICMP error that does not fit elsewhere counts as unreachable. */
    static TcpError failure(int errno) {
        return switch (errno) {
            case ECONNREFUSED -> TcpError.REFUSED;
            case ECONNRESET, EPIPE -> TcpError.RESET;
            case ETIMEDOUT -> TcpError.TIMED_OUT;
            default -> TcpError.UNREACHABLE;
        };
    }

    /** A call that the kernel refused, in the SPI's words. */
    static CallRefused refusal(KernelError e) {
        return new CallRefused(reason(e.errno()), String.valueOf(e.getMessage()));
    }

    private static Reason reason(int errno) {
        return switch (errno) {
            case EADDRINUSE -> Reason.PORT_IN_USE;
            case EADDRNOTAVAIL -> Reason.CONNECTION_EXISTS;
            case EPIPE, ENOTCONN, ECONNRESET, ETIMEDOUT, ECONNREFUSED -> Reason.CONNECTION_CLOSING;
            case EACCES, EINVAL, ENETUNREACH, EHOSTUNREACH -> Reason.INVALID_DESTINATION;
            case EMSGSIZE -> Reason.TOO_LARGE;
            default -> Reason.INSUFFICIENT_RESOURCES;
        };
    }
}
