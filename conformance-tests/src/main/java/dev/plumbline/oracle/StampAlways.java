package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.util.Optional;

/** Once both SYNs had timestamps, every segment but a reset has them (RFC 7323 section 3.2). */
final class StampAlways implements TcpRule {
    @Override
    public String requirement() {
        return "RFC7323/3.2-ALWAYS";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return flow.hasTimestamps() && flow.isEstablished() && !segment.has(TcpFlag.SYN);
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        return segment.option(Timestamps.class).isPresent()
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint sent a segment without timestamps, although both SYNs had them",
                        "timestamps in every segment from then on, resets apart");
    }
}
