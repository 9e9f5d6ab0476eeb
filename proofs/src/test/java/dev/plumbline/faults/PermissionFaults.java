package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.IpFaults.datagramsInIf;
import static dev.plumbline.faults.Seams.arrivals;
import static dev.plumbline.faults.Seams.datagramsIn;
import static dev.plumbline.faults.Seams.sender;

import dev.plumbline.ip.Ipv4Option;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.reference.tcp.Sender;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.Turn;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Stacks that do not get on with a peer that does what it may (RFC 9293 sections 3.8.1, 3.8.4, 3.8.6.1 and 3.9.2; RFC 2119 section 5). */
final class PermissionFaults {
    private PermissionFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "ip-number-once",
                                "A packet with an identification that was there before is taken for a copy, and dropped.",
                                host -> datagramsIn(new NumberOnce()).apply(host))
                        .killedBy("RFC9293/MAY-4")
                        .saying("the endpoint did not send what it must"),
                fault(
                                "drops-stamped-packets",
                                "A packet that asks for timestamps is dropped.",
                                without(Ipv4Option.TIMESTAMP))
                        .killedBy("RFC9293/MAY-10")
                        .saying("the endpoint did not send what it must"),
                fault(
                                "drops-recorded-routes",
                                "A packet that records its route is dropped.",
                                without(Ipv4Option.RECORD_ROUTE))
                        .killedBy("RFC9293/MAY-11")
                        .saying("the endpoint did not send what it must"),
                fault(
                                "garbage-unanswered",
                                "An octet that was there before is dropped without a word.",
                                arrivals((tcb, seg) -> Optional.of(seg).filter(s -> !isGarbage(tcb, s))))
                        .killedBy("RFC9293/MAY-6")
                        .saying("the endpoint did not send what it must"),
                fault(
                                "closed-window-ends-it",
                                "A connection whose application has taken nothing for ten minutes is reset.",
                                sender(Impatient::new))
                        .killedBy("RFC9293/MAY-8")
                        .saying("it has RST"));
    }

    private static Function<Host, Stack> without(int option) {
        return datagramsInIf(packet -> packet.options().stream().noneMatch(o -> o.type() == option));
    }

    private static boolean isGarbage(Tcb tcb, TcpSegment seg) {
        return seg.payload().length() == 1 && seg.end().equals(tcb.rcvNxt);
    }

    private static final class NumberOnce implements Function<Octets, List<Octets>> {
        private final Set<Integer> seen = new HashSet<>();

        @Override
        public List<Octets> apply(Octets datagram) {
            boolean isNew = Ipv4Packet.decode(datagram)
                    .value()
                    .filter(packet -> !packet.isFragment())
                    .map(Ipv4Packet::identification)
                    .map(seen::add)
                    .orElse(true);
            return isNew ? List.of(datagram) : List.of();
        }
    }

    private static final class Impatient extends Sender {
        private static final Duration LONG = Duration.ofMinutes(10);

        private final IdentityHashMap<Tcb, Duration> closedSince = new IdentityHashMap<>();

        @Override
        public void sendWhatMayBeSent(Turn turn) {
            if (turn.tcb.rcvWnd > 0) {
                closedSince.remove(turn.tcb);
            } else if (turn.now
                            .minus(closedSince.computeIfAbsent(turn.tcb, tcb -> turn.now))
                            .compareTo(LONG)
                    > 0) {
                reset(turn);
                turn.delete();
                return;
            }
            super.sendWhatMayBeSent(turn);
        }
    }
}
