package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.live.Wire;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A wire to this machine's kernel: a TUN device in the network namespace of the thread that opens it. */
public final class TunWire implements Wire {
    private final Reactor reactor = new Reactor();
    private final Tun tun = Tun.open();
    private Consumer<Octets> arrival = datagram -> {};

    private TunWire() {
        reactor.watch(reactor.nextToken(), tun.fd(), Reactor.IN, events -> read());
    }

    /**
     * Makes the device.
     *
     * @param kernel the kernel's own address on it
     * @param prefix how many leading bits the kernel shares with whom it reaches over the device
     * @param mtu the largest datagram, in octets
     * @throws IllegalStateException if the kernel refuses, with its reason
     */
    public static TunWire open(Ipv4Address kernel, int prefix, int mtu) {
        try (Interfaces interfaces = new Interfaces()) {
            TunWire wire = new TunWire();
            interfaces.up("lo");
            interfaces.mtu(Tun.NAME, mtu);
            interfaces.address(Tun.NAME, kernel, prefix);
            interfaces.up(Tun.NAME);
            return wire;
        } catch (KernelError e) {
            throw new IllegalStateException("no TUN device: " + e.getMessage(), e);
        }
    }

    @Override
    public void send(Octets datagram) {
        tun.write(datagram);
    }

    @Override
    public void await(Duration atMost, Consumer<Octets> to) {
        arrival = to;
        reactor.turn((int) Math.min(Integer.MAX_VALUE, atMost.plusNanos(999_999).toMillis()));
    }

    @Override
    public void close() {
        tun.close();
    }

    private void read() {
        for (@Nullable Octets next = tun.read(); next != null; next = tun.read()) {
            arrival.accept(next);
        }
    }
}
