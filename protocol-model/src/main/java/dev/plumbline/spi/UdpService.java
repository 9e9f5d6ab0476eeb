package dev.plumbline.spi;

import dev.plumbline.transport.Port;

/** UDP's user interface (RFC 768, section "User Interface"; RFC 1122 section 4.1.4). */
public interface UdpService {
    /**
     * Opens a port for datagrams to any of the host's addresses.
     *
     * @param port the port, or {@link Port#ANY} to have one chosen
     * @param handler told of what arrives
     * @throws CallRefused if the port is in use
     */
    default UdpSocket openUdp(Port port, UdpHandler handler) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no UDP");
    }
}
