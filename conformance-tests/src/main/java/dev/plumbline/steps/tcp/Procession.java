package dev.plumbline.steps.tcp;

import dev.plumbline.application.ServerApplication;
import dev.plumbline.application.TcpApplication;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Peer;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Optional;

/** More clients than a server has places for, if it frees none: one after another (RFC 9293 section 3.10.7.4). */
final class Procession {
    /** More than tables usually hold. */
    private static final int MANY = 1200;

    private static final int FIRST_PORT = 20_000;
    private static final int NUMBERS_APART = 1 << 20;
    /** How often somebody looks whether the application has heard. */
    private static final Duration A_MOMENT = Duration.ofMillis(2);

    private static final Duration HOURS = Duration.ofHours(2);

    private final Trial trial;
    private final Peer host;
    private final SocketAddress server;
    private int served;
    private boolean connected;

    private Procession(Trial trial) {
        this.trial = trial;
        this.host = Scene.peer(trial);
        this.server = Scene.connection(trial).remote();
    }

    /** Each connects, closes, and is followed by the next as soon as the endpoint has closed, too. */
    static Expectation passes(Trial t) {
        Procession all = new Procession(t);
        all.host.onArrival(packet ->
                packet.tcp().filter(s -> s.destinationPort().equals(all.port())).ifPresent(all::arrives));
        all.visit();
        return Becomes.becomesTrue(
                        MANY + " clients, one after another, get a connection each, and close it",
                        () -> all.served == MANY,
                        () -> "the first " + all.served + " of them did, and the next one got no further")
                .within(HOURS);
    }

    private void visit() {
        connected = false;
        host.send(
                IpProtocol.TCP,
                encoded(TcpSegment.between(port(), server.port()).seq(iss()).flag(TcpFlag.SYN)));
    }

    private void arrives(TcpSegment segment) {
        if (isAcceptance(segment) && !connected) {
            connected = true;
            host.send(IpProtocol.TCP, encoded(next(segment)));
            host.send(IpProtocol.TCP, encoded(next(segment).flag(TcpFlag.FIN)));
            closesOnceTold(served);
        } else if (segment.has(TcpFlag.FIN) && connected) {
            host.send(IpProtocol.TCP, encoded(next(segment).seq(iss().plus(2))));
            served++;
            if (served < MANY) {
                visit();
            }
        }
    }

    private boolean isAcceptance(TcpSegment segment) {
        return segment.has(TcpFlag.SYN)
                && segment.has(TcpFlag.ACK)
                && segment.ack().equals(iss().plus(1));
    }

    /** Behind the client's SYN, acknowledging what has arrived. */
    private TcpSegment.Builder next(TcpSegment arrived) {
        return TcpSegment.between(port(), server.port())
                .seq(iss().plus(1))
                .ack(arrived.end())
                .window(FIRST_PORT);
    }

    private Octets encoded(TcpSegment.Builder segment) {
        return segment.build().encode(host.address(), server.address());
    }

    private void closesOnceTold(int visitor) {
        Optional<TcpApplication> told = trial.the(ServerApplication.class)
                .connectionWith(host.at(port()))
                .filter(TcpApplication::isPeerClosed);
        if (told.isPresent()) {
            told.get().close();
        } else if (served == visitor) {
            trial.later(A_MOMENT, () -> closesOnceTold(visitor));
        }
    }

    private Port port() {
        return Port.of(FIRST_PORT + served);
    }

    private SeqNumber iss() {
        return SeqNumber.of((long) NUMBERS_APART * served);
    }
}
