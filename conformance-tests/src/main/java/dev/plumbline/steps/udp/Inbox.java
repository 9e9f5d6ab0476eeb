package dev.plumbline.steps.udp;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.steps.Scene;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Set;

/** Who receives datagrams, in whichever direction they go. */
public enum Inbox {
    /** The only one that the endpoint has. */
    APPLICATION("the application", "nothing") {
        @Override
        List<Octets> received(Trial t) {
            return application(t).data();
        }

        @Override
        List<Octets> due(Trial t) {
            return UdpScene.of(t).due(t, port(t));
        }

        @Override
        int arrivals(Trial t) {
            return UdpScene.of(t).arrivals(t, port(t));
        }

        @Override
        void post(Trial t, Octets data) {
            UdpScene.of(t).sentTo(port(t), data, Set.of());
            Scene.peer(t).sendUdp(UdpScene.peerPort(t), port(t), data);
        }
    },
    /** The first, at the port that datagrams go to. */
    PEER("the peer", "nothing that is whole") {
        @Override
        List<Octets> received(Trial t) {
            return Scene.peer(t).udpData(UdpScene.peerPort(t));
        }

        @Override
        List<Octets> due(Trial t) {
            return UdpScene.of(t).sentAndNotLost(t);
        }

        @Override
        int arrivals(Trial t) {
            return due(t).size();
        }

        @Override
        void post(Trial t, Octets data) {
            application(t).send(Scene.peer(t).at(UdpScene.peerPort(t)), data);
        }
    };

    private final String words;
    private final String nothing;

    Inbox(String words, String nothing) {
        this.words = words;
        this.nothing = nothing;
    }

    /** What it has received, in that order. */
    abstract List<Octets> received(Trial t);

    /** What it must receive: what was sent to it and not lost on the way. */
    abstract List<Octets> due(Trial t);

    /** How many datagrams reach it. */
    abstract int arrivals(Trial t);

    /** A datagram is sent to it. */
    abstract void post(Trial t, Octets data);

    /** What is said where it has received nothing. */
    String nothing() {
        return nothing;
    }

    @Override
    public String toString() {
        return words;
    }

    private static UdpApplication application(Trial t) {
        return UdpScene.of(t).application();
    }

    private static Port port(Trial t) {
        return UdpScene.of(t).ports().get(0);
    }
}
