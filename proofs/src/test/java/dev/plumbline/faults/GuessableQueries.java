package dev.plumbline.faults;

import static dev.plumbline.faults.DnsFaults.queries;
import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.udp;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.dns.QueryMaker;
import dev.plumbline.reference.udp.UdpCodec;
import dev.plumbline.transport.Port;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Stacks whose queries tell how the next one can be answered by anybody. */
final class GuessableQueries {
    private static final Port DNS = Port.of(53);
    private static final Port OURS = Port.of(4053);
    private static final int ID = 7;

    private GuessableQueries() {}

    static List<Fault> all() {
        return List.of(
                fault("dns-constant-id", "Every query has the ID 7.", queries(ConstantId::new))
                        .killedBy("RFC5452/QUERY-ID", "DNS-1")
                        .saying("the IDs 7, 7, 7 and 7"),
                fault("dns-counted-id", "Each query has the next ID.", queries(CountedId::new))
                        .killedBy("RFC5452/QUERY-ID", "DNS-1")
                        .saying("each 1 more than the one before"),
                fault(
                                "dns-one-port",
                                "Every query leaves from one port.",
                                host -> udp(new OnePort(false)).apply(host))
                        .killedBy("RFC5452/QUERY-PORT", "DNS-1")
                        .saying("the ports 4053, 4053, 4053 and 4053"),
                fault(
                                "dns-known-by-question",
                                "Queries have one port and one ID; an answer is known by its question.",
                                host -> udp(new OnePort(true)).apply(host))
                        .killedBy("RFC1035/ID", "DNS-1")
                        .saying("with the same ID from there is not answered yet"));
    }

    private static final class ConstantId extends QueryMaker {
        @Override
        protected int id(RandomGenerator random) {
            return ID;
        }
    }

    private static final class CountedId extends QueryMaker {
        private int next;

        @Override
        protected int id(RandomGenerator random) {
            return next++ & 0xffff;
        }
    }

    /** Tells apart what comes back by the ID, or by the question alone. */
    private static final class OnePort extends UdpCodec {
        private final boolean oneId;
        private final Map<Object, UdpDatagram> asked = new HashMap<>();

        OnePort(boolean oneId) {
            this.oneId = oneId;
        }

        private Object mark(DnsMessage message) {
            return oneId ? message.questions() : message.header().id();
        }

        @Override
        public Octets encode(UdpDatagram datagram, Ipv4Address source, Ipv4Address destination) {
            Optional<DnsMessage> query = message(datagram, datagram.destinationPort());
            query.ifPresent(q -> asked.put(mark(q), datagram));
            return super.encode(
                    query.map(q -> oneId ? q.toBuilder().id(ID).build() : q)
                            .map(q -> new UdpDatagram(OURS, DNS, q.encode()))
                            .orElse(datagram),
                    source,
                    destination);
        }

        @Override
        public Decoded<UdpDatagram> decode(Octets octets, Ipv4Address source, Ipv4Address destination) {
            Decoded<UdpDatagram> decoded = super.decode(octets, source, destination);
            Optional<DnsMessage> reply = decoded.value().flatMap(d -> message(d, d.sourcePort()));
            return reply.filter(r -> asked.containsKey(mark(r)))
                    .map(r -> answering(asked.get(mark(r)), r))
                    .map(Decoded::valid)
                    .orElse(decoded);
        }

        private static UdpDatagram answering(UdpDatagram query, DnsMessage reply) {
            int id = message(query, DNS).orElseThrow().header().id();
            return new UdpDatagram(
                    DNS, query.sourcePort(), reply.toBuilder().id(id).build().encode());
        }

        private static Optional<DnsMessage> message(UdpDatagram datagram, Port port) {
            return port.equals(DNS) ? DnsMessage.decode(datagram.payload()).value() : Optional.empty();
        }
    }
}
