package dev.plumbline.reference.transport;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.transport.Port;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Chooses ports for applications that do not care (RFC 6335 section 6: 49152 to 65535). */
public final class EphemeralPorts {
    private static final int FIRST = 49152;
    private static final int COUNT = Port.MAX - FIRST + 1;

    private EphemeralPorts() {}

    /**
     * A free port: the first from a random place on, so that nobody can guess it.
     *
     * @throws CallRefused if all are taken
     */
    @Keeps({"PORT-5", "RFC6056/3.3-OBSCURE", "RFC6056/3.3-NONE-LEFT"})
    public static Port choose(RandomGenerator random, Predicate<Port> inUse) {
        int start = random.nextInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            Port port = new Port(FIRST + (start + i) % COUNT);
            if (!inUse.test(port)) {
                return port;
            }
        }
        throw new CallRefused(CallRefused.Reason.INSUFFICIENT_RESOURCES, "all ephemeral ports are in use");
    }
}
