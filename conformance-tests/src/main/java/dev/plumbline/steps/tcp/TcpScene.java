package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.Peer;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection of a trial: who takes part, and what has happened so far that later steps must know. */
public final class TcpScene {
    private final Trial trial;
    private boolean passive;
    private @Nullable SeqNumber fin;
    private @Nullable SeqNumber peerFin;
    private @Nullable TcpSegment arrived;
    private String arrivedWords = "";
    private @Nullable SeqNumber edge;
    private @Nullable SeqNumber acknowledged;
    private boolean reset;
    private boolean anew;
    private @Nullable CallRefused refusal;
    private int toRepeat;
    private @Nullable PeerConnection second;
    private Hearsay before = Hearsay.NOTHING;

    private TcpScene(Trial trial) {
        this.trial = trial;
    }

    /** The scene of {@code trial}, set up by the first who asks for it. */
    public static TcpScene of(Trial trial) {
        return trial.maybe(TcpScene.class).orElseGet(() -> trial.put(new TcpScene(trial)));
    }

    /** The scene of the next connection, opened by whoever has opened the last one. */
    static void anew(Trial trial) {
        TcpScene next = new TcpScene(trial);
        next.passive = of(trial).passive;
        trial.put(next);
    }

    /** The trial's world. */
    public Lab lab() {
        return (Lab) trial.world();
    }

    /** The host of the stack under test. */
    public StackHost endpoint() {
        return lab().endpoint();
    }

    /** The other host. */
    public Peer peer() {
        return lab().peer();
    }

    /** The peer's end of the connection. */
    public PeerConnection connection() {
        return trial.the(PeerConnection.class);
    }

    /** The endpoint's application: the client, or the server's side of the connection. */
    public TcpApplication application() {
        return anyApplication()
                .orElseThrow(() -> new IllegalStateException("the server has not accepted the connection"));
    }

    /** The same, if there is one yet. */
    public Optional<TcpApplication> anyApplication() {
        Optional<TcpApplication> client = trial.maybe(TcpApplication.class);
        return client.isPresent()
                ? client
                : trial.maybe(ServerApplication.class)
                        .flatMap(server -> server.connectionWith(connection().local()));
    }

    /** How many connections the endpoint's server has accepted. */
    int connections() {
        return trial.maybe(ServerApplication.class)
                .map(server -> server.connections().size())
                .orElse(0);
    }

    /** Whether the endpoint's application was told of urgent data since the peer has last spoken of it. */
    boolean hasUrgentNews() {
        return Urgency.of(trial).hasNews(trial);
    }

    /** Whether the peer has opened the connection. */
    boolean isPassive() {
        return passive;
    }

    void openedBy(boolean byPeer) {
        passive = byPeer;
    }

    /** The number of the endpoint's FIN; where it has sent none, the one that it would have. */
    SeqNumber fin() {
        return fin == null ? connection().rcvNxt() : fin;
    }

    /** The endpoint's FIN has arrived. */
    void finArrived(TcpSegment segment) {
        fin = segment.end().plus(-1);
        connection().finArrived(segment);
    }

    /** The peer's FIN is sent, and counts. */
    void sendFin(TcpSegment segment) {
        peerFin = segment.end().plus(-1);
        connection().send(segment);
    }

    /** What is sent now, and what the application knows until then. */
    void arrives(TcpSegment segment) {
        arrives(segment, "it");
    }

    /** The same, and what it is in the words of the feature. */
    void arrives(TcpSegment segment, String words) {
        arrives(segment, words, connection().packet(segment).encode());
    }

    /** The same in an IP packet that is special. */
    void arrives(TcpSegment segment, String words, Octets packet) {
        arrived = segment;
        arrivedWords = words;
        // Before a SYN there is no window that it could be too large for.
        edge = segment.has(TcpFlag.SYN)
                ? segment.end()
                : connection().sndNxt().plus(connection().room());
        before = Hearsay.of(this);
        connection().reader().skipAll();
        connection().send(packet);
    }

    /** The application is about to call. */
    void called() {
        refusal = null;
        before = Hearsay.of(this);
        connection().reader().skipAll();
    }

    /** The network is about to report something. */
    void told(String words) {
        arrivedWords = words;
        called();
    }

    /** The endpoint has answered the call with an error. */
    void refused(CallRefused why) {
        refusal = why;
    }

    Optional<CallRefused> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What a step has sent last. */
    TcpSegment arrived() {
        return Objects.requireNonNull(arrived);
    }

    /** How many octets of text that had, if it was the peer's FIN. */
    int withFin() {
        return arrived != null && arrived.has(TcpFlag.FIN) ? arrived.payload().length() : 0;
    }

    /** The same in words. */
    String arrivedWords() {
        return arrivedWords;
    }

    /** The first number behind the endpoint's window, when that was sent. */
    SeqNumber edge() {
        return Objects.requireNonNull(edge);
    }

    /** The same, if it came too early and may be kept. */
    Optional<TcpSegment> early() {
        return Optional.ofNullable(arrived)
                .filter(segment -> !segment.payload().isEmpty() && !segment.has(TcpFlag.SYN))
                .filter(segment -> segment.seq().isAfter(connection().sndNxt()));
    }

    /** What the application had been told before that. */
    Hearsay before() {
        return before;
    }

    /** The endpoint acknowledges what arrived last, up to this number. */
    void acknowledged(SeqNumber end) {
        if (arrived().has(TcpFlag.FIN) && end.equals(arrived().end())) {
            peerFin = end.plus(-1);
        }
        if (arrived().has(TcpFlag.SYN)) {
            // Text that came with the SYN is sent, but not for certain there.
            toRepeat = arrived().end().minus(end);
            connection().taken(arrived().end());
        } else {
            connection().taken(end);
        }
    }

    /** How many of the octets that the peer has sent it has to send again, for all that it knows. */
    int toRepeat() {
        return toRepeat;
    }

    /** It has accepted the SYN that arrived last. */
    void accepted(TcpSegment synAck) {
        acknowledged(synAck.ack());
        connection().synArrived(synAck);
    }

    /** It has taken the SYN that arrived last for a new connection. */
    void begunAnew(TcpSegment synAck) {
        accepted(synAck);
        anew = true;
    }

    boolean isBegunAnew() {
        return anew;
    }

    /** A second client, of which the first one knows nothing. */
    PeerConnection second() {
        return Objects.requireNonNull(second);
    }

    void joinedBy(PeerConnection another) {
        second = another;
    }

    /** The endpoint has chosen to reset the connection, where it may. */
    void wasReset() {
        reset = true;
    }

    boolean isReset() {
        return reset;
    }

    /** The peer's octets from a number on: each has its own, however often and in whatever pieces it is sent. */
    Octets octets(SeqNumber from, int length) {
        return PeersText.octets(from.minus(connection().iss().plus(1)), length);
    }

    /** All of them that the endpoint has taken. */
    Octets taken() {
        SeqNumber first = connection().iss().plus(1);
        SeqNumber end = connection().sndNxt();
        int finToo = peerFin != null && peerFin.isBefore(end) ? 1 : 0;
        return PeersText.octets(0, Math.max(0, end.minus(first) - finToo));
    }

    /** What the endpoint's application has sent. */
    Octets sent() {
        return Talk.of(trial).endpointData();
    }

    /** How many numbers the endpoint has used that the peer has not acknowledged. */
    int unacknowledged() {
        return connection().rcvNxt().minus(acknowledgedUpTo());
    }

    /** How many numbers after its SYN the peer has acknowledged. */
    int acknowledged() {
        return Math.max(0, acknowledgedUpTo().minus(connection().irs()) - 1);
    }

    private SeqNumber acknowledgedUpTo() {
        return acknowledged == null ? connection().rcvNxt() : acknowledged;
    }

    /** What the peer has acknowledged. */
    void acknowledgedUpTo(SeqNumber number) {
        acknowledged = number;
    }

    /** It sends more. */
    void send(Octets data) {
        application().send(data);
        Talk.of(trial).addEndpointData(data);
    }
}
