package dev.plumbline.adapter.linux;

import com.sun.jna.Memory;
import dev.plumbline.transport.SocketAddress;
import org.jspecify.annotations.Nullable;

/** The queue in which the kernel keeps ICMP errors about a UDP socket's datagrams (ip(7), IP_RECVERR). */
final class ErrorQueue {
    private static final int IPPROTO_IP = 0;
    private static final int IP_RECVERR = 11;
    private static final int FROM_ERROR_QUEUE = 0x2000;
    private static final Memory NAME = new Memory(SocketAddresses.SIZE);
    /** {@code struct msghdr} on 64 bits: name, its length, vector, its length, control, its length, flags. */
    private static final Memory HEADER = new Memory(56);

    private ErrorQueue() {}

    static void enable(KernelSocket socket) {
        socket.option(IPPROTO_IP, IP_RECVERR, 1);
    }

    /** Where the datagram was to go that the next error is about; null if there is no error. */
    static @Nullable SocketAddress next(KernelSocket socket) {
        HEADER.clear();
        HEADER.setPointer(0, NAME);
        HEADER.setInt(8, SocketAddresses.SIZE);
        return Libc.recvmsg(socket.fd(), HEADER, FROM_ERROR_QUEUE) < 0 ? null : SocketAddresses.read(NAME);
    }
}
