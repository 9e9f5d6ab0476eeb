package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is under way from SND.UNA to SND.NXT, and what the peer has of it beyond the acknowledgment (RFC 6675 sections 3 and 4, RFC
 * 8985 section 5.2). The octets themselves stay in the retransmission queue until they are acknowledged: the peer may renege (RFC
 * 2018 section 8).
 */
public class Scoreboard {
    /** In order, without a gap, none of them empty. */
    private final List<SentSegment> segments = new ArrayList<>();

    /** The numbers from {@code from} to {@code to} have left, for the first time or again. */
    void transmitted(SeqNumber from, SeqNumber to, Duration now) {
        SeqNumber end = segments.isEmpty() ? from : segments.get(segments.size() - 1).end;
        cutAt(from);
        cutAt(to);
        for (SentSegment segment : segments) {
            if (segment.seq.isAtOrAfter(from) && segment.end.isAtOrBefore(to)) {
                segment.sentAgain(now);
            }
        }
        if (to.isAfter(end)) {
            segments.add(new SentSegment(end, to, now));
        }
    }

    /** A retransmission may be smaller than what was sent before, and begin elsewhere. */
    protected void cutAt(SeqNumber place) {
        for (int i = 0; i < segments.size(); i++) {
            SentSegment segment = segments.get(i);
            if (place.isAfter(segment.seq) && place.isBefore(segment.end)) {
                segments.add(i, segment.before(place));
                segment.seq = place;
                return;
            }
        }
    }

    /** SND.UNA has moved. Returns what is delivered by now of which that was not known. */
    List<SentSegment> acknowledged(SeqNumber una) {
        cutAt(una);
        List<SentSegment> news = new ArrayList<>();
        while (!segments.isEmpty() && segments.get(0).end.isAtOrBefore(una)) {
            SentSegment first = segments.remove(0);
            if (!first.sacked) {
                news.add(first);
            }
        }
        return news;
    }

    /** The peer has these blocks (RFC 6675 section 4, Update). Returns what of that was not known; what was never sent, is none. */
    @Keeps({"RFC2018/5-NONSENSE", "RFC2018/5-SKIP"})
    List<SentSegment> sacked(List<Block> blocks) {
        List<SentSegment> news = new ArrayList<>();
        for (SentSegment segment : segments) {
            if (!segment.sacked && blocks.stream().anyMatch(block -> covers(block, segment))) {
                segment.sacked = true;
                segment.lost = false;
                news.add(segment);
            }
        }
        return news;
    }

    private static boolean covers(Block block, SentSegment segment) {
        return block.left().isAtOrBefore(segment.seq) && block.right().isAtOrAfter(segment.end);
    }

    /** What is neither acknowledged nor known to be there, in order. */
    List<SentSegment> missing() {
        return segments.stream().filter(segment -> !segment.sacked).toList();
    }

    /** How many segments the peer has beyond a gap. */
    int sacked() {
        return segments.size() - missing().size();
    }

    /** How much is thought to be in the network (RFC 6675 section 4, SetPipe). */
    public int pipe() {
        int pipe = 0;
        for (SentSegment segment : segments) {
            pipe += segment.sacked || segment.lost ? 0 : segment.length();
        }
        return pipe;
    }

    /** What is to be sent again first (RFC 6675 section 4, NextSeg, rule 1). */
    @Keeps("RFC6675/5-HOLES")
    @Nullable
    SentSegment firstLost() {
        return segments.stream().filter(segment -> segment.lost).findFirst().orElse(null);
    }

    /** What has the highest numbers of all that is missing. */
    @Nullable
    SentSegment lastMissing() {
        List<SentSegment> missing = missing();
        return missing.isEmpty() ? null : missing.get(missing.size() - 1);
    }

    /** How many segments are under way. */
    int size() {
        return segments.size();
    }

    /** Nothing that is under way will arrive. */
    void allLost() {
        missing().forEach(segment -> segment.lost = true);
    }

    /** A timeout may mean that the peer has thrown away what it said it had (RFC 2018 section 8). */
    @Keeps("RFC2018/5.1-TIMEOUT")
    protected void forgetSacks() {
        segments.forEach(segment -> segment.sacked = false);
    }
}
