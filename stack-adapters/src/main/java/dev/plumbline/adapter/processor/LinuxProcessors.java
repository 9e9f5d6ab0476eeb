package dev.plumbline.adapter.processor;

import com.sun.jna.Native;
import java.util.Optional;
import java.util.OptionalInt;

/** As the C library tells and does it. */
final class LinuxProcessors implements Processors {
    /** Found out when it is first asked for: nobody else's run loads a native library for it. */
    static final Processors HERE = find();

    private static final int NO_SUCH_THREAD = 3; // ESRCH

    private LinuxProcessors() {}

    private static Processors find() {
        boolean useful = System.getProperty("os.name", "").equals("Linux")
                && Runtime.getRuntime().availableProcessors() > 1
                && mayCallTheSystem();
        try {
            return useful && Sched.isAsDescribed() ? new LinuxProcessors() : new NoProcessors();
        } catch (LinkageError e) {
            // No such library, or none that can be loaded here: everything works without it, and only turns are slower.
            return new NoProcessors();
        }
    }

    /** From Java 22 on a JVM may have been told not to; then it would complain on the standard error. */
    private static boolean mayCallTheSystem() {
        try {
            Object may = Module.class.getMethod("isNativeAccessEnabled").invoke(LinuxProcessors.class.getModule());
            return Boolean.TRUE.equals(may);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    @Override
    public OptionalInt current() {
        int processor = Sched.sched_getcpu();
        return processor < 0 || processor >= Mask.OCTETS * Byte.SIZE ? OptionalInt.empty() : OptionalInt.of(processor);
    }

    @Override
    public Optional<Mask> allowed(long thread) {
        byte[] octets = new byte[Mask.OCTETS];
        return Sched.sched_getaffinity((int) thread, octets.length, octets) < 0
                ? Optional.empty()
                : Optional.of(Mask.of(octets));
    }

    @Override
    public boolean allow(long thread, Mask mask) {
        return Sched.sched_setaffinity((int) thread, Mask.OCTETS, mask.octets()) == 0
                || Native.getLastError() == NO_SUCH_THREAD;
    }
}
