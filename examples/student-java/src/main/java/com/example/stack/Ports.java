package com.example.stack;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import java.util.function.IntPredicate;

/** Chooses ports for applications that name none: from 49152 on, as RFC 6335 section 6 sets aside. */
final class Ports {
    private static final int FIRST = 49152;
    private static final int COUNT = 65536 - FIRST;

    private Ports() {}

    /** A port that is not taken, beginning the search at a random place. */
    static int choose(Host host, IntPredicate taken) {
        int start = host.random().nextInt(COUNT);
        for (int i = 0; i < COUNT; i++) {
            int port = FIRST + (start + i) % COUNT;
            if (!taken.test(port)) {
                return port;
            }
        }
        throw new CallRefused(CallRefused.Reason.INSUFFICIENT_RESOURCES, "every port is taken");
    }
}
