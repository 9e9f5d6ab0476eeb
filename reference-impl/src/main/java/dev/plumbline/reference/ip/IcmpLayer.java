package dev.plumbline.reference.ip;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.EchoReply;
import dev.plumbline.icmp.IcmpMessage.EchoRequest;
import dev.plumbline.icmp.IcmpMessage.ParameterProblem;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.ip.SourceRoute;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.wire.Octets;
import java.util.Map;
import java.util.Optional;

/** Answers echo requests and hands errors up (RFC 1122 section 3.2.2). Everything else is discarded in silence. */
final class IcmpLayer implements UpperLayer {
    private final LocalAddresses addresses;
    private final IpOutput output;
    private final Map<IpProtocol, UpperLayer> uppers;

    IcmpLayer(LocalAddresses addresses, IpOutput output, Map<IpProtocol, UpperLayer> uppers) {
        this.addresses = addresses;
        this.output = output;
        this.uppers = uppers;
    }

    @Keeps("RFC1122/ICMP-UNKNOWN")
    @Override
    public void receive(Datagram datagram) {
        IcmpMessage.decode(datagram.packet().payload()).value().ifPresent(message -> handle(datagram, message));
    }

    private void handle(Datagram datagram, IcmpMessage message) {
        if (message instanceof EchoRequest request) {
            echo(datagram, request);
        } else {
            quoteOf(message).flatMap(QuotedDatagram::parse).ifPresent(quoted -> handUp(message, quoted));
        }
    }

    /** A broadcast ping may be left without an answer (RFC 1122 section 3.2.2.6), and is: answers would come in storms. */
    @Keeps("RFC1122/ECHO")
    private void echo(Datagram datagram, EchoRequest request) {
        if (datagram.toOneHost()) {
            Ipv4Packet packet = datagram.packet();
            EchoReply reply = new EchoReply(request.identifier(), request.sequenceNumber(), request.data());
            // The answer's source is the address that was pinged.
            output.send(
                    /* source= */ packet.destination(),
                    /* destination= */ packet.source(),
                    IpProtocol.ICMP,
                    IpMarks.USUAL.withRoute(wayBack(packet)),
                    reply.encode());
        }
    }

    @Keeps("RFC1122/ECHO-ROUTE")
    private static Optional<SourceRoute> wayBack(Ipv4Packet packet) {
        return SourceRoute.recordedIn(packet.options()).flatMap(route -> route.backTo(packet.source()));
    }

    /** Source quench is no error any more (RFC 9293 section 3.9.2.2). */
    @Keeps("RFC9293/MUST-55")
    private static Optional<Octets> quoteOf(IcmpMessage message) {
        if (message instanceof DestinationUnreachable unreachable) {
            return Optional.of(unreachable.original());
        } else if (message instanceof TimeExceeded exceeded) {
            return Optional.of(exceeded.original());
        } else if (message instanceof ParameterProblem problem) {
            return Optional.of(problem.original());
        }
        return Optional.empty();
    }

    private void handUp(IcmpMessage error, QuotedDatagram quoted) {
        UpperLayer upper = uppers.get(quoted.protocol());
        if (upper != null && addresses.isOwn(quoted.source())) {
            upper.icmpError(error, quoted.source(), quoted.destination(), quoted.start());
        }
    }
}
