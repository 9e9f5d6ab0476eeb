package dev.plumbline.steps.udp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Trial;
import java.util.List;
import java.util.stream.Stream;

/** What has crossed a host's link in a trial. */
final class Wire {
    private Wire() {}

    static Stream<Packet> packets(Trial t, Transcript.Kind kind, String host) {
        return t.world().transcript().entries().stream()
                .filter(entry -> entry.kind() == kind && entry.host().equals(host))
                .map(entry -> Packet.of(entry.datagram()));
    }

    /** What happened to packets on the way, for a reader who wonders where they are. */
    static String losses(Trial t) {
        List<String> losses = t.world().transcript().entries().stream()
                .filter(entry -> entry.kind() == Transcript.Kind.LOST)
                .map(entry -> entry.host() + ": " + entry.text())
                .distinct()
                .toList();
        return losses.isEmpty() ? "" : "; lost on the way, at " + String.join(", at ", losses);
    }
}
