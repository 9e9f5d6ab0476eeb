package dev.plumbline.steps.tcp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyPacket;
import dev.plumbline.wire.Octets;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Which segment an ICMP error says that it is about: who forges one has to guess (RFC 5927 section 4). */
public enum Quoted {
    /** The one that has arrived last, as it came. */
    LAST("its last segment", (t, last) -> last),
    /** Its number is not one of those that are under way (RFC 5927 section 4.1). */
    NEVER_SENT(
            "a segment that it never sent",
            (t, last) -> changed(
                    last,
                    segment -> segment.toBuilder()
                            .seq(segment.end().plus(t.draw("its number is so far off", far())))
                            .build())),
    /** There is less than its ports, and perhaps less than its IP header: whose it is nobody can say. */
    CUT_OFF("a packet cut off before its ports", (t, last) -> last) {
        @Override
        Octets octets(Trial t) {
            int ports = Ipv4Packet.MIN_HEADER + PORTS;
            return super.octets(t).slice(0, t.draw("so many octets are quoted", AnyPacket.number(ports)));
        }
    },
    /** Between the same hosts, from another port. */
    OF_ANOTHER_CONNECTION("a segment of another connection", (t, last) -> {
        PeerConnection connection = TcpScene.of(t).connection();
        Port other = t.draw(
                "the other connection's port",
                Any.clientPort().filter(port -> !port.equals(connection.remote().port())));
        return changed(
                last,
                segment -> TcpSegment.between(other, segment.destinationPort())
                        .seq(segment.seq())
                        .flags(segment.flags())
                        .build());
    });

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "its last segment|a segment that it never sent|a segment of another connection|a packet cut off before its ports";

    /** Of the packet as much as a router should quote (RFC 1812 section 4.3.2.3): all, up to a message of 576 octets. */
    private static final int MOST = 500;

    private static final int PORTS = 4;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final BiFunction<Trial, Ipv4Packet, Ipv4Packet> quoting;

    Quoted(String words, BiFunction<Trial, Ipv4Packet, Ipv4Packet> quoting) {
        this.words = words;
        this.quoting = quoting;
    }

    /** The octets of it that a report quotes. */
    Octets octets(Trial t) {
        Octets quote = quoting.apply(t, last(t)).encode();
        return quote.slice(0, Math.min(MOST, quote.length()));
    }

    /** The endpoint's last segment; where it has sent none, one that it could have sent. */
    private static Ipv4Packet last(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        Predicate<Packet> ofTheConnection = arrival -> arrival.tcp()
                .filter(segment ->
                        segment.sourcePort().equals(connection.remote().port()))
                .filter(segment ->
                        segment.destinationPort().equals(connection.local().port()))
                .isPresent();
        return TcpScene.of(t).peer().arrivals().stream()
                .filter(ofTheConnection)
                .reduce((earlier, later) -> later)
                .flatMap(Packet::ip)
                .orElseGet(() -> carrying(
                        connection,
                        TcpSegment.between(
                                        connection.remote().port(),
                                        connection.local().port())
                                .build()));
    }

    private static Arbitrary<Integer> far() {
        return Arbitraries.integers()
                .between(1, Integer.MAX_VALUE)
                .edgeCases(edges -> edges.filter(v -> false).add(1, 2, 65_536, Integer.MAX_VALUE));
    }

    private static Ipv4Packet carrying(PeerConnection connection, TcpSegment segment) {
        var from = connection.remote().address();
        var to = connection.local().address();
        return Ipv4Packet.of(from, to, IpProtocol.TCP, segment.encode(from, to));
    }

    private static Ipv4Packet changed(Ipv4Packet packet, UnaryOperator<TcpSegment> change) {
        TcpSegment segment = TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
        return packet.withFragment(0, false, change.apply(segment).encode(packet.source(), packet.destination()));
    }

    @Override
    public String toString() {
        return words;
    }
}
