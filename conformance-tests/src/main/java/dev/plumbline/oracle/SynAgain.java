package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A SYN that is sent again is that of the same connection, so it keeps its number (RFC 9293 section 3.10.8). It begins another one
 * when its application has called, a reset was seen, or, of a server, the peer has asked anew: it need not remember whom it
 * has answered (RFC 4987 section 3.6).
 */
final class SynAgain implements TcpRule {
    private final Map<TcpFlow, TcpSegment> last = new HashMap<>();

    @Override
    public String requirement() {
        return "RFC9293/SYN-AGAIN";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return segment.has(TcpFlag.SYN) && last.containsKey(flow);
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        TcpSegment before = last.getOrDefault(flow, segment);
        return segment.seq().equals(before.seq())
                ? Optional.empty()
                : Law.violated(
                        requirement(),
                        "the endpoint sent its SYN again with the number " + segment.seq()
                                + ", after it had sent it with the number " + before.seq(),
                        "the same SYN, until it is acknowledged or given up");
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.RST)) {
            last.remove(flow);
        } else if (segment.has(TcpFlag.SYN)) {
            last.put(flow, segment);
        }
    }

    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        last.computeIfPresent(flow, (f, syn) -> {
            boolean asksAnew = segment.has(TcpFlag.SYN) && syn.has(TcpFlag.ACK);
            boolean over = segment.has(TcpFlag.RST)
                    || (segment.has(TcpFlag.ACK) && segment.ack().isAfter(syn.seq()));
            return asksAnew || over ? null : syn;
        });
    }

    @Override
    public void called() {
        last.clear();
    }

    @Override
    public void icmpReceived() {
        last.clear();
    }
}
