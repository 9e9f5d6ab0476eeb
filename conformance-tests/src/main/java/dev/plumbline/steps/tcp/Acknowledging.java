package dev.plumbline.steps.tcp;

import dev.plumbline.peer.PeerConnection;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What a segment acknowledges, as seen from what the endpoint has sent (RFC 9293 section 3.4). */
public enum Acknowledging {
    /** SND.NXT. */
    EVERYTHING("everything sent") {
        @Override
        SeqNumber number(Trial t) {
            return connection(t).rcvNxt();
        }
    },
    /** The endpoint's data, but not the FIN behind it. */
    ALL_BUT_FIN("everything but the FIN") {
        @Override
        SeqNumber number(Trial t) {
            return TcpScene.of(t).fin();
        }
    },
    /** ISS: less than the SYN. */
    NOT_EVEN_SYN("not even the SYN") {
        @Override
        SeqNumber number(Trial t) {
            return connection(t).irs().plus(-(long) t.draw("the acknowledgment is so far before its SYN", FEW) + 1);
        }
    },
    /** SND.UNA, where something is under way. */
    NOTHING_NEW("nothing new") {
        @Override
        SeqNumber number(Trial t) {
            return connection(t).rcvNxt().plus(-TcpScene.of(t).unacknowledged());
        }
    },
    /** Before SND.UNA, but not so long ago that it could not be under way any more. */
    BEFORE("what was acknowledged before") {
        @Override
        SeqNumber number(Trial t) {
            int oldest = Math.max(1, TcpScene.of(t).acknowledged());
            int back = 1 + t.draw("it is so much older", FEW) % oldest;
            return NOTHING_NEW.number(t).plus(-back);
        }
    },
    /** Before SND.UNA by more than a window that is not scaled, after a hundred and seventy thousand octets. */
    LONG_BEFORE("what was acknowledged more than 65535 octets ago") {
        @Override
        SeqNumber number(Trial t) {
            int back = t.draw("it is so much older", FEW) % 100_000;
            return EVERYTHING.number(t).plus(-65_536L - back);
        }
    },
    /** Before SND.UNA - MAX.SND.WND (RFC 5961 section 5.2). */
    TOO_OLD("what is older than any window") {
        @Override
        SeqNumber number(Trial t) {
            int older = t.draw("it is so much older than a window", FEW);
            return NOTHING_NEW.number(t).plus(-(long) AnyStream.LARGEST_WINDOW - older);
        }
    },
    /** Beyond SND.NXT. */
    NEVER_SENT("what was never sent") {
        @Override
        SeqNumber number(Trial t) {
            return connection(t).rcvNxt().plus(t.draw("it acknowledges so much too much", FEW));
        }
    },
    /** Where there is nothing that it could acknowledge. */
    ANY_NUMBER("any number") {
        @Override
        SeqNumber number(Trial t) {
            return t.draw("the acknowledgment number", Any.sequenceNumber());
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "everything sent|everything but the FIN|not even the SYN|nothing new"
            + "|what was acknowledged before|what was acknowledged more than 65535 octets ago|what is older than any window|what was never sent|any number";

    private static final Arbitrary<Integer> FEW = Arbitraries.integers()
            .between(1, 1_000_000)
            .edgeCases(edges -> edges.filter(v -> false).add(1, 2, 65_535, 65_536));

    private final String words;

    Acknowledging(String words) {
        this.words = words;
    }

    /** The acknowledgment number. */
    abstract SeqNumber number(Trial t);

    private static PeerConnection connection(Trial t) {
        return TcpScene.of(t).connection();
    }

    @Override
    public String toString() {
        return words;
    }
}
