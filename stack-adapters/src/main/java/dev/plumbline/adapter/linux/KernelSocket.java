package dev.plumbline.adapter.linux;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the kernel, never blocking. Methods that can fail in the ordinary course of things return the negated error
 * number; the others throw {@link KernelError}.
 *
 * <p>All share one buffer: the agent has one thread.
 */
final class KernelSocket implements AutoCloseable {
    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int SOL_SOCKET = 1;
    private static final int SO_REUSEADDR = 2;
    private static final int SO_ERROR = 4;
    private static final int SO_OOBINLINE = 10;
    private static final int SO_LINGER = 13;
    private static final int IPPROTO_IP = 0;
    private static final int IP_OPTIONS = 4;
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_INFO = 11;
    private static final int OUT_OF_BAND = 0x1;
    private static final int PEEK = 0x2;
    private static final int NO_SIGNAL = 0x4000;
    private static final int WRITE_SIDE = 1;
    private static final int LARGEST = 65536;
    private static final Memory DATA = new Memory(LARGEST);
    private static final Memory ADDRESS = new Memory(SocketAddresses.SIZE);
    private static final Memory VALUE = new Memory(8);
    private static final Memory LENGTH = new Memory(4);

    private final int fd;

    private KernelSocket(int fd) {
        this.fd = fd;
    }

    /** A TCP socket in the network namespace of this thread. Urgent data stays in the stream (RFC 6093 section 4). */
    static KernelSocket tcp() {
        KernelSocket socket = open(SocketAddresses.STREAM);
        socket.option(SOL_SOCKET, SO_REUSEADDR, 1);
        socket.option(SOL_SOCKET, SO_OOBINLINE, 1);
        return socket;
    }

    /** A UDP socket in the network namespace of this thread. */
    static KernelSocket udp() {
        return open(SocketAddresses.DATAGRAM);
    }

    private static KernelSocket open(int type) {
        return new KernelSocket(
                KernelError.check("socket", Libc.socket(SocketAddresses.INET, type | NON_BLOCKING | CLOSE_ON_EXEC, 0)));
    }

    int fd() {
        return fd;
    }

    /** Takes a port on one of the host's addresses, or on all if it is none. */
    void bind(Ipv4Address local, int port) {
        SocketAddresses.write(ADDRESS, local, port);
        KernelError.check("bind to port " + port, Libc.bind(fd, ADDRESS, SocketAddresses.SIZE));
    }

    void listen() {
        KernelError.check("listen", Libc.listen(fd, 4096));
    }

    /** The next connection that is established, or null if there is none now. */
    @Nullable
    KernelSocket accept() {
        int accepted = Libc.accept4(fd, null, null, NON_BLOCKING | CLOSE_ON_EXEC);
        return accepted < 0 ? null : new KernelSocket(accepted);
    }

    void connect(SocketAddress remote) {
        SocketAddresses.write(ADDRESS, remote.address(), remote.port().number());
        int result = Libc.connect(fd, ADDRESS, SocketAddresses.SIZE);
        if (result < 0 && Native.getLastError() != Errno.EINPROGRESS) {
            throw new KernelError("connect to " + remote, Native.getLastError());
        }
    }

    /** All datagrams go by way of these gateways, four octets each: the option as ip(7) wants it, all of them behind the pointer. */
    void goVia(Octets gateways) {
        int length = 3 + gateways.length();
        fill(Octets.of(SourceRoute.LOOSE, length, 4).plus(gateways));
        KernelError.check("setsockopt", Libc.setsockopt(fd, IPPROTO_IP, IP_OPTIONS, DATA, length));
    }

    SocketAddress local() {
        LENGTH.setInt(0, SocketAddresses.SIZE);
        KernelError.check("getsockname", Libc.getsockname(fd, ADDRESS, LENGTH));
        return SocketAddresses.read(ADDRESS);
    }

    /** The peer of a connection that {@link #accept} returned. */
    SocketAddress remote() {
        LENGTH.setInt(0, SocketAddresses.SIZE);
        KernelError.check("getpeername", Libc.getpeername(fd, ADDRESS, LENGTH));
        return SocketAddresses.read(ADDRESS);
    }

    /** The error number of what went wrong since it was last asked, or 0. */
    int takeError() {
        return optionValue(SOL_SOCKET, SO_ERROR, 4);
    }

    /** TCP's state: the kernel numbers them from 1, ESTABLISHED, to 11; 7 is CLOSED. */
    int tcpState() {
        return optionValue(IPPROTO_TCP, TCP_INFO, 1) & 0xff;
    }

    /** How many octets the kernel took, or an error. */
    int send(Octets data, boolean urgent) {
        fill(data);
        return result(Libc.send(fd, DATA, data.length(), urgent ? NO_SIGNAL | OUT_OF_BAND : NO_SIGNAL));
    }

    /** Whether the last octet of the peer's urgent data is here, and was not taken (tcp_poll). */
    boolean isUrgent() {
        VALUE.setInt(0, fd);
        VALUE.setInt(4, Reactor.PRIORITY);
        return KernelError.check("poll", Libc.poll(VALUE, 1, 0)) == 1 && (VALUE.getShort(6) & Reactor.PRIORITY) != 0;
    }

    /** How many octets there are to receive: 1 for any number, 0 at the end of the stream; or an error. */
    int peek() {
        return result(Libc.recv(fd, DATA, 1, PEEK));
    }

    /** Takes at most {@code max} octets; empty also at the end of the stream and on an error. */
    Octets receive(int max) {
        return data(result(Libc.recv(fd, DATA, Math.min(max, LARGEST), 0)));
    }

    /** Sends a datagram; returns its length or an error. What has more octets than there is room for the kernel refuses by the first of them. */
    int sendTo(SocketAddress remote, Octets data) {
        Octets some = data.slice(0, Math.min(data.length(), LARGEST));
        fill(some);
        SocketAddresses.write(ADDRESS, remote.address(), remote.port().number());
        return result(Libc.sendto(fd, DATA, some.length(), NO_SIGNAL, ADDRESS, SocketAddresses.SIZE));
    }

    /** Takes the next datagram into {@code sink}; returns whether there was one. */
    boolean receiveFrom(DatagramSink sink) {
        LENGTH.setInt(0, SocketAddresses.SIZE);
        int count = result(Libc.recvfrom(fd, DATA, LARGEST, 0, ADDRESS, LENGTH));
        if (count >= 0) {
            sink.accept(SocketAddresses.read(ADDRESS), data(count));
        }
        return count >= 0;
    }

    /** Who takes a datagram. */
    @FunctionalInterface
    interface DatagramSink {
        void accept(SocketAddress source, Octets data);
    }

    void shutdownOutput() {
        var unused = Libc.shutdown(fd, WRITE_SIDE);
    }

    /** Closes with a reset instead of a FIN, if there is a connection to reset. */
    void abort() {
        VALUE.setInt(0, 1);
        VALUE.setInt(4, 0);
        var unused = Libc.setsockopt(fd, SOL_SOCKET, SO_LINGER, VALUE, 8);
        close();
    }

    @Override
    public void close() {
        var unused = Libc.close(fd);
    }

    void option(int level, int name, int value) {
        VALUE.setInt(0, value);
        KernelError.check("setsockopt", Libc.setsockopt(fd, level, name, VALUE, 4));
    }

    private int optionValue(int level, int name, int length) {
        VALUE.setInt(0, 0);
        LENGTH.setInt(0, length);
        KernelError.check("getsockopt", Libc.getsockopt(fd, level, name, VALUE, LENGTH));
        return VALUE.getInt(0);
    }

    private static void fill(Octets data) {
        byte[] bytes = data.toByteArray();
        DATA.write(0, bytes, 0, bytes.length);
    }

    private static Octets data(int count) {
        return count <= 0 ? Octets.empty() : Octets.wrap(DATA.getByteArray(0, count));
    }

    private static int result(long count) {
        return count < 0 ? -Native.getLastError() : (int) count;
    }
}
