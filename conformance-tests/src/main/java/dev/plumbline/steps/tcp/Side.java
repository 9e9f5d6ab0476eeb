package dev.plumbline.steps.tcp;

import dev.plumbline.application.TcpApplication;
import dev.plumbline.peer.Becomes;
import dev.plumbline.spi.TcpError;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Streams;
import dev.plumbline.testbed.Words;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.trial.Waits;
import dev.plumbline.wire.Octets;
import java.time.Duration;

/** One of the two sides of a connection, and what it can do whoever plays it. */
public enum Side {
    /** The stack under test, and its application. */
    ENDPOINT("the endpoint's application") {
        @Override
        void open(Trials trials, Terms terms) {
            Opening.byEndpoint(trials, terms);
        }

        @Override
        void connectToOther(Trial t) {
            Opening.toOtherHost(t);
        }

        @Override
        void send(Trial t, Octets data) {
            OtherHost.of(t)
                    .ifPresentOrElse(other -> EndpointStream.sendInVain(t, data), () -> EndpointStream.send(t, data));
        }

        @Override
        void closeInTheEnd(Trial t) {
            Scene.application(t).closeAfterSending();
        }

        @Override
        Octets sent(Trial t) {
            return Talk.of(t).endpointData();
        }

        @Override
        Octets received(Trial t) {
            return Scene.received(t);
        }

        @Override
        String hint(Trial t) {
            return Hints.ending(t) + Hints.turningPoint(t);
        }
    },

    /** The other side: played by hand, or by a whole stack. */
    PEER("the peer") {
        @Override
        void open(Trials trials, Terms terms) {
            Opening.byPeer(trials, terms);
        }

        @Override
        void connectToOther(Trial t) {
            Opening.fromOtherHost(t);
        }

        @Override
        void send(Trial t, Octets data) {
            OtherHost.of(t).ifPresentOrElse(other -> sendThere(t, other, data), () -> PeerStream.send(t, data));
        }

        private void sendThere(Trial t, OtherHost other, Octets data) {
            Talk.of(t).addPeerData(data);
            other.application().orElseThrow().send(data);
        }

        @Override
        void closeInTheEnd(Trial t) {
            OtherHost.of(t)
                    .flatMap(OtherHost::application)
                    .ifPresentOrElse(TcpApplication::closeAfterSending, () -> PeerStream.close(t));
        }

        @Override
        Octets sent(Trial t) {
            return Talk.of(t).peerData();
        }

        @Override
        Octets received(Trial t) {
            return OtherHost.of(t)
                    .map(other ->
                            other.application().map(TcpApplication::received).orElse(Octets.empty()))
                    .orElseGet(() -> Scene.connection(t).received());
        }

        @Override
        String hint(Trial t) {
            return Shortfall.of(t) + Hints.firstNumber(t) + Hints.ending(t) + Hints.turningPoint(t);
        }
    };

    /** Through a window of a hundred octets a lot of data takes a minute, if a host needs a tenth of a second for each. */
    private static final Duration LIMIT = Waits.ANSWER.multipliedBy(40);
    /** For a stream that every few segments waits for a timeout. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    private final String words;

    Side(String words) {
        this.words = words;
    }

    /** This side asks for a connection, and gets it. */
    abstract void open(Trials trials, Terms terms);

    /** Its application connects to one on the other host, which has a whole stack. */
    abstract void connectToOther(Trial t);

    /** It sends data; what comes is acknowledged. */
    abstract void send(Trial t, Octets data);

    /** It closes as soon as everything is sent. */
    abstract void closeInTheEnd(Trial t);

    /** Everything that it has sent. */
    abstract Octets sent(Trial t);

    /** Everything that its application has received. */
    abstract Octets received(Trial t);

    /** Where to look, if it has not received what it must. */
    abstract String hint(Trial t);

    /** Whose data it is, for the name of a draw. */
    String whose() {
        return this == ENDPOINT ? "the endpoint" : words;
    }

    Side other() {
        return this == ENDPOINT ? PEER : ENDPOINT;
    }

    /** Whether it has received something that the other side has not sent. */
    boolean hasLostTheThread(Trial t) {
        return !Streams.isBeginning(received(t), other().sent(t));
    }

    /** It receives exactly what the other side has sent. */
    public Expectation receivesEverything(Trial t) {
        return Becomes.becomesTrue(
                        words + " receives exactly the "
                                + Words.octets(other().sent(t).length()) + " that " + other().words + " has sent",
                        () -> received(t).equals(other().sent(t)),
                        () -> Streams.difference(other().sent(t), received(t)) + hint(t))
                .unless(() -> OtherHost.isHopeless(t))
                .unlessExplained(() -> OtherHost.hasBrokenALaw(t))
                .within(OtherHost.of(t).isPresent() ? LONG_ENOUGH : LIMIT);
    }

    /** Everything arrives; or only the beginning of it does, and the other side's application is told of an error. */
    Expectation receivesEverythingOrIsMissed(Trial t) {
        return Becomes.becomesTrue(
                        "all " + Words.octets(other().sent(t).length())
                                + " arrive, or the beginning of them, and the sender is told of an error",
                        () -> received(t).equals(other().sent(t)) || (isMissed(t) && !hasLostTheThread(t)),
                        () -> Streams.difference(other().sent(t), received(t)) + " arrived, and the sender was told "
                                + Scene.application(t).error().map(Enum::name).orElse("nothing"))
                .within(Waits.GIVING_UP);
    }

    private static boolean isMissed(Trial t) {
        return Scene.application(t)
                .error()
                .filter(e -> e == TcpError.TIMED_OUT || e == TcpError.UNREACHABLE)
                .isPresent();
    }

    @Override
    public String toString() {
        return words;
    }
}
