package dev.plumbline.steps.udp;

import dev.plumbline.peer.Peer;
import dev.plumbline.steps.NamedPort;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.Vocabulary;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyNetwork;
import java.util.List;

/**
 * Where an application sends its datagrams: "any port of the peer".
 *
 * @param port the port there
 * @param whose whose it is
 */
public record Destination(NamedPort port, Whose whose) {
    private static final String OF = " of ";

    /** Whose a port is. */
    enum Whose {
        PEER("the peer") {
            @Override
            List<SocketAddress> at(Trial t) {
                return List.of(Scene.peer(t).at(UdpScene.peerPort(t)));
            }
        },
        /** The other end of the cable sees what leaves, whoever it is for. */
        ANYBODY("any address") {
            @Override
            List<SocketAddress> at(Trial t) {
                Scene.peer(t);
                return List.of(
                        new SocketAddress(t.draw("the destination", AnyNetwork.hostAddress()), UdpScene.peerPort(t)));
            }
        },
        EACH_PEER("each of the peers, in any order") {
            @Override
            List<SocketAddress> at(Trial t) {
                List<Peer> peers = UdpScene.of(t).peers(t);
                return t.draw("the order of the peers", Any.order(peers.size())).stream()
                        .map(number -> peers.get(number).at(UdpScene.peerPort(t)))
                        .toList();
            }
        };

        private final String words;

        Whose(String words) {
            this.words = words;
        }

        abstract List<SocketAddress> at(Trial t);

        @Override
        public String toString() {
            return words;
        }
    }

    /** The destination that these words name. */
    static Destination of(String words) {
        int of = words.indexOf(OF);
        return new Destination(
                NamedPort.of(words.substring(0, of)),
                Vocabulary.find(Whose.values(), words.substring(of + OF.length())));
    }

    /** Where datagrams go in this trial: to one after the other. */
    List<SocketAddress> in(Trial t) {
        port.in(t, Scene.PEER_PORT);
        return whose.at(t);
    }
}
