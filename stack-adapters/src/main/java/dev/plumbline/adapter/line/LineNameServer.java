package dev.plumbline.adapter.line;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.NameServer;
import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;

/** A running name server of a {@link LineStack}. */
final class LineNameServer implements NameServer {
    private final LineStack stack;
    private final int socket;

    LineNameServer(LineStack stack, int socket) {
        this.stack = stack;
        this.socket = socket;
    }

    /** A master file as it goes over the line. */
    static Octets octets(String zone) {
        Octets octets = Octets.wrap(zone.getBytes(StandardCharsets.UTF_8));
        if (octets.length() > LineMessage.MAX_OCTETS) {
            throw new CallRefused(
                    CallRefused.Reason.INSUFFICIENT_RESOURCES,
                    "a zone of " + octets.length() + " octets does not fit into a line");
        }
        return octets;
    }

    @Override
    public void replace(String zone) {
        stack.call(Verb.REPLACE, socket, octets(zone));
    }

    @Override
    public void close() {
        stack.tell(Verb.SERVE_CLOSE, socket);
    }
}
