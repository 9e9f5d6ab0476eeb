package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.model.Possible;
import dev.plumbline.model.UserCall;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Lab;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.testbed.Transcript;
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

    /** Between two that are the same. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Trial trial;
    private final ChainPeer peer;
    private final ChainCaller caller;
    private final Possible model;
    private String latest = "the beginning";
    private @Nullable Finding finding;

    private Modelled(Trial trial) {
        this.trial = trial;
        this.peer = new ChainPeer(trial);
        this.caller = new ChainCaller(trial);
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
            Packet.of(entry.datagram()).tcp().filter(s -> peer.concerns(s, out)).ifPresent(s -> see(s, out, entry));
        }
    }

    private void see(TcpSegment segment, boolean out, Transcript.Entry entry) {
        if (!out) {
            peer.sent(segment);
            model.arrives(segment, entry.at());
            return;
        }
        model.sends(segment, entry.at());
        peer.heard(segment);
        judge(entry.datagram());
        if (!segment.has(TcpFlag.SYN) && !segment.payload().isEmpty()) {
            judgeText(segment, entry.datagram());
        }
    }

    private void judgeText(TcpSegment segment, Octets datagram) {
        int place = peer.place(segment.seq());
        int length = segment.payload().length();
        boolean right = place >= 0 && segment.payload().equals(PeersText.octets(place, length));
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

    /** Where the connection is, or may be. */
    TcpState state() {
        return model.states().stream().findFirst().orElse(TcpState.CLOSED);
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

    ChainPeer peer() {
        return peer;
    }

    /** The peer sends the same again and again. */
    void repeat(Duration howLong) {
        for (Duration at = AGAIN; at.compareTo(howLong) < 0; at = at.plus(AGAIN)) {
            trial.later(at, () -> {
                settle();
                peer.repeat();
            });
        }
    }

    /** The application calls; what comes too late must be refused, but for a second CLOSE. */
    void call(UserCall call, int octets) {
        if (!caller.calls()) {
            return;
        }
        boolean late = caller.isLate(call);
        if (!late) {
            model.calls(call, octets, now());
        }
        try {
            caller.call(call, octets);
        } catch (CallRefused refused) {
            if (!late && !model.mayBeGone()) {
                refused(refused);
            }
            return;
        }
        if (late && call == UserCall.SEND) {
            wrong(
                    "after a CLOSE, the endpoint took a SEND in " + model.states(),
                    "\"error: connection closing\"",
                    "that it took the data");
        }
    }

    private void refused(CallRefused why) {
        wrong(
                "the endpoint refused a call in " + model.states() + ": " + why.getMessage(),
                "that it does what it is asked while the connection is there",
                String.valueOf(why.getMessage()));
    }

    private void wrong(String headline, String expected, String came) {
        if (finding == null) {
            finding = Finding.wrong(headline, expected, came);
        }
    }

    /** The time for answers is over. */
    void settle() {
        model.waits(now());
        model.hears(caller.heard(), now());
        judge(null);
        if (!caller.hasReceivedWhatWasSent()) {
            wrong(
                    "after " + latest + ", the endpoint's application has received other octets than the peer has sent",
                    "each octet of the peer's text in its place",
                    "others");
        }
    }
}
