package com.example.stack;

import dev.plumbline.transport.SocketAddress;

/** What tells one connection of this host from another. */
record ConnectionKey(int localPort, int remotePort) {
    static ConnectionKey of(int localPort, SocketAddress remote) {
        return new ConnectionKey(localPort, remote.port().number());
    }
}
