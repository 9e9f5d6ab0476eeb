package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.en.When;

/** Data for which the checksum is a special one (RFC 768, RFC 1071 section 1). */
public final class ChecksumSteps {
    private static final int MOST = 1000;
    private static final int CHECKSUM_AT = 6;

    private final Trials trials;

    /** For Cucumber. */
    public ChecksumSteps(Trials trials) {
        this.trials = trials;
    }

    @When("it sends data for whose checksum the carry must be added twice to any port of the peer")
    public void sendsWithTwoCarries() {
        trials.act(t -> {
            SocketAddress to = Scene.peer(t).at(Scene.drawPeerPort(t));
            Octets data = t.put(Datagrams.DATA, withTwoCarries(t, Scene.endpointSocket(t), to));
            t.the(UdpApplication.class).send(to, data);
        });
    }

    @When("a datagram arrives for whose checksum the carry must be added twice")
    public void arrivesWithTwoCarries() {
        trials.act(t -> {
            SocketAddress from = Scene.peer(t).at(Scene.drawPeerPort(t));
            arrive(t, from.port(), withTwoCarries(t, from, Scene.endpointSocket(t)));
        });
    }

    @When("a datagram arrives whose checksum comes out as zero, and is sent as all ones")
    public void arrivesWithAllOnes() {
        trials.act(t -> {
            SocketAddress from = Scene.peer(t).at(Scene.drawPeerPort(t));
            Octets start = evenData(t);
            int missing = encoded(from, Scene.endpointSocket(t), start.plus(Octets.of(0, 0)))
                    .u16(CHECKSUM_AT);
            arrive(t, from.port(), start.plus(missing == 0xffff ? Octets.of(0, 0) : Octets.of(missing >> 8, missing)));
        });
    }

    private static void arrive(Trial t, Port from, Octets data) {
        Datagrams.note(t, data);
        Scene.peer(t).sendUdp(from, Scene.endpointPort(t), data);
    }

    /**
     * Any data, and two octets more: the sum's lower 16 bits are all ones with them, so that adding the upper bits carries once more.
     * The sum has upper bits, for two addresses of the lab have them already.
     */
    private static Octets withTwoCarries(Trial t, SocketAddress from, SocketAddress to) {
        Octets start = evenData(t);
        int missing = 0xffff - (int) (sum(from, to, start.plus(Octets.of(0, 0))) & 0xffff);
        return start.plus(Octets.of(missing >> 8, missing));
    }

    private static Octets evenData(Trial t) {
        return t.draw(
                "the data but for its last two octets",
                Any.data(0, MOST).map(data -> data.slice(0, data.length() / 2 * 2)));
    }

    private static Octets encoded(SocketAddress from, SocketAddress to, Octets data) {
        return new UdpDatagram(from.port(), to.port(), data).encode(from.address(), to.address());
    }

    /** All words that the checksum covers, added without ever adding a carry: pseudo header, header, data of even length. */
    private static long sum(SocketAddress from, SocketAddress to, Octets data) {
        Octets udp = encoded(from, to, data).with(UdpField.CHECKSUM, 0);
        long sum = words(from.address()) + words(to.address()) + IpProtocol.UDP.number() + udp.length();
        for (int at = 0; at < udp.length(); at += 2) {
            sum += udp.u16(at);
        }
        return sum;
    }

    private static long words(Ipv4Address address) {
        return (address.bits() >>> 16) + (address.bits() & 0xffffL);
    }
}
