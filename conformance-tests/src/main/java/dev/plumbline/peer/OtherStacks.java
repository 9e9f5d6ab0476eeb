package dev.plumbline.peer;

import dev.plumbline.spi.Link;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.testbed.Attachment;
import dev.plumbline.testbed.Machine;
import dev.plumbline.testbed.Network;
import dev.plumbline.testbed.StackHost;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The hosts with a whole stack besides the endpoint; each is switched on when first asked for. */
final class OtherStacks {
    private final Network network;
    private final Map<String, StackHost> hosts = new HashMap<>();

    OtherStacks(Network network) {
        this.network = network;
    }

    /** The host of that name; {@code cabling} puts a cable in before it is switched on. */
    StackHost started(String name, Link link, StackProvider provider, Consumer<Attachment> cabling) {
        StackHost known = hosts.get(name);
        if (known != null) {
            return known;
        }
        StackHost host = new StackHost(network, Machine.of(name, link));
        hosts.put(name, host);
        cabling.accept(host.attachment());
        host.boot(provider);
        return host;
    }

    void close() {
        hosts.values().forEach(StackHost::close);
    }
}
