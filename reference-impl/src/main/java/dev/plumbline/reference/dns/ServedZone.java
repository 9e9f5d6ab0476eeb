package dev.plumbline.reference.dns;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpService;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpService;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A server at port 53 (RFC 1035 section 4.2): what it is asked goes to an {@link AuthoritativeServer}, and the answer back. */
public final class ServedZone implements NameServer {
    /** Where servers are asked (RFC 1035 section 4.2.1). */
    private static final Port DOMAIN = new Port(53);

    private final Function<Zone, AuthoritativeServer> servers;
    private final Set<QueryConnection> connections = new LinkedHashSet<>();
    private final UdpSocket socket;
    private final Optional<TcpListener> listener;
    private AuthoritativeServer server;

    /**
     * Opens the ports, that of TCP if there is such a service.
     *
     * @param zone a master file
     * @throws CallRefused if it is none, or a port is in use
     */
    @Keeps("RFC2181/ANSWER-PORT")
    public ServedZone(UdpService udp, TcpService tcp, Function<Zone, AuthoritativeServer> servers, String zone) {
        this.servers = servers;
        this.server = load(servers, zone);
        this.socket = udp.openUdp(DOMAIN, new Datagrams());
        this.listener = listen(tcp);
    }

    @Keeps("DNS-2")
    @Override
    public void replace(String zone) {
        server = load(servers, zone);
    }

    @Override
    public void close() {
        socket.close();
        listener.ifPresent(TcpListener::close);
        Set.copyOf(connections).forEach(QueryConnection::abort);
    }

    private Optional<TcpListener> listen(TcpService tcp) {
        try {
            return Optional.of(tcp.listen(
                    DOMAIN, connection -> new QueryConnection(connection, q -> server.answerOverTcp(q), connections)));
        } catch (CallRefused e) {
            if (e.reason() == CallRefused.Reason.NOT_CLAIMED) {
                return Optional.empty();
            }
            socket.close();
            throw e;
        }
    }

    private static AuthoritativeServer load(Function<Zone, AuthoritativeServer> servers, String zone) {
        try {
            return servers.apply(ZoneFile.parse(zone));
        } catch (IllegalArgumentException e) {
            throw new CallRefused(CallRefused.Reason.BAD_ZONE, String.valueOf(e.getMessage()));
        }
    }

    private final class Datagrams implements UdpHandler {
        @Override
        public void received(SocketAddress source, Octets data) {
            if (!source.port().equals(Port.ANY)) {
                server.answerOverUdp(data).ifPresent(answer -> socket.send(source, answer));
            }
        }

        /** The answer comes from where the query went (RFC 2181 section 4.1). */
        @Keeps("RFC2181/ANSWER-ADDRESS")
        @Override
        public void received(SocketAddress source, Ipv4Address destination, Octets data) {
            if (!source.port().equals(Port.ANY)) {
                server.answerOverUdp(data).ifPresent(answer -> socket.send(destination, source, answer));
            }
        }
    }
}
