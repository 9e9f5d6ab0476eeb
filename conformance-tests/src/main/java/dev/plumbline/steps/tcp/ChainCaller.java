package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.model.Heard;
import dev.plumbline.model.UserCall;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.trial.Trial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The endpoint's application in a chain: that of the newest connection; with each begins another stream. */
final class ChainCaller {
    private final Trial trial;
    private @Nullable TcpApplication application;
    private int sent;
    private boolean closed;
    private boolean aborted;

    ChainCaller(Trial trial) {
        this.trial = trial;
    }

    /** Whether there is anybody who would call: whoever has aborted, or knows that the connection has failed, does not any more. */
    boolean calls() {
        return newest().filter(app -> app.error().isEmpty() && !aborted).isPresent();
    }

    /** Whether it is a mistake to call so: after CLOSE there is no SEND (RFC 9293 section 3.10.2). */
    boolean isLate(UserCall call) {
        return closed && (call == UserCall.SEND || call == UserCall.CLOSE);
    }

    /** Calls. */
    void call(UserCall call, int octets) {
        TcpApplication app = newest().orElseThrow();
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
                aborted = true;
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
            aborted = false;
        }
        return now;
    }

    /** Whether what it has received is what the peer has sent. */
    boolean hasReceivedWhatWasSent() {
        return newest().map(TcpApplication::received)
                .filter(octets -> !octets.equals(PeersText.octets(0, octets.length())))
                .isEmpty();
    }

    /** What it has been told. */
    Heard heard() {
        return newest().map(app -> new Heard(
                        app.isConnected(),
                        app.isPeerClosed(),
                        app.isEnded(),
                        app.error(),
                        app.received().length()))
                .orElse(Heard.NOTHING);
    }
}
