package dev.plumbline.peer;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All {@link Extension}s that a peer's end of a connection offers: none, if nobody has said otherwise. */
public final class Extensions {
    private static final int MOST_UNSCALED = 65535;
    private static final int MSS = 1460;

    private final List<Extension> all = new ArrayList<>();

    /** One more. */
    void add(Extension extension) {
        all.add(extension);
    }

    /** The one of a kind, if it is offered. */
    public <E extends Extension> Optional<E> find(Class<E> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether the endpoint's SYN offers all of them, too. */
    public boolean areActive() {
        return !all.isEmpty() && all.stream().allMatch(Extension::isActive);
    }

    /** A SYN, with the MSS and all that is offered; its window is never scaled (RFC 7323 section 2.2). */
    TcpSegment syn(TcpSegment.Builder segment, int window, boolean answering) {
        List<TcpOption> options = new ArrayList<>(List.of(new TcpOption.MaximumSegmentSize(MSS)));
        all.forEach(extension -> options.addAll(extension.onSyn(answering)));
        return segment.flag(TcpFlag.SYN)
                .window(Math.min(MOST_UNSCALED, window))
                .options(options)
                .build();
    }

    /** How much data goes into a segment to a host that takes {@code theirs} octets beside a bare header. */
    int mss(int theirs) {
        return Math.min(MSS, theirs) - octets();
    }

    List<TcpOption> onSegment() {
        return all.stream().flatMap(extension -> extension.onSegment().stream()).toList();
    }

    /** How much of a header they take now, with padding. */
    private int octets() {
        TcpSegment.Builder any = TcpSegment.between(Port.ANY, Port.ANY);
        return any.options(onSegment()).build().headerLength() - TcpSegment.MIN_HEADER;
    }

    void heard(TcpSegment segment) {
        all.forEach(extension -> extension.heard(segment));
    }

    void sent(TcpSegment segment) {
        all.forEach(extension -> extension.sent(segment));
    }

    /** The window field that offers so many octets, or as many of them as it can say. */
    int field(int octets) {
        int shift = all.stream().mapToInt(Extension::ownShift).sum();
        return Math.min(MOST_UNSCALED, octets >> shift);
    }

    /** How many octets the endpoint offers in a segment. */
    int windowOf(TcpSegment segment) {
        int shift = all.stream().mapToInt(Extension::endpointsShift).sum();
        return segment.has(TcpFlag.SYN) ? segment.window() : segment.window() << shift;
    }
}
