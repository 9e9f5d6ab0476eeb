package dev.plumbline.adapter.linux;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.plumbline.ip.Ipv4Address;

/** Configures the interfaces of one network namespace with the requests of netdevice(7), without any other program. */
final class Interfaces implements AutoCloseable {
    private static final long SIOCADDRT = 0x890b;
    private static final long SIOCSIFFLAGS = 0x8914;
    private static final long SIOCSIFADDR = 0x8916;
    private static final long SIOCSIFNETMASK = 0x891c;
    private static final long SIOCSIFMTU = 0x8922;
    private static final short UP_AND_RUNNING = 0x41;
    private static final short ROUTE_UP = 0x1;
    /** Where the union of struct ifreq begins, after the name. */
    private static final int VALUE = 16;

    private final int control;

    /** For the network namespace of this thread. */
    Interfaces() {
        control = KernelError.check("socket", Libc.socket(SocketAddresses.INET, SocketAddresses.DATAGRAM, 0));
    }

    void up(String name) {
        try (Memory request = request(name)) {
            request.setShort(VALUE, UP_AND_RUNNING);
            ask("SIOCSIFFLAGS", SIOCSIFFLAGS, request);
        }
    }

    void mtu(String name, int mtu) {
        try (Memory request = request(name)) {
            request.setInt(VALUE, mtu);
            ask("SIOCSIFMTU", SIOCSIFMTU, request);
        }
    }

    /** Gives a point-to-point interface its one address; a prefix of less than 32 bits makes its last address a broadcast. */
    void address(String name, Ipv4Address address, int prefix) {
        try (Memory request = request(name)) {
            SocketAddresses.write(request.share(VALUE), address, 0);
            ask("SIOCSIFADDR", SIOCSIFADDR, request);
            if (prefix > 0 && prefix < 32) {
                SocketAddresses.write(request.share(VALUE), new Ipv4Address(-1 << (32 - prefix)), 0);
                ask("SIOCSIFNETMASK", SIOCSIFNETMASK, request);
            }
        }
    }

    /** Sends everything that is not for this host to the interface. */
    void defaultRoute(String name) {
        try (Memory route = new Memory(120);
                Memory device = new Memory(16)) {
            route.clear();
            for (int at = 8; at <= 40; at += 16) { // destination, gateway, mask: all 0.0.0.0
                SocketAddresses.write(route.share(at), Ipv4Address.UNSPECIFIED, 0);
            }
            route.setShort(56, ROUTE_UP);
            device.setString(0, name, "US-ASCII");
            route.setPointer(88, device);
            ask("SIOCADDRT", SIOCADDRT, route);
        }
    }

    @Override
    public void close() {
        var unused = Libc.close(control);
    }

    private static Memory request(String name) {
        Memory request = new Memory(40);
        request.clear();
        request.setString(0, name, "US-ASCII");
        return request;
    }

    private void ask(String what, long number, Pointer argument) {
        KernelError.check("ioctl " + what, Libc.ioctl(control, number, argument));
    }
}
