package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsIn;

import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Stacks that do not break a rule but break down. */
final class BrokenStacks {
    /** It does not come back before {@link #release}, for the sake of later tests. */
    static final Fault LOOPS =
            fault("loops", "It never comes back when a datagram arrives.", datagramsIn(BrokenStacks::loop));

    /** Long enough that a loop costs others no time. */
    private static final long PAUSE = 1_000_000;

    private static volatile boolean released;

    private BrokenStacks() {}

    static List<Fault> all() {
        return List.of(
                fault("throws", "It throws when a datagram arrives.", datagramsIn(datagram -> {
                            throw new ArrayIndexOutOfBoundsException("index 20 of a header of 20");
                        }))
                        .killedBy("HS-2", "PORT-1", "UDP-3", "LAY-3")
                        .saying("the stack threw java.lang.ArrayIndexOutOfBoundsException"),
                fault("mute", "It answers nothing at all.", datagramsIn(datagram -> List.of()))
                        .killedBy("HS-2", "PORT-1", "UDP-3", "LAY-1")
                        .saying("the endpoint did not send what it must", "nothing"));
    }

    static void hold() {
        released = false;
    }

    static void release() {
        released = true;
    }

    private static List<Octets> loop(Octets datagram) {
        while (!released) {
            LockSupport.parkNanos(PAUSE);
            Thread.interrupted();
        }
        return List.of();
    }

    /** Its provider cannot even be made; it is registered in a folder of its own, which is not on the class path. */
    public static final class Unmakeable implements StackProvider {
        public Unmakeable() {
            throw new IllegalStateException("no licence file");
        }

        @Override
        public String name() {
            return "faulty:unmakeable";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Stack boot(Host host) {
            throw new AssertionError("nobody can have called this");
        }
    }
}
