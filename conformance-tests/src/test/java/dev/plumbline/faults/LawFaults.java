package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.datagramsOut;

import dev.plumbline.ip.Ipv4Field;
import java.util.List;

/** Stacks that break a law of the wire with every packet. */
final class LawFaults {
    private LawFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "ttl-0",
                                "The Time to Live is left at zero.",
                                datagramsOut(d -> List.of(Headers.withIp(d, Ipv4Field.TIME_TO_LIVE, 0))))
                        .killedBy("RFC1122/TTL")
                        .saying("Time to Live of 0"),
                fault(
                                "foreign-source",
                                "Datagrams leave with the address that they go to as their source, too.",
                                datagramsOut(d ->
                                        List.of(Headers.withIp(d, Ipv4Field.SOURCE, d.get(Ipv4Field.DESTINATION)))))
                        .killedBy("RFC1122/SOURCE")
                        .saying("its address is 198.18."));
    }
}
