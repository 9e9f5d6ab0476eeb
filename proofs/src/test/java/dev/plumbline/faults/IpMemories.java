package dev.plumbline.faults;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.spi.ForwardingHost;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults of IP that remember something: a new one for each host. */
final class IpMemories {
    private IpMemories() {}

    /** Sees everything that comes and goes; to be overridden where something else is to happen. */
    private abstract static class InAndOut {
        private @Nullable Host host;

        Stack boot(Host machine) {
            host = machine;
            Host seen = new ForwardingHost(machine) {
                @Override
                public void transmit(Link link, Octets datagram) {
                    out(datagram);
                }
            };
            return new ChangedStack(ReferenceStack.on(seen).boot()) {
                @Override
                public void receive(Link link, Octets datagram) {
                    if (in(datagram)) {
                        super.receive(link, datagram);
                    }
                }
            };
        }

        /** Whether the stack gets to see it. */
        boolean in(Octets datagram) {
            return true;
        }

        void out(Octets datagram) {
            send(datagram);
        }

        final Host host() {
            if (host == null) {
                throw new IllegalStateException("not booted");
            }
            return host;
        }

        final void send(Octets datagram) {
            host().transmit(host().link(), datagram);
        }

        static Optional<Ipv4Packet> udp(Octets datagram) {
            return Ipv4Packet.decode(datagram)
                    .value()
                    .filter(packet -> packet.protocol().equals(IpProtocol.UDP));
        }
    }

    static final class DeafAfterSending extends InAndOut {
        private boolean sent;

        @Override
        boolean in(Octets datagram) {
            return !sent || udp(datagram).isEmpty();
        }

        @Override
        void out(Octets datagram) {
            sent = true;
            send(datagram);
        }
    }

    static final class CopiesTimeToLive extends InAndOut {
        private int left = Ipv4Packet.DEFAULT_TIME_TO_LIVE;

        @Override
        boolean in(Octets datagram) {
            Ipv4Packet.decode(datagram).value().ifPresent(packet -> left = Math.max(1, packet.timeToLive()));
            return true;
        }

        @Override
        void out(Octets datagram) {
            send(Ipv4Packet.decode(datagram).orElseThrow().withTimeToLive(left).encode());
        }
    }

    static final class Forwards extends InAndOut {
        @Override
        boolean in(Octets datagram) {
            Ipv4Packet.decode(datagram)
                    .value()
                    .filter(packet -> !packet.destination().equals(host().address()) && packet.timeToLive() > 1)
                    .ifPresent(packet ->
                            send(packet.withTimeToLive(packet.timeToLive() - 1).encode()));
            return true;
        }
    }

    static final class WaitsForAnswer extends InAndOut {
        private final Deque<Octets> waiting = new ArrayDeque<>();
        private boolean asked;

        @Override
        boolean in(Octets datagram) {
            asked = false;
            if (!waiting.isEmpty()) {
                out(waiting.removeFirst());
            }
            return true;
        }

        @Override
        void out(Octets datagram) {
            if (asked && udp(datagram).isPresent()) {
                waiting.addLast(datagram);
            } else {
                asked = udp(datagram).isPresent();
                send(datagram);
            }
        }
    }

    static final class ErrorCloses extends InAndOut {
        private boolean closed;

        @Override
        boolean in(Octets datagram) {
            closed |= Packet.of(datagram)
                    .icmp()
                    .filter(IcmpMessage.DestinationUnreachable.class::isInstance)
                    .isPresent();
            return !closed;
        }

        @Override
        void out(Octets datagram) {
            if (!closed) {
                send(datagram);
            }
        }
    }

    static final class SendsAgain extends InAndOut {
        private boolean answered;

        @Override
        boolean in(Octets datagram) {
            answered = true;
            return true;
        }

        @Override
        void out(Octets datagram) {
            send(datagram);
            answered = false;
            if (udp(datagram).isPresent()) {
                host().after(Duration.ofSeconds(1), () -> again(datagram));
            }
        }

        private void again(Octets datagram) {
            if (!answered) {
                send(datagram);
            }
        }
    }

    static final class FirstDestination implements UnaryOperator<Ipv4Packet> {
        private @Nullable Ipv4Address first;

        @Override
        public Ipv4Packet apply(Ipv4Packet packet) {
            first = first == null ? packet.destination() : first;
            return IpFaults.between(packet.source(), first, packet);
        }
    }

    static final class DropsOldNumbers implements Function<Octets, List<Octets>> {
        private final Map<Ipv4Address, Integer> newest = new HashMap<>();

        @Override
        public List<Octets> apply(Octets datagram) {
            Ipv4Packet packet = Ipv4Packet.decode(datagram).value().orElse(null);
            if (packet == null) {
                return List.of(datagram);
            }
            int known = newest.merge(packet.source(), packet.identification(), Math::max);
            return packet.identification() < known ? List.of() : List.of(datagram);
        }
    }

    static final class PingsInOrder implements Function<Octets, List<Octets>> {
        private int newest = -1;

        @Override
        public List<Octets> apply(Octets datagram) {
            IcmpMessage message = Packet.of(datagram).icmp().orElse(null);
            if (!(message instanceof IcmpMessage.EchoRequest request)) {
                return List.of(datagram);
            }
            boolean late = request.sequenceNumber() < newest;
            newest = Math.max(newest, request.sequenceNumber());
            return late ? List.of() : List.of(datagram);
        }
    }
}
