package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** What is sent again is the same (RFC 9293 section 3.4). */
final class SameOctets implements TcpRule {
    private final Memory<SentOctets> octets = new Memory<>(SentOctets::new);

    @Override
    public String requirement() {
        return "RFC9293/SAME-OCTETS";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return flow.iss() != null && !segment.payload().isEmpty() && !flow.mayBeKeepAlive(segment);
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        SeqNumber iss = flow.iss();
        int from = iss == null ? -1 : segment.seq().minus(iss) - 1;
        return from < 0 || octets.of(flow).agree(from, segment.payload())
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint sent other octets under sequence numbers that it had used before",
                        "the octets that were sent under these numbers the first time");
    }
}
