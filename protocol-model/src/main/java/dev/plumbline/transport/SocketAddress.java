package dev.plumbline.transport;

import dev.plumbline.ip.Ipv4Address;

/**
 * An address together with a port: one end of a conversation (RFC 9293 section 3.3.1 calls it a socket).
 *
 * @param address the host
 * @param port the application in it
 */
public record SocketAddress(Ipv4Address address, Port port) {
    /** The same in one call. */
    public static SocketAddress of(Ipv4Address address, int port) {
        return new SocketAddress(address, new Port(port));
    }

    /**
     * Reads {@code a.b.c.d:port}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static SocketAddress parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || !text.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException("expected address and port such as 192.0.2.1:80, found '" + text + "'");
        }
        return of(Ipv4Address.parse(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    // Written out for those who ask of every packet: what a record has by itself goes through method handles.
    @Override
    public boolean equals(Object other) {
        return other instanceof SocketAddress that && address.equals(that.address) && port.equals(that.port);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + port.hashCode();
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
