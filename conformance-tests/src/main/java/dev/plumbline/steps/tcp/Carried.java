package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Timestamping;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Which options a segment carries that arrives on a connection (RFC 7323 sections 2.2, 3.2 and 5.3, RFC 2018 section 2). */
public enum Carried {
    /** Its timestamp lies before the last one, by less than half of all. */
    OLDER("an older timestamp") {
        @Override
        List<TcpOption> options(Trial t) {
            return stamp(t, -t.draw("so much older is its timestamp", DISTANCE));
        }
    },
    /** The clock has not ticked since the last segment. */
    SAME("the same timestamp as before") {
        @Override
        List<TcpOption> options(Trial t) {
            return stamp(t, 0);
        }
    },
    /** The clock has ticked, perhaps often. */
    NEWER("a newer timestamp") {
        @Override
        List<TcpOption> options(Trial t) {
            Timestamping stamps = stamps(t);
            // What the peer sends afterwards is newer still.
            stamps.advance(t.draw("so much newer is its timestamp", DISTANCE));
            return List.of(new Timestamps(stamps.clock(), stamps.echo()));
        }
    },
    /** Something on the way has taken the option out. */
    NO_STAMP("no timestamp") {
        @Override
        List<TcpOption> options(Trial t) {
            return List.of();
        }
    },
    /** Nobody has offered any. */
    ANY_STAMP("any timestamp") {
        @Override
        List<TcpOption> options(Trial t) {
            return List.of(new Timestamps(
                    t.draw("its timestamp", Any.sequenceNumber()).bits(),
                    t.draw("its echo", Any.sequenceNumber()).bits()));
        }
    },
    /** A SYN does so (RFC 2018 section 2). */
    PERMISSION("leave to acknowledge selectively") {
        @Override
        List<TcpOption> options(Trial t) {
            return List.of(new TcpOption.SackPermitted());
        }
    },
    /** It has no meaning behind the SYN. */
    ANY_SCALE("any window scale") {
        @Override
        List<TcpOption> options(Trial t) {
            return List.of(new WindowScale(
                    t.draw("its window scale", Arbitraries.integers().between(0, 255))));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "an older timestamp|the same timestamp as before|a newer timestamp"
            + "|no timestamp|any timestamp|any window scale|leave to acknowledge selectively";

    private static final Arbitrary<Integer> DISTANCE = Arbitraries.integers()
            .between(1, 1 << 30)
            .edgeCases(edges -> edges.filter(v -> false).add(1, 2, 1 << 30));

    private final String words;

    Carried(String words) {
        this.words = words;
    }

    /** The options of the segment. */
    abstract List<TcpOption> options(Trial t);

    private static List<TcpOption> stamp(Trial t, int off) {
        return List.of(new Timestamps(stamps(t).last() + off, stamps(t).echo()));
    }

    private static Timestamping stamps(Trial t) {
        PeerConnection connection = TcpScene.of(t).connection();
        return connection.extensions().find(Timestamping.class).orElseThrow();
    }

    @Override
    public String toString() {
        return words;
    }
}
