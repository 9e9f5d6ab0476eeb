package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.IpFaults.datagramsInIf;
import static dev.plumbline.faults.IpFaults.datagramsOutIf;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.tcp.IcmpErrorArrives;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpError;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks that say the wrong thing to senders, or believe the wrong thing of the network (RFC 1122 section 3.2.2). */
final class IcmpFaults {
    private static final String ENDED = "that the connection failed";

    private IcmpFaults() {}

    static List<Fault> all() {
        return Stream.of(errors(), answers()).flatMap(List::stream).toList();
    }

    private static List<Fault> errors() {
        return List.of(
                fault(
                                "quench-is-an-error",
                                "A source quench is taken for news that nobody has the port.",
                                messagesIn(IcmpFaults::quenchAsError))
                        .killedBy("RFC9293/MUST-55")
                        .saying(ENDED),
                fault(
                                "error-for-anybody",
                                "An error is taken to be about the connection that has sent last, whatever it quotes.",
                                IcmpFaults::errorsForTheLast)
                        .killedBy("RFC9293/MUST-54")
                        .saying(ENDED),
                fault(
                                "quote-unmeasured",
                                "It reads the ports that an error quotes without looking whether they are there.",
                                datagramsIn(IcmpFaults::readingPorts))
                        .killedBy("RFC9293/MUST-54")
                        .saying("the stack threw java.lang.IndexOutOfBoundsException"),
                fault(
                                "hard-errors-ignored",
                                "A hard error is ignored, even by who is only just asking.",
                                errors(Ignores::new))
                        .killedBy("RFC9293/SHLD-26")
                        .saying("the endpoint's application is told that the connection has failed"),
                fault(
                                "any-number-believed",
                                "An error is believed whatever sequence number it quotes.",
                                errors(Believes::new))
                        .killedBy("RFC5927/NUMBER-CHECK")
                        .saying(ENDED),
                fault(
                                "path-of-nothing",
                                "A path for which headers alone are too large is given up.",
                                errors(GivesUpNarrowPaths::new))
                        .killedBy("RFC1191/LEAST")
                        .saying(ENDED));
    }

    private static List<Fault> answers() {
        return List.of(
                fault(
                                "pieces-of-pings",
                                "A ping in pieces is dropped.",
                                datagramsInIf(p -> !p.protocol().equals(IpProtocol.ICMP) || !p.isFragment()))
                        .killedBy("RFC1122/ECHO")
                        .saying("one echo reply to each of the pings", "replies to the pings with the numbers []"),
                fault(
                                "unknown-reported",
                                "An ICMP message of unknown type is reported to its sender.",
                                host -> new ReportsUnknown(host))
                        .killedBy("RFC1122/ICMP-UNKNOWN")
                        .saying("the endpoint answered", "no packet at all"),
                fault(
                                "protocol-untold",
                                "Of a protocol that it does not know it says nothing.",
                                withoutReport(DestinationUnreachable.PROTOCOL))
                        .killedBy("RFC1122/PROTOCOL-UNREACHABLE")
                        .saying("an ICMP message: protocol unreachable", "nothing"),
                fault(
                                "port-untold",
                                "Of a port that nobody has it says nothing.",
                                withoutReport(DestinationUnreachable.PORT))
                        .killedBy("RFC1122/PORT-UNREACHABLE")
                        .saying("an ICMP message: port unreachable", "nothing"));
    }

    private static List<Octets> readingPorts(Octets datagram) {
        Ipv4Packet.decode(datagram)
                .value()
                .flatMap(IcmpFaults::message)
                .filter(IcmpMessage::isError)
                .filter(error -> error.encode().length() < IcmpMessage.HEADER + Ipv4Packet.MIN_HEADER + 4)
                .ifPresent(error -> {
                    throw new IndexOutOfBoundsException("the ports");
                });
        return List.of(datagram);
    }

    /** Such reports do not leave. */
    static Function<Host, Stack> withoutReport(int code) {
        return datagramsOutIf(p -> message(p)
                .filter(m -> m instanceof DestinationUnreachable unreachable && unreachable.code() == code)
                .isEmpty());
    }

    static Optional<IcmpMessage> message(Ipv4Packet packet) {
        return packet.protocol().equals(IpProtocol.ICMP) && !packet.isFragment()
                ? IcmpMessage.decode(packet.payload()).value()
                : Optional.empty();
    }

    private static Function<Host, Stack> messagesIn(UnaryOperator<IcmpMessage> change) {
        return datagramsIn(d -> List.of(changed(d, change)));
    }

    private static Octets changed(Octets datagram, UnaryOperator<IcmpMessage> change) {
        return Ipv4Packet.decode(datagram)
                .value()
                .flatMap(packet -> message(packet)
                        .map(m -> packet.withFragment(0, false, change.apply(m).encode())
                                .encode()))
                .orElse(datagram);
    }

    private static IcmpMessage quenchAsError(IcmpMessage message) {
        IcmpMessage.Other parts = message.parts();
        return parts.type() == IcmpMessage.SOURCE_QUENCH
                ? new DestinationUnreachable(DestinationUnreachable.PORT, 0, parts.body())
                : message;
    }

    /** A quote has its ports behind a header without options. */
    private static Stack errorsForTheLast(Host host) {
        Octets[] ports = {Octets.of(0, 0, 0, 0)};
        Stack stack = ReferenceStack.on(new ForwardingHost(host) {
                    @Override
                    public void transmit(Link link, Octets datagram) {
                        ports[0] = datagram.slice(Ipv4Packet.MIN_HEADER, Ipv4Packet.MIN_HEADER + 4);
                        super.transmit(link, datagram);
                    }
                })
                .boot();
        return new ChangedStack(stack) {
            @Override
            public void receive(Link link, Octets datagram) {
                super.receive(link, changed(datagram, m -> aboutTheLast(m, ports[0])));
            }
        };
    }

    private static IcmpMessage aboutTheLast(IcmpMessage message, Octets ports) {
        if (!(message instanceof DestinationUnreachable error)) {
            return message;
        }
        Octets quote = error.original();
        Octets start = quote.slice(0, Ipv4Packet.MIN_HEADER);
        return new DestinationUnreachable(
                error.code(), 0, start.plus(ports).plus(quote.from(Ipv4Packet.MIN_HEADER + ports.length())));
    }

    static Function<Host, Stack> errors(Function<Sender, IcmpErrorArrives> rules) {
        return tcp(new TcpParts() {
            @Override
            public IcmpErrorArrives icmpErrorArrives(Sender sender) {
                return rules.apply(sender);
            }
        });
    }

    static final class Ignores extends IcmpErrorArrives {
        Ignores(Sender sender) {
            super(sender);
        }

        @Override
        public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {}
    }

    static final class Believes extends IcmpErrorArrives {
        Believes(Sender sender) {
            super(sender);
        }

        @Override
        public void errorArrives(Turn turn, IcmpMessage error, SeqNumber seq) {
            super.errorArrives(turn, error, turn.tcb.sndUna);
        }
    }

    private static final class GivesUpNarrowPaths extends IcmpErrorArrives {
        private static final int HEADERS = 40;

        GivesUpNarrowPaths(Sender sender) {
            super(sender);
        }

        @Override
        protected void tooLarge(Turn turn, int nextHopMtu) {
            if (nextHopMtu <= HEADERS) {
                turn.fail(TcpError.UNREACHABLE);
            } else {
                super.tooLarge(turn, nextHopMtu);
            }
        }
    }

    private static final class ReportsUnknown extends ChangedStack {
        private static final int FIRST_UNKNOWN = 44;

        private final Host host;

        ReportsUnknown(Host host) {
            super(ReferenceStack.on(host).boot());
            this.host = host;
        }

        @Override
        public void receive(Link link, Octets datagram) {
            super.receive(link, datagram);
            Ipv4Packet.decode(datagram)
                    .value()
                    .filter(packet -> message(packet)
                            .filter(m -> m.parts().type() >= FIRST_UNKNOWN)
                            .isPresent())
                    .ifPresent(packet -> host.transmit(link, report(packet).encode()));
        }

        private static Ipv4Packet report(Ipv4Packet about) {
            Octets quote = about.encode().slice(0, about.headerLength() + IcmpMessage.HEADER);
            return Ipv4Packet.of(
                    /* source= */ about.destination(),
                    /* destination= */ about.source(),
                    IpProtocol.ICMP,
                    new DestinationUnreachable(DestinationUnreachable.PROTOCOL, 0, quote).encode());
        }
    }
}
