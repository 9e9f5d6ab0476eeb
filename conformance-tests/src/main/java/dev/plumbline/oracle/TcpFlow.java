package dev.plumbline.oracle;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.ArrivedNumbers.Range;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an onlooker at the host's link can know of one connection (RFC 9293 section 3.4 has the variables). */
final class TcpFlow {
    private static final int MAX_SHIFT = 14;
    /** The MSS of a peer that does not say (RFC 9293 section 3.7.1, MUST-15). */
    private static final int DEFAULT_MSS = 536;

    private Object connection = new Object();
    private @Nullable SeqNumber iss;
    private SeqNumber sndNxt = SeqNumber.ZERO;
    private @Nullable SeqNumber irs;
    private @Nullable TcpSegment offeredSyn;
    private final Arrivals arrivals = new Arrivals();
    private OfferedWindow offer = new OfferedWindow();
    private @Nullable SeqNumber acknowledged;
    private boolean ownStamps;
    private boolean peerStamps;
    private int ownShift = -1;
    private int peerShift = -1;
    private final Set<Class<? extends TcpOption>> offered = new HashSet<>();
    private int peerMss;
    private int windowOfSyn = 65_535;
    private boolean synAcknowledged;
    private boolean suspended;
    private boolean lastReceivedWasRst;
    /** SND.NXT of the connection before between these sockets, if there was one. */
    private @Nullable SeqNumber before;

    private int ipOptions;
    private Ecn ecn = Ecn.NOT_ECT;

    void carriedIn(Ipv4Packet packet) {
        ecn = packet.ecn();
        ipOptions = packet.headerLength() - Ipv4Packet.MIN_HEADER;
    }

    /** How many octets the options of its IP header take, padding included. */
    int ipOptions() {
        return ipOptions;
    }

    /** What it says of congestion (RFC 3168 section 5). */
    Ecn ecn() {
        return ecn;
    }

    /** The host received a segment. */
    void received(TcpSegment segment) {
        lastReceivedWasRst = segment.has(TcpFlag.RST);
        if (lastReceivedWasRst) {
            // Whether the reset counts depends on the host's own state: from here on nothing is sure.
            suspended = true;
            return;
        }
        if (segment.has(TcpFlag.SYN)) {
            offeredSyn = segment;
            heedOptions(segment);
            windowOfSyn = Math.min(windowOfSyn, segment.window());
            if (irs == null) {
                synchronise(segment);
            }
            peerStamps &= segment.option(Timestamps.class).isPresent();
        }
        advance(segment);
        heedWindow(segment);
    }

    /** The host received a segment that it may take, or drop, or end the connection for: from here on nothing is sure. */
    void receivedInDoubt() {
        suspended = true;
    }

    /** The host sent a segment; called after the laws have judged it. */
    void sent(TcpSegment segment) {
        if (segment.has(TcpFlag.RST)) {
            suspended = true;
            return;
        }
        lastReceivedWasRst = false;
        if (isOfTheOneBefore(segment)) {
            suspended = true;
        }
        if (suspended && isTheSameAgain(segment)) {
            suspended = false;
        } else if (segment.has(TcpFlag.SYN) && (suspended || !segment.seq().equals(iss))) {
            begin(segment, accepts(segment) ? offeredSyn : null);
        }
        sndNxt = SeqNumber.later(sndNxt, segment.end());
    }

    /** Whether it answers the SYN that has come last: perhaps a new connection begins with it. */
    boolean accepts(TcpSegment synAck) {
        return offeredSyn != null
                && synAck.has(TcpFlag.SYN)
                && synAck.has(TcpFlag.ACK)
                && synAck.ack().isAfter(offeredSyn.seq())
                && synAck.ack().isAtOrBefore(offeredSyn.end());
    }

    /** Its answer to the same SYN, sent again: the reset did not count, and what is acknowledged since stays so. */
    private boolean isTheSameAgain(TcpSegment synAck) {
        return synAck.has(TcpFlag.SYN)
                && synAck.has(TcpFlag.ACK)
                && synAck.seq().equals(iss)
                && irs != null
                && synAck.ack().isAfter(irs)
                && synAck.ack().isAtOrBefore(rcvNxt());
    }

    /** Whether the host speaks again for the connection whose TIME-WAIT this one came out of (RFC 9293 section 3.6.1, MAY-2). */
    boolean isOfTheOneBefore(TcpSegment segment) {
        return before != null
                && iss != null
                && !segment.has(TcpFlag.SYN)
                && (segment.seq().isBefore(iss)
                        || (segment.seq().equals(before) && !segment.seq().isWithin(iss.plus(1), sndNxt.minus(iss))));
    }

    private void begin(TcpSegment ownSyn, @Nullable TcpSegment accepted) {
        connection = new Object();
        // One that was never established has taken nobody's place.
        boolean stays = before != null && (suspended || !synAcknowledged);
        before = iss == null ? null : stays ? before : sndNxt;
        iss = ownSyn.seq();
        sndNxt = iss;
        irs = null;
        arrivals.clear();
        offer = new OfferedWindow();
        acknowledged = null;
        synAcknowledged = false;
        suspended = false;
        ownShift = shift(ownSyn);
        ownStamps = ownSyn.option(Timestamps.class).isPresent();
        if (accepted != null) {
            synchronise(accepted);
            advance(accepted);
            heedWindow(accepted);
        }
    }

    private void synchronise(TcpSegment peerSyn) {
        irs = peerSyn.seq();
        peerShift = shift(peerSyn);
        peerStamps = peerSyn.option(Timestamps.class).isPresent();
    }

    private static int shift(TcpSegment syn) {
        return syn.option(WindowScale.class)
                .map(scale -> Math.min(MAX_SHIFT, scale.shift()))
                .orElse(-1);
    }

    /** Of several SYNs, and several options in one, the most generous counts: nobody knows which one the host has heard. */
    private void heedOptions(TcpSegment syn) {
        syn.options().forEach(option -> offered.add(option.getClass()));
        int mss = syn.options().stream()
                .filter(TcpOption.MaximumSegmentSize.class::isInstance)
                .mapToInt(option -> ((TcpOption.MaximumSegmentSize) option).octets())
                .max()
                .orElse(DEFAULT_MSS);
        peerMss = Math.max(peerMss, mss);
    }

    private void advance(TcpSegment segment) {
        if (irs != null && segment.len() > 0) {
            arrivals.add(range(segment.seq(), segment.end()));
        }
    }

    private Range range(SeqNumber left, SeqNumber right) {
        SeqNumber base = irs == null ? SeqNumber.ZERO : irs;
        return new Range(left.minus(base), right.minus(base));
    }

    /** Whether the host has received all these numbers. */
    boolean hasArrived(SeqNumber left, SeqNumber right) {
        return arrivals.contain(range(left, right));
    }

    /** Whether it has received them once more since it has told of that; now it tells of it. */
    boolean tellsTwice(SeqNumber left, SeqNumber right) {
        return arrivals.tellTwice(range(left, right));
    }

    private void heedWindow(TcpSegment segment) {
        if (iss == null) {
            return;
        }
        SeqNumber acknowledged = segment.has(TcpFlag.ACK) ? segment.ack() : iss.plus(1);
        int shift = segment.has(TcpFlag.SYN) || ownShift < 0 || peerShift < 0 ? 0 : peerShift;
        offer.heed(segment.seq(), acknowledged, (long) segment.window() << shift);
        if (segment.has(TcpFlag.ACK) && acknowledged.isAfter(iss)) {
            synAcknowledged = true;
        }
        if (segment.has(TcpFlag.ACK) && acknowledged.isAtOrBefore(sndNxt)) {
            this.acknowledged =
                    this.acknowledged == null ? acknowledged : SeqNumber.later(this.acknowledged, acknowledged);
        }
    }

    /** Whether it is before SND.UNA - MAX.SND.WND (RFC 5961 section 5.2); no SYN's window is more than MAX.SND.WND. */
    boolean mayBeForged(SeqNumber ack) {
        return acknowledged != null && ack.isBefore(acknowledged.plus(-windowOfSyn));
    }

    /** Whether its octet may be the garbage of a keep-alive: the peer has that number already (RFC 9293 section 3.8.4, MAY-6). */
    boolean mayBeKeepAlive(TcpSegment segment) {
        return segment.len() == 1 && acknowledged != null && segment.end().isAtOrBefore(acknowledged);
    }

    /** An identity for the connection that the two sockets have now. */
    Object connection() {
        return connection;
    }

    /** How large segments may be for the peer, options and data together; only if {@link #isSynchronised}. */
    int peerMss() {
        return peerMss;
    }

    /** Whether the peer has ever sent a SYN with this option. */
    boolean peerOffers(Class<? extends TcpOption> option) {
        return offered.contains(option);
    }

    /** Whether both SYNs have timestamps, and every SYN of the peer that has come (RFC 7323 section 3.2). */
    boolean hasTimestamps() {
        return ownStamps && peerStamps;
    }

    /** Whether the host may take it, or drop it without a word (RFC 7323 section 3.2). */
    boolean lacksTimestamps(TcpSegment segment) {
        return hasTimestamps() && segment.option(Timestamps.class).isEmpty();
    }

    /** By how many bits the host's window in {@code segment} is to be shifted (RFC 7323 section 2.2). */
    int ownShift(TcpSegment segment) {
        return !segment.has(TcpFlag.SYN) && ownShift >= 0 && peerShift >= 0 ? ownShift : 0;
    }

    /** Whether the host's numbers of this connection have come to this one. */
    boolean hasUsed(SeqNumber number) {
        return iss != null && number.isAtOrAfter(iss) && number.isAtOrBefore(sndNxt);
    }

    /** Whether a reset has made it uncertain what the connection is. */
    boolean isSuspended() {
        return suspended;
    }

    /** Whether both sides have received the other's SYN, as far as the host can know. */
    boolean isEstablished() {
        return irs != null && synAcknowledged;
    }

    /** Whether the peer's SYN has arrived. */
    boolean isSynchronised() {
        return irs != null;
    }

    /** The next number that the host can expect; only if {@link #isSynchronised}. */
    SeqNumber rcvNxt() {
        return irs == null ? SeqNumber.ZERO : irs.plus(arrivals.next());
    }

    /** The end of the largest window that the peer has offered, if it has offered one. */
    @Nullable
    SeqNumber rightEdge() {
        return offer.edge();
    }

    /** The host's initial sequence number, if it has sent one. */
    @Nullable
    SeqNumber iss() {
        return iss;
    }

    /** Whether the last thing that the host received here was a reset, and its application has not called since. */
    boolean wasJustReset() {
        return lastReceivedWasRst;
    }

    void called() {
        lastReceivedWasRst = false;
    }
}
