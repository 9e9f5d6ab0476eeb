package dev.plumbline.adapter.line;

import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.UdpHandler;
import java.util.HashMap;
import java.util.Map;

/** What the applications of one host have opened, by the numbers that the program has given to it. */
final class LineSockets {
    final Map<Integer, UdpHandler> udpPorts = new HashMap<>();
    final Map<Integer, TcpAcceptor> listeners = new HashMap<>();
    final Map<Integer, LineConnection> connections = new HashMap<>();
    final Map<Integer, ResolutionHandler> questions = new HashMap<>();

    /** Nobody is to hear of this one any more. */
    void forget(int socket) {
        udpPorts.remove(socket);
        listeners.remove(socket);
        connections.remove(socket);
        questions.remove(socket);
    }

    /**
     * That an event speaks of what the program has named.
     *
     * @throws MalformedLine if it does not
     */
    void requireNamed(LineMessage event) {
        Words words = event.words();
        int socket = words.number(Field.SOCKET);
        boolean named = switch (event.verb()) {
            case RESOLVED -> questions.containsKey(socket);
            case UDP_RECEIVED, UDP_RECEIVED_AT, UDP_UNREACHABLE -> udpPorts.containsKey(socket);
            case ACCEPTED -> listeners.containsKey(words.number(Field.LISTENER)) && !connections.containsKey(socket);
            default -> connections.containsKey(socket);
        };
        if (!named) {
            throw new MalformedLine(event.format(), expected(event.verb()));
        }
    }

    private static String expected(Verb event) {
        return switch (event) {
            case RESOLVED -> "the number of a question that the answer to a 'resolve' has named";
            case UDP_RECEIVED, UDP_RECEIVED_AT, UDP_UNREACHABLE ->
                "the number of a port that the answer to a 'udp-open' has named";
            case ACCEPTED -> "a listener that the answer to a 'listen' has named, and a new number for the connection";
            default -> "the number of a connection that the answer to a 'connect' or an 'accepted' has named";
        };
    }
}
