package dev.plumbline.adapter.linux;

import com.sun.jna.Native;

/** A system call returned an error. */
final class KernelError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    KernelError(String call, int errno) {
        super(call + ": " + Libc.strerror(errno));
        this.errno = errno;
    }

    /** The error's number. */
    int errno() {
        return errno;
    }

    /** Returns {@code result}, unless it is the error of the last call on this thread. */
    static int check(String call, int result) {
        if (result < 0) {
            throw new KernelError(call, Native.getLastError());
        }
        return result;
    }
}
