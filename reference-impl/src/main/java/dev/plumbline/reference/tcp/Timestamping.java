package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The timestamps of a connection (RFC 7323 sections 3 to 5): both SYNs must have the option, or no other segment has it. The clock
 * ticks once a millisecond.
 */
public class Timestamping {
    /** For how long TS.Recent counts (RFC 7323 section 5.5). */
    private static final Duration VALID = Duration.ofDays(24);

    private final int offset;
    private boolean active;
    private int recent;
    private Duration recentAt = Duration.ZERO;
    private SeqNumber lastAckSent = SeqNumber.ZERO;

    /** Timestamps whose clock shows {@code offset} at time zero. */
    public Timestamping(int offset) {
        this.offset = offset;
    }

    /** Whether this end offers timestamps. */
    protected boolean offers() {
        return true;
    }

    /** Whether both ends do: Snd.TS.OK. */
    public boolean isActive() {
        return active;
    }

    /** TS.Recent: what is echoed. */
    protected int recent() {
        return recent;
    }

    /** The peer's SYN has come (RFC 7323 section 3.2). */
    @Keeps("RFC7323/3.2-IGNORED")
    protected void heard(TcpSegment syn, Duration now) {
        Optional<Timestamps> stamps = syn.option(Timestamps.class);
        active = offers() && stamps.isPresent();
        remember(stamps.map(Timestamps::value).orElse(0), now);
    }

    /** TS.Recent is this one from now on. */
    protected void remember(int value, Duration now) {
        recent = value;
        recentAt = now;
    }

    /** The segment with its timestamps, if it has some: every one does, once both ends have offered (RFC 7323 section 3.2). */
    @Keeps({"RFC7323/3.2-OFFER", "RFC7323/3.2-ALWAYS", "RFC7323/ONLY-IF-ASKED"})
    protected TcpSegment stamped(TcpSegment seg, Duration now) {
        boolean asking = seg.has(TcpFlag.SYN) && !seg.has(TcpFlag.ACK);
        if (!(asking ? offers() : active)) {
            return seg;
        }
        List<TcpOption> options = new ArrayList<>(seg.options());
        options.add(new Timestamps(clock(now), seg.has(TcpFlag.ACK) ? recent : 0));
        return seg.toBuilder().options(options).build();
    }

    /** The timestamp clock (RFC 7323 section 5.4). */
    @Keeps({"RFC7323/4.1-CLOCK", "RFC7323/5.4-CLOCK"})
    protected int clock(Duration now) {
        return offset + (int) now.toMillis();
    }

    /** A segment with ACK leaves (RFC 7323 section 4.3, rule (1)). */
    @Keeps("RFC7323/4.3-DELAYED")
    void acknowledged(SeqNumber ack) {
        lastAckSent = ack;
    }

    /** How many octets of a header they take; padding apart. */
    int octets() {
        return active ? 10 : 0;
    }

    /**
     * Whether a segment of a connection with timestamps has none: then it is dropped without a word (RFC 7323 section 3.2), for nobody
     * can tell how old it is. A reset may be without.
     */
    @Keeps("RFC7323/3.2-MISSING")
    protected boolean isMissing(TcpSegment seg) {
        return active && !seg.has(TcpFlag.RST) && seg.option(Timestamps.class).isEmpty();
    }

    /** R1: whether it is older than another that has come (RFC 7323 section 5.3). */
    @Keeps({"RFC7323/5.3-R1", "RFC7323/5.3-EQUAL", "RFC7323/5.3-RST"})
    protected boolean isOld(TcpSegment seg, Duration now) {
        return active && !seg.has(TcpFlag.RST) && isOlder(seg) && isValid(now);
    }

    private boolean isOlder(TcpSegment seg) {
        return seg.option(Timestamps.class)
                .filter(stamps -> stamps.value() - recent < 0)
                .isPresent();
    }

    /** A clock that nobody has heard of for so long may have wrapped (RFC 7323 section 5.5). */
    @Keeps("RFC7323/5.5-OUTDATED")
    protected boolean isValid(Duration now) {
        return now.minus(recentAt).compareTo(VALID) <= 0;
    }

    /** R3: an acceptable segment that is not beyond a gap has the timestamp to echo (RFC 7323 sections 4.3 and 5.3). */
    @Keeps({"RFC7323/4.3-ECHO", "RFC7323/3.2-ECHO"})
    protected void take(TcpSegment seg, Duration now) {
        boolean fresh = !isOlder(seg) || !isValid(now);
        if (active && fresh && seg.seq().isAtOrBefore(lastAckSent)) {
            seg.option(Timestamps.class).ifPresent(stamps -> remember(stamps.value(), now));
        }
    }

    /** How long ago the segment was sent that {@code seg} answers (RFC 7323 section 4.1). */
    protected Optional<Duration> roundTrip(TcpSegment seg, Duration now) {
        return active && seg.has(TcpFlag.ACK)
                ? seg.option(Timestamps.class)
                        .map(stamps -> clock(now) - stamps.echo())
                        .filter(ticks -> ticks >= 0)
                        .map(Duration::ofMillis)
                : Optional.empty();
    }
}
