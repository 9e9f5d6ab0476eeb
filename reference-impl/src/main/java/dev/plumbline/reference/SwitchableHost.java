package dev.plumbline.reference;

import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Timer;
import dev.plumbline.wire.Octets;
import java.time.Duration;

/** A host with a mains switch: once it is off, no timer runs out and no datagram leaves. */
final class SwitchableHost extends ForwardingHost {
    private boolean on = true;

    SwitchableHost(Host host) {
        super(host);
    }

    void switchOff() {
        on = false;
    }

    boolean isOn() {
        return on;
    }

    private Runnable whileOn(Runnable action) {
        return () -> {
            if (on) {
                action.run();
            }
        };
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        return super.after(delay, whileOn(action));
    }

    @Override
    public void execute(Runnable action) {
        super.execute(whileOn(action));
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        if (on) {
            super.transmit(link, datagram);
        }
    }
}
