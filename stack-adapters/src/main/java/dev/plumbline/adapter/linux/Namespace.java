package dev.plumbline.adapter.linux;

import dev.plumbline.ip.Ipv4Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A network namespace with a TUN device: one host's own copy of the kernel's IP, TCP and UDP. When the host is switched off,
 * another may move in, but not under an address of which the kernel still remembers connections.
 */
final class Namespace {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int CLOSE_ON_EXEC = 0x80000;
    /** More than TIME-WAIT, which the kernel keeps for 60 s, and than the lifetime of an orphaned connection. */
    private static final long MEMORY_NANOS = 150_000_000_000L;

    private final int fd;
    private final Tun tun;
    private final Interfaces interfaces;
    private final List<String> settings;
    private final Map<Ipv4Address, Long> served = new HashMap<>();

    private Namespace(int fd, List<String> settings, Tun tun, Interfaces interfaces) {
        this.fd = fd;
        this.settings = settings;
        this.tun = tun;
        this.interfaces = interfaces;
    }

    /** Makes one and moves this thread into it. */
    static Namespace create() {
        KernelError.check("unshare", Libc.unshare(CLONE_NEWNET));
        int fd = KernelError.check("open the namespace", Libc.open("/proc/thread-self/ns/net", CLOSE_ON_EXEC));
        List<String> settings = new ArrayList<>();
        for (Setting setting : Setting.ALL) {
            settings.add(setting.apply());
        }
        Tun tun = Tun.open();
        Interfaces interfaces = new Interfaces();
        interfaces.up("lo");
        return new Namespace(fd, settings, tun, interfaces);
    }

    /** Gives it to a host: address, MTU and the way to everywhere else. */
    void serve(Ipv4Address address, int prefix, int mtu) {
        enter();
        if (!served.isEmpty()) {
            Setting.forgetRoutes();
        }
        interfaces.mtu(Tun.NAME, mtu);
        interfaces.address(Tun.NAME, address, prefix);
        interfaces.up(Tun.NAME);
        interfaces.defaultRoute(Tun.NAME);
        served.put(address, Long.MAX_VALUE);
    }

    /** Further addresses of the host, each under a label of its own. */
    void serveMore(List<Ipv4Address> addresses, int prefix) {
        for (int i = 0; i < addresses.size(); i++) {
            interfaces.address(Tun.NAME + ":" + i, addresses.get(i), prefix);
        }
    }

    /** The host at {@code address} is switched off. */
    void leave(Ipv4Address address) {
        served.put(address, System.nanoTime());
    }

    /** Whether a host that boots with this address would find no trace of an earlier one. */
    boolean isFreshFor(Ipv4Address address) {
        served.values().removeIf(left -> left != Long.MAX_VALUE && System.nanoTime() - left > MEMORY_NANOS);
        return !served.containsKey(address);
    }

    /** Moves this thread into it: the sockets it opens from now on belong to the host. */
    void enter() {
        KernelError.check("setns", Libc.setns(fd, CLONE_NEWNET));
    }

    Tun tun() {
        return tun;
    }

    List<String> settings() {
        return settings;
    }

    /** Gives it back to the kernel, which takes its time (some 20 ms). */
    void dispose() {
        tun.close();
        interfaces.close();
        var unused = Libc.close(fd);
    }
}
