package dev.plumbline.diagnosis;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import java.util.stream.Stream;

/** From whom to whom: an answer goes back the way that the question has come. */
enum Ends implements Diagnoser {
    WRONG_WAY_ROUND {
        @Override
        Optional<String> explain(long expected, long seen, Difference difference, Facts facts) {
            return Diagnoser.when(
                    difference.quantity() == Quantity.PORTS && seen == Bits.halvesReversed(expected),
                    "these are the right two the wrong way round, for an answer swaps them");
        }
    },
    /** It goes to itself. */
    ONE_FOR_BOTH {
        @Override
        Optional<String> explain(long expected, long seen, Difference difference, Facts facts) {
            long from = expected >>> 16;
            long to = Bits.low(expected, 16);
            boolean fits = from != to && (seen == (from << 16 | from) || seen == (to << 16 | to));
            return Diagnoser.when(
                    difference.quantity() == Quantity.PORTS && fits,
                    "one port stands in both fields, and the other in none");
        }
    },
    /** A datagram that has come, sent back with its own source. */
    NOT_SWAPPED {
        @Override
        Optional<String> explain(long expected, long seen, Difference difference, Facts facts) {
            boolean fits = difference.quantity() == Quantity.SOCKET
                    && facts.datagramsIn()
                            .flatMap(Ends::udp)
                            .anyMatch(udp -> udp.destination() == expected && udp.source() == seen);
            return Diagnoser.when(fits, "the addresses and ports stand as they came, but an answer swaps them");
        }
    },
    /** An application that asks for "any" leaves the choice to its host. */
    ANY_LEFT_ZERO {
        @Override
        Optional<String> explain(long expected, long seen, Difference difference, Facts facts) {
            boolean sourceIsZero = difference.quantity() == Quantity.PORTS
                    && seen >>> 16 == 0
                    && Bits.low(seen, 16) == Bits.low(expected, 16);
            boolean portIsZero = difference.quantity() == Quantity.SOCKET
                    && Bits.low(seen, 16) == 0
                    && seen >>> 16 == expected >>> 16;
            return Diagnoser.when(
                    sourceIsZero || portIsZero, "0 means any port, so the stack has to choose one before it sends");
        }
    };

    private record Way(long source, long destination) {}

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        return difference.expected() == difference.seen()
                ? Optional.empty()
                : explain(difference.expected(), difference.seen(), difference, facts);
    }

    abstract Optional<String> explain(long expected, long seen, Difference difference, Facts facts);

    /** An address and a port as one value, as {@link Quantity#SOCKET} has them. */
    static long bits(SocketAddress socket) {
        return (socket.address().bits() & 0xffffffffL) << 16 | socket.port().number();
    }

    private static Stream<Way> udp(Octets datagram) {
        return Ipv4Packet.decode(datagram).value().stream()
                .filter(ip -> ip.protocol().equals(IpProtocol.UDP) && !ip.isFragment())
                .flatMap(ip -> UdpDatagram.decode(ip.payload(), ip.source(), ip.finalDestination()).value().stream()
                        .map(udp -> new Way(
                                bits(new SocketAddress(ip.source(), udp.sourcePort())),
                                bits(new SocketAddress(ip.finalDestination(), udp.destinationPort())))));
    }
}
