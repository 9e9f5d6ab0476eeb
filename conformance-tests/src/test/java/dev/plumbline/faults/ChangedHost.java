package dev.plumbline.faults;

import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;

/** A host as another one has it; to be overridden where it is to differ. */
class ChangedHost extends ForwardingHost {
    ChangedHost(Host host) {
        super(host);
    }
}
