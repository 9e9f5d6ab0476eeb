package dev.plumbline.adapter.linux;

import com.sun.jna.Pointer;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.SocketAddress;

/** {@code struct sockaddr_in} of ip(7): family in the machine's byte order, port and address in network byte order. */
final class SocketAddresses {
    static final int INET = 2;
    static final int STREAM = 1;
    static final int DATAGRAM = 2;
    /** The structure's size in octets. */
    static final int SIZE = 16;

    private SocketAddresses() {}

    static void write(Pointer to, Ipv4Address address, int port) {
        to.setShort(0, (short) INET);
        to.setByte(2, (byte) (port >>> 8));
        to.setByte(3, (byte) port);
        for (int i = 0; i < 4; i++) {
            to.setByte(4 + i, (byte) (address.bits() >>> (24 - 8 * i)));
        }
        to.setLong(8, 0);
    }

    static SocketAddress read(Pointer from) {
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            bits = bits << 8 | (from.getByte(4 + i) & 0xff);
        }
        return SocketAddress.of(new Ipv4Address(bits), (from.getByte(2) & 0xff) << 8 | (from.getByte(3) & 0xff));
    }
}
