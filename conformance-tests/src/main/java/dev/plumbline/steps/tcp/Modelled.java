package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.model.Heard;
import dev.plumbline.model.Possible;
import dev.plumbline.model.UserCall;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpFlags;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connection beside which the model goes: it sees all that crosses the endpoint's interface, from the beginning on. */
final class Modelled {
    private static final Duration ANSWER = Duration.ofSeconds(1);
    private static final int MSS = 1460;
    private static final int WINDOW = 65_535;

    private final Trial trial;
    private final TcpScene scene;
    private final SocketAddress peer;
    private final SocketAddress endpoint;
    private final Onlooker onlooker;
    private final Possible model;
    private String latest = "the beginning";
    private int sent;
    private boolean closed;
    private @Nullable TcpApplication application;
    private @Nullable Finding finding;

    private Modelled(Trial trial) {
        this.trial = trial;
        this.scene = TcpScene.of(trial);
        this.peer = scene.connection().local();
        this.endpoint = scene.connection().remote();
        this.onlooker = new Onlooker(scene.connection().iss());
        this.model = new Possible(ANSWER);
        begin();
    }

    static Modelled of(Trial t) {
        return t.maybe(Modelled.class).orElseGet(() -> t.put(new Modelled(t)));
    }

    /** What was there before counts, too. */
    private void begin() {
        Transcript transcript = ((Lab) trial.world()).transcript();
        List<Transcript.Entry> past = transcript.entries();
        Duration start = past.isEmpty() ? now() : past.get(0).at();
        if (trial.maybe(ServerApplication.class).isPresent()) {
            model.calls(UserCall.LISTEN, 0, start);
        } else if (trial.maybe(TcpApplication.class).isPresent()) {
            model.calls(UserCall.OPEN, 0, start);
        }
        past.forEach(this::see);
        transcript.listen(this::see);
    }

    private Duration now() {
        return trial.world().timeline().now();
    }

    private void see(Transcript.Entry entry) {
        boolean crosses = entry.host().equals(Lab.ENDPOINT)
                && (entry.kind() == Transcript.Kind.SENT || entry.kind() == Transcript.Kind.RECEIVED);
        if (crosses) {
            boolean out = entry.kind() == Transcript.Kind.SENT;
            Packet.of(entry.datagram()).tcp().filter(s -> belongs(s, out)).ifPresent(s -> see(s, out, entry));
        }
    }

    private boolean belongs(TcpSegment segment, boolean out) {
        SocketAddress source = out ? endpoint : peer;
        SocketAddress destination = out ? peer : endpoint;
        return segment.sourcePort().equals(source.port())
                && segment.destinationPort().equals(destination.port());
    }

    private void see(TcpSegment segment, boolean out, Transcript.Entry entry) {
        if (!out) {
            onlooker.sent(segment);
            model.arrives(segment, entry.at());
            return;
        }
        model.sends(segment, entry.at());
        onlooker.heard(segment);
        judge(entry.datagram());
        if (!segment.has(TcpFlag.SYN) && !segment.payload().isEmpty()) {
            judgeText(segment, entry.datagram());
        }
    }

    private void judgeText(TcpSegment segment, Octets datagram) {
        SeqNumber irs = onlooker.irs();
        int length = segment.payload().length();
        boolean right = irs != null
                && segment.payload().equals(PeersText.octets(segment.seq().minus(irs) - 1, length));
        if (!right && finding == null) {
            finding = Finding.wrong(
                            "after " + latest + ", the endpoint sent other octets than its application",
                            "what the application has sent, each octet under its own number",
                            length + " octets from " + segment.seq() + " on")
                    .about(datagram);
        }
    }

    /** The first thing that no state allows. */
    private void judge(@Nullable Octets datagram) {
        if (finding == null) {
            finding = model.refuted()
                    .map(refuted -> {
                        String headline = "after " + latest + ", no state allows what came: " + refuted.came();
                        Finding wrong = refuted.missing()
                                ? Finding.missing(headline, refuted.allowed(), refuted.came())
                                : Finding.wrong(headline, refuted.allowed(), refuted.came());
                        return datagram == null ? wrong : wrong.about(datagram);
                    })
                    .orElse(null);
        }
    }

    /** What is wrong, if anything is. */
    Optional<Finding> finding() {
        return Optional.ofNullable(finding);
    }

    /** The move that is made now. */
    void make(Move move) {
        latest = move.toString();
        trial.world().transcript().note(latest);
        move.make(this);
    }

    void send(Move.Segment move) {
        TcpFlags flags = move.kind().flags(trial);
        boolean syn = flags.has(TcpFlag.SYN);
        int length = move.kind().hasData() ? move.length() : 0;
        int numbers = length + (syn ? 1 : 0) + (flags.has(TcpFlag.FIN) ? 1 : 0);
        SeqNumber first = onlooker.number(move.place(), move.distance(), numbers);
        SeqNumber text = syn ? first.plus(1) : first;
        SeqNumber origin = syn ? text : onlooker.first();
        TcpSegment segment = onlooker.consistent(TcpSegment.between(peer.port(), endpoint.port())
                .flags(flags)
                .seq(first)
                .ackNumber(
                        flags.has(TcpFlag.ACK)
                                ? onlooker.number(move.acknowledging(), move.distance())
                                : SeqNumber.ZERO)
                .window(WINDOW)
                .urgentPointer(flags.has(TcpFlag.URG) ? length : 0)
                .options(syn ? List.of(new TcpOption.MaximumSegmentSize(MSS)) : List.of())
                .payload(PeersText.octets(text.minus(origin), length))
                .build());
        scene.peer().send(IpProtocol.TCP, segment.encode(peer.address(), endpoint.address()));
    }

    void lose() {
        onlooker.lose();
    }

    /** Whoever has closed, or knows that the connection is over, does not call any more. */
    void call(UserCall call, int octets) {
        Optional<TcpApplication> open = newest().filter(app -> app.error().isEmpty());
        if (open.isEmpty() || (closed && call != UserCall.RECEIVE && call != UserCall.PAUSE)) {
            return;
        }
        TcpApplication app = open.get();
        model.calls(call, octets, now());
        switch (call) {
            case SEND -> {
                app.send(PeersText.octets(sent, octets));
                sent += octets;
            }
            case PAUSE -> app.pause();
            case RECEIVE -> app.resume();
            case CLOSE -> {
                closed = true;
                app.close();
            }
            case ABORT -> {
                closed = true;
                abort(app);
            }
            case LISTEN, OPEN ->
                throw new IllegalArgumentException("a chain begins where there is a connection or none");
        }
    }

    private static void abort(TcpApplication app) {
        try {
            app.abort();
        } catch (CallRefused refused) {
            // There is nothing left to abort.
        }
    }

    /** The application of the newest connection; with each begins another stream. */
    private Optional<TcpApplication> newest() {
        Optional<TcpApplication> now = trial.maybe(ServerApplication.class)
                .map(server -> server.connections())
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(all.size() - 1))
                .or(() -> trial.maybe(TcpApplication.class));
        if (now.isPresent() && now.get() != application) {
            application = now.get();
            sent = 0;
            closed = false;
        }
        return now;
    }

    Heard heard() {
        return newest().map(app -> new Heard(
                        app.isConnected(),
                        app.isPeerClosed(),
                        app.isEnded(),
                        app.error(),
                        app.received().length()))
                .orElse(Heard.NOTHING);
    }

    /** The endpoint has answered the call with an error. */
    void refused(CallRefused why) {
        if (finding == null) {
            finding = Finding.wrong(
                    "the endpoint refused a call in " + model.states() + ": " + why.getMessage(),
                    "that it does what it is asked while the connection is there",
                    String.valueOf(why.getMessage()));
        }
    }

    /** The time for answers is over. */
    void settle() {
        model.waits(now());
        model.hears(heard(), now());
        judge(null);
    }
}
