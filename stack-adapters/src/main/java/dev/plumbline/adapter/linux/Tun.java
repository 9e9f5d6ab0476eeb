package dev.plumbline.adapter.linux;

import com.sun.jna.Memory;
import dev.plumbline.wire.Octets;
import org.jspecify.annotations.Nullable;

/** A TUN device: datagrams that are written to it come in to the kernel, datagrams that the kernel sends are read from it. */
final class Tun implements AutoCloseable {
    static final String NAME = "tun0";
    static final String DEVICE = "/dev/net/tun";

    private static final int READ_WRITE = 0x2;
    private static final int NON_BLOCKING = 0x800;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final long TUNSETIFF = 0x400454caL;
    private static final short TUN_WITHOUT_HEADER = 0x0001 | 0x1000;
    private static final int LARGEST = 65536;

    private final int fd;
    private final Memory buffer = new Memory(LARGEST);

    private Tun(int fd) {
        this.fd = fd;
    }

    /** Makes the device in the network namespace of this thread. */
    static Tun open() {
        int fd = KernelError.check("open " + DEVICE, Libc.open(DEVICE, READ_WRITE | NON_BLOCKING | CLOSE_ON_EXEC));
        try (Memory request = new Memory(40)) {
            request.clear();
            request.setString(0, NAME, "US-ASCII");
            request.setShort(16, TUN_WITHOUT_HEADER);
            KernelError.check("ioctl TUNSETIFF", Libc.ioctl(fd, TUNSETIFF, request));
        }
        return new Tun(fd);
    }

    int fd() {
        return fd;
    }

    /** Hands a datagram to the kernel, which drops in silence what is not IP at all. */
    void write(Octets datagram) {
        byte[] bytes = datagram.toByteArray();
        buffer.write(0, bytes, 0, bytes.length);
        var unused = Libc.write(fd, buffer, bytes.length);
    }

    /** The next datagram that the kernel sends, or null if there is none now. */
    @Nullable
    Octets read() {
        long length = Libc.read(fd, buffer, LARGEST);
        return length <= 0 ? null : Octets.wrap(buffer.getByteArray(0, (int) length));
    }

    /** Drops what the kernel sends now. */
    void discard() {
        boolean more = true;
        while (more) {
            more = read() != null;
        }
    }

    @Override
    public void close() {
        var unused = Libc.close(fd);
    }
}
