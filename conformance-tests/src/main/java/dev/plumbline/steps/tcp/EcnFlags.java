package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** ECE and CWR in a SYN: whether its sender wants ECN (RFC 3168 section 6.1.1). */
final class EcnFlags {
    private static final TcpFlags NONE = TcpFlags.of();
    private static final TcpFlags ECE = TcpFlags.of(TcpFlag.ECE);
    private static final TcpFlags CWR = TcpFlags.of(TcpFlag.CWR);
    private static final TcpFlags BOTH = TcpFlags.of(TcpFlag.ECE, TcpFlag.CWR);

    private EcnFlags() {}

    /** Whether a SYN asks for ECN, or, with ACK, agrees to it. */
    static boolean isSetup(TcpSegment syn) {
        return syn.has(TcpFlag.ECE) && syn.has(TcpFlag.CWR) != syn.has(TcpFlag.ACK);
    }

    /** The peer's SYN, which asks for ECN, or agrees to it if the endpoint has asked. */
    static TcpSegment setup(PeerConnection connection) {
        boolean asked = connection.arrivals().stream().anyMatch(EcnFlags::isSetup);
        TcpFlags own = connection.hasSyn() ? (asked ? ECE : NONE) : BOTH;
        return with(connection.syn(), own);
    }

    /** The peer's SYN with any flags that neither ask nor agree. */
    static TcpSegment noSetup(Trial t, PeerConnection connection) {
        TcpFlags right = connection.hasSyn() ? ECE : BOTH;
        return with(connection.syn(), draw(t, any().filter(flags -> !flags.equals(right))));
    }

    /** All four ways to set them. */
    static TcpFlags drawAny(Trial t) {
        return draw(t, any());
    }

    /** One of the two, which says nothing. */
    static TcpFlags drawOne(Trial t) {
        return draw(t, Arbitraries.of(ECE, CWR));
    }

    private static Arbitrary<TcpFlags> any() {
        return Arbitraries.of(NONE, ECE, CWR, BOTH);
    }

    private static TcpFlags draw(Trial t, Arbitrary<TcpFlags> flags) {
        return t.draw("the ECN flags of the peer's SYN", flags);
    }

    private static TcpSegment with(TcpSegment syn, TcpFlags more) {
        return syn.toBuilder().flags(with(syn.flags(), more)).build();
    }

    /** These flags, and those. */
    static TcpFlags with(TcpFlags some, TcpFlags more) {
        TcpFlags all = some;
        for (TcpFlag flag : Arrays.stream(TcpFlag.values()).filter(more::has).toList()) {
            all = all.with(flag);
        }
        return all;
    }

    /** The endpoint has asked for ECN, or agreed to it. */
    static Expectation agreed(Trial t) {
        return Becomes.becomesTrue(
                "the two ends agree on ECN",
                () -> Scene.connection(t).arrivals().stream().anyMatch(s -> s.has(TcpFlag.SYN) && isSetup(s)),
                () -> "the endpoint's SYN says nothing of it");
    }
}
