package dev.plumbline.oracle;

import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A FIN has the number behind the last octet, keeps it when it is sent again, and nothing comes after it (RFC 9293 section 3.6). */
final class FinLast implements TcpRule {
    private static final class Stream {
        private @Nullable SeqNumber end;
        private @Nullable SeqNumber fin;
    }

    private final Memory<Stream> memory = new Memory<>(Stream::new);

    @Override
    public String requirement() {
        return "RFC9293/FIN-LAST";
    }

    @Override
    public boolean concerns(TcpFlow flow, TcpSegment segment) {
        return !segment.has(TcpFlag.SYN) && (segment.has(TcpFlag.FIN) || memory.of(flow).fin != null);
    }

    @Override
    public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
        Stream stream = memory.of(flow);
        SeqNumber end = dataEnd(segment);
        SeqNumber fin = stream.fin;
        if (fin != null && !segment.payload().isEmpty() && end.isAfter(fin)) {
            return wrong(Words.octets(end.minus(fin)) + " of data beyond its FIN, which has the number " + fin);
        } else if (segment.has(TcpFlag.FIN) && fin != null && !end.equals(fin)) {
            return wrong("its FIN with the number " + end + ", after it had sent it with the number " + fin);
        } else if (segment.has(TcpFlag.FIN) && stream.end != null && end.isBefore(stream.end)) {
            return wrong("a FIN with the number " + end + ", although it has sent octets up to " + stream.end);
        }
        return Optional.empty();
    }

    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.SYN) || segment.has(TcpFlag.RST)) {
            return;
        }
        Stream stream = memory.of(flow);
        SeqNumber end = dataEnd(segment);
        if (!segment.payload().isEmpty()) {
            stream.end = stream.end == null ? end : SeqNumber.later(stream.end, end);
        }
        stream.fin = segment.has(TcpFlag.FIN) && stream.fin == null ? end : stream.fin;
    }

    private static SeqNumber dataEnd(TcpSegment segment) {
        return segment.seq().plus(segment.payload().length());
    }

    private Optional<Violation> wrong(String what) {
        return Law.violated(
                requirement(),
                "the endpoint sent " + what,
                "one number for the FIN, behind the last octet, and nothing beyond it");
    }
}
