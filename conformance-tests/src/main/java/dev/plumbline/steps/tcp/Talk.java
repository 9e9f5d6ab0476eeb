package dev.plumbline.steps.tcp;

import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyStream;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.GrowingOctets;
import dev.plumbline.wire.Octets;
import org.jspecify.annotations.Nullable;

/** What later steps must know of a trial's connection: what was sent, what the peer takes, what was lost on the way, and who has closed. */
final class Talk {
    private final GrowingOctets peerData = new GrowingOctets();
    private final GrowingOctets endpointData = new GrowingOctets();
    private boolean peerClosed;
    private @Nullable Piece gap;
    private int behindGap;
    private String damage = "";
    private int window = AnyStream.LARGEST_WINDOW;
    private int mss = AnyStream.SEGMENT;

    private Talk() {}

    /** The talk of this trial, which begins when somebody asks for it first. */
    static Talk of(Trial t) {
        return t.maybe(Talk.class).orElseGet(() -> t.put(new Talk()));
    }

    /** Another one begins. */
    static void anew(Trial t) {
        t.put(new Talk());
    }

    /** Everything that the peer has sent on the connection. */
    Octets peerData() {
        return peerData.octets();
    }

    /** The peer has sent some more. */
    void addPeerData(Octets data) {
        peerData.add(data);
    }

    /** Everything that the endpoint's application has sent on the connection. */
    Octets endpointData() {
        return endpointData.octets();
    }

    /** It has sent some more. */
    void addEndpointData(Octets data) {
        endpointData.add(data);
    }

    /** Whether the peer has sent its FIN. */
    boolean isPeerClosed() {
        return peerClosed;
    }

    void peerCloses() {
        peerClosed = true;
    }

    boolean hasGap() {
        return gap != null;
    }

    /** The octets of one side's stream that were lost on the way. */
    Piece gap() {
        if (gap == null) {
            throw new IllegalStateException("no earlier step of the scenario has lost anything");
        }
        return gap;
    }

    /** Some octets were lost, and so many segments came behind them. */
    void lost(Piece octets, int behind) {
        gap = octets;
        behindGap = behind;
    }

    int behindGap() {
        return behindGap;
    }

    /** Why the endpoint must drop what the peer has sent. */
    String damage() {
        return damage;
    }

    void damaged(String how) {
        damage = how;
    }

    /** The window that the peer has offered in its SYN. */
    int window() {
        return window;
    }

    void offered(int octets) {
        window = octets;
    }

    /** What the peer takes in one segment, options and data together. */
    int mss() {
        return mss;
    }

    void takesAtMost(int octets) {
        mss = octets;
    }
}
