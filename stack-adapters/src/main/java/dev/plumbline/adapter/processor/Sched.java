package dev.plumbline.adapter.processor;

import com.sun.jna.Native;

/** The system calls; each returns -1 on an error and leaves its number for {@link Native#getLastError}. */
@SuppressWarnings("MethodName") // the names are the C library's
final class Sched {
    static {
        Native.register(Sched.class, "c");
    }

    private Sched() {}

    /** A size has as many bits here as a {@code long} of Java's. */
    static boolean isAsDescribed() {
        return Native.SIZE_T_SIZE == Long.BYTES;
    }

    static native int sched_getcpu();

    static native int sched_getaffinity(int thread, long size, byte[] mask);

    static native int sched_setaffinity(int thread, long size, byte[] mask);
}
