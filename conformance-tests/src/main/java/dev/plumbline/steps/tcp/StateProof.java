package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Pause;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.Retold;
import dev.plumbline.tcp.TcpState;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Where a connection is, proven from outside: by segments and calls whose answers tell the states apart (RFC 9293 section 3.10). A
 * proof uses the connection up, so it comes last.
 */
final class StateProof {
    private final Trials trials;
    private final TcpState state;

    StateProof(Trials trials, TcpState state) {
        this.trials = trials;
        this.state = state;
    }

    void prove() {
        switch (state) {
            case CLOSED -> gone();
            case LISTEN -> acceptsAnother();
            case SYN_SENT -> synSent();
            case SYN_RECEIVED -> synReceived();
            case ESTABLISHED -> established();
            case FIN_WAIT_1 -> finWait1();
            case FIN_WAIT_2 -> finWait2();
            case CLOSE_WAIT -> closeWait();
            case CLOSING -> closing();
            case LAST_ACK -> lastAck();
            case TIME_WAIT -> timeWait();
        }
        if (state != TcpState.CLOSED) {
            // Where the endpoint had a choice and took the reset, the connection is gone instead.
            act(TcpScene::isReset, Probes::acknowledge);
            await(TcpScene::isReset, Probes::believedReset);
            // Where it took the SYN for a new connection, that one is there.
            act(TcpScene::isBegunAnew, Probes::acknowledge);
            await(TcpScene::isBegunAnew, Probes::acceptedAnew);
        }
    }

    /** To an acknowledgment a connection that does not exist answers with a reset. */
    private void gone() {
        trials.act(Probes::acknowledge);
        trials.await(t -> about(Probes.believedReset(t)));
    }

    /** That the connection is gone, which may take as long as anybody waits for an acknowledgment. */
    void proveInTheEnd() {
        if (state != TcpState.CLOSED) {
            throw new IllegalArgumentException("only an end can be waited for, not " + state);
        }
        trials.act(Probes::askUntilReset);
        trials.await(t -> about(Probes.resetInTheEnd(t)));
    }

    /** A SYN with another number is accepted. */
    private void acceptsAnother() {
        probe(Probes::newSyn, Probes::newSynAck);
        probe(Probes::acknowledge, Handshake::connected);
    }

    /** The peer's SYN and ACK completes the handshake. */
    private void synSent() {
        probe(t -> connection(t).send(connection(t).syn()), Handshake::ackOfSyn);
        probe(t -> {}, Handshake::connected);
    }

    /** The peer's ACK does. */
    private void synReceived() {
        probe(Probes::acknowledge, Handshake::connected);
        established();
    }

    /** Data flows both ways. */
    private void established() {
        sendsData();
        takesData();
    }

    /** Data comes in, and the FIN comes again, as it is not acknowledged. */
    private void finWait1() {
        takesData();
        probe(t -> {}, Probes::finAgain);
    }

    /** Data comes in, the FIN does not come again, and the peer's FIN leads to TIME-WAIT. */
    private void finWait2() {
        takesData();
        probe(t -> {}, Probes::noFinAgain);
        probe(Probes::sendFin, Handshake::everythingAcknowledged);
        probe(t -> {}, Handshake::toldOfEnd);
    }

    /** The application knows that the peer has closed, and can still send. */
    private void closeWait() {
        probe(t -> {}, Handshake::toldOfEnd);
        sendsData();
    }

    /** The FIN comes again; once it is acknowledged, the peer's FIN is still known. */
    private void closing() {
        probe(t -> {}, Probes::finAgain);
        acknowledgeFin();
        timeWait();
    }

    /** The FIN comes again; once it is acknowledged, there is no connection. */
    private void lastAck() {
        probe(t -> {}, Probes::finAgain);
        acknowledgeFin();
        probe(Probes::acknowledge, Probes::believedReset);
    }

    /** The peer's FIN is acknowledged once more, and from then on nothing crosses its ACK any more: the endpoint's FIN does not come again. */
    private void timeWait() {
        probe(Probes::repeatFin, Probes::onlyAcknowledged);
        probe(t -> {}, Probes::noFinAgain);
    }

    private void takesData() {
        probe(Probes::sendOctets, Probes::octetsAcknowledged);
        probe(t -> {}, t -> News.DATA.awaited(TcpScene.of(t), Waits.ANSWER));
    }

    private void sendsData() {
        probe(Probes::applicationSends, t -> SentText.awaited(TcpScene.of(t)));
    }

    private void acknowledgeFin() {
        probe(Probes::acknowledge, t -> new Pause(Waits.MOMENT));
    }

    private void probe(Consumer<Trial> action, Function<Trial, Expectation> expectation) {
        act(StateProof::isTheSame, action);
        await(StateProof::isTheSame, expectation);
    }

    private static boolean isTheSame(TcpScene scene) {
        return !scene.isReset() && !scene.isBegunAnew();
    }

    private void act(Predicate<TcpScene> where, Consumer<Trial> action) {
        trials.act(t -> {
            if (where.test(TcpScene.of(t))) {
                connection(t).reader().skipAll();
                action.accept(t);
            }
        });
    }

    private void await(Predicate<TcpScene> where, Function<Trial, Expectation> expectation) {
        trials.await(t -> where.test(TcpScene.of(t)) ? about(expectation.apply(t)) : Expectation.NOTHING);
    }

    private Expectation about(Expectation expectation) {
        return Retold.about("the connection is not in " + state.name().replace('_', '-'), expectation);
    }

    private static PeerConnection connection(Trial t) {
        return TcpScene.of(t).connection();
    }
}
