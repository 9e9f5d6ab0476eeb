package dev.plumbline.application;

import dev.plumbline.testbed.StackHost;
import dev.plumbline.testbed.Words;

/** What is told of a stack that had no room for all of what an application sends; once each is enough for whoever reads it. */
final class Room {
    private final StackHost host;
    private final String name;
    private boolean toldFull;
    private boolean toldRoom;

    Room(StackHost host, String name) {
        this.host = host;
        this.name = name;
    }

    /** Hands on how many octets the stack has taken of those that it was offered. */
    int heard(int taken, int offered) {
        if (taken < offered && !toldFull) {
            toldFull = true;
            host.event(name + " hands down " + Words.octets(taken)
                    + " of these, and keeps the rest until the stack has room");
        }
        return taken;
    }

    /** The stack has said that there is room. */
    void isThere() {
        if (toldFull && !toldRoom) {
            toldRoom = true;
            host.event(name + " is told that there is room");
        }
    }
}
