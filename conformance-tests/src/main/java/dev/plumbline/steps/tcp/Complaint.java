package dev.plumbline.steps.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.oracle.Packet;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;

/** What ICMP may say of a datagram without meaning that all is lost (RFC 9293 section 3.9.2.2). */
enum Complaint {
    NO_WAY_TO_THE_NETWORK(original -> new DestinationUnreachable(DestinationUnreachable.NETWORK, 0, original)),
    NO_WAY_TO_THE_HOST(original -> new DestinationUnreachable(DestinationUnreachable.HOST, 0, original)),
    SOURCE_ROUTE_FAILED(
            original -> new DestinationUnreachable(DestinationUnreachable.SOURCE_ROUTE_FAILED, 0, original)),
    DIED_OF_AGE(original -> new IcmpMessage.TimeExceeded(IcmpMessage.TimeExceeded.IN_TRANSIT, original)),
    BAD_PARAMETER(original -> new IcmpMessage.ParameterProblem(0, 0, original));

    private static final int IP_HEADER_AND_MORE = 28;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Function<Octets, IcmpMessage> about;

    Complaint(Function<Octets, IcmpMessage> about) {
        this.about = about;
    }

    /** The peer's host sends any of them about the first data that has come. */
    static void send(Trial t) {
        Octets original = Scene.peer(t).arrivals().stream()
                .filter(p -> p.tcp().filter(s -> !s.payload().isEmpty()).isPresent())
                .map(Packet::datagram)
                .findFirst()
                .orElseThrow()
                .slice(0, IP_HEADER_AND_MORE);
        Complaint complaint = t.draw("the ICMP message", Arbitraries.of(Complaint.class));
        Scene.peer(t).send(IpProtocol.ICMP, complaint.about.apply(original).encode());
    }
}
