package dev.plumbline.steps.tcp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The peer of a chain: what it sends, and how much it takes. */
final class ChainPeer {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final int MSS = 1460;
    private static final int UNKNOWN = 222;
    private static final int MOST_ANSWERS = 500;
    private static final int MOST_SEGMENTS = 125;
    /** A delayed acknowledgment comes sooner (RFC 9293 section 3.8.6.3, MUST-40). */
    private static final Duration PACE = Duration.ofMillis(700);

    private final Trial trial;
    private final TcpScene scene;
    private final SocketAddress peer;
    private final SocketAddress endpoint;
    private final Onlooker onlooker;
    private int window = Move.LARGEST;
    private Duration answersUntil = Duration.ZERO;
    private int answers;
    private @Nullable TcpSegment last;

    ChainPeer(Trial trial) {
        this.trial = trial;
        this.scene = TcpScene.of(trial);
        this.peer = scene.connection().local();
        this.endpoint = scene.connection().remote();
        this.onlooker = new Onlooker(scene.connection().iss());
    }

    /** Whether the segment goes from one of the two to the other. */
    boolean concerns(TcpSegment segment, boolean out) {
        SocketAddress source = out ? endpoint : peer;
        SocketAddress destination = out ? peer : endpoint;
        return segment.sourcePort().equals(source.port())
                && segment.destinationPort().equals(destination.port());
    }

    /** It has left for the endpoint. */
    void sent(TcpSegment segment) {
        onlooker.sent(segment);
    }

    /** The endpoint has sent it. */
    void heard(TcpSegment segment) {
        onlooker.heard(segment);
        if (segment.len() > 0 && now().compareTo(answersUntil) < 0 && answers < MOST_ANSWERS) {
            answers++;
            trial.later(SOON, this::acknowledge);
        }
    }

    /** Where in the endpoint's stream an octet with this number stands; negative if that cannot be known. */
    int place(SeqNumber number) {
        SeqNumber irs = onlooker.irs();
        return irs == null ? -1 : number.minus(irs) - 1;
    }

    /** The next segment of the endpoint is lost. */
    void lose() {
        onlooker.lose();
    }

    void send(Move.Segment move) {
        TcpFlags flags = move.kind().flags(trial);
        boolean syn = flags.has(TcpFlag.SYN);
        int length = move.kind().hasData() ? move.length() : 0;
        int numbers = length + (syn ? 1 : 0) + (flags.has(TcpFlag.FIN) ? 1 : 0);
        SeqNumber first = onlooker.number(move.place(), move.distance(), numbers);
        SeqNumber text = syn ? first.plus(1) : first;
        SeqNumber origin = syn ? text : onlooker.first();
        send(onlooker.consistent(TcpSegment.between(peer.port(), endpoint.port())
                .flags(flags)
                .seq(first)
                .ackNumber(
                        flags.has(TcpFlag.ACK)
                                ? onlooker.number(move.acknowledging(), move.distance())
                                : SeqNumber.ZERO)
                .window(move.window() == Move.AS_BEFORE ? window : move.window())
                .urgentPointer(flags.has(TcpFlag.URG) ? length : 0)
                .options(syn ? options(move.length()) : List.of())
                .payload(PeersText.octets(text.minus(origin), length))
                .build()));
    }

    /** Of those that nobody knows some SYNs have one (RFC 9293 section 3.2, MUST-6). */
    private static List<TcpOption> options(int length) {
        TcpOption mss = new TcpOption.MaximumSegmentSize(MSS);
        return length % 2 == 0 ? List.of(mss, new TcpOption.Unknown(UNKNOWN, Octets.of(1, 2))) : List.of(mss);
    }

    private void send(TcpSegment segment) {
        last = segment.len() > 0 ? segment : last;
        scene.peer().send(IpProtocol.TCP, segment.encode(peer.address(), endpoint.address()));
    }

    /** From now on it takes so many octets, and says so. */
    void offer(int octets) {
        window = octets;
        acknowledge();
    }

    private void acknowledge() {
        send(new Move.Segment(SegmentKind.ACKNOWLEDGMENT, Place.LEFT_EDGE, Acknowledging.EVERYTHING, 1, 0, window));
    }

    /** It uses all of the endpoint's window, segment by segment, each when the one before is acknowledged. */
    void fill() {
        fill(MOST_SEGMENTS);
    }

    private void fill(int most) {
        if (onlooker.room() > 0 && most > 0) {
            send(onlooker.text(TcpSegment.between(peer.port(), endpoint.port()).window(window)));
            trial.later(PACE, () -> fill(most - 1));
        }
    }

    /** It sends once more what took up numbers last. */
    void repeat() {
        if (last != null) {
            send(last);
        }
    }

    /** For so long it acknowledges whatever comes. */
    void answer(Duration howLong) {
        answersUntil = now().plus(howLong);
        acknowledge();
    }

    private Duration now() {
        return trial.world().timeline().now();
    }
}
