package dev.plumbline.steps;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.transport.Port;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Trials;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Envelopes that are damaged, oversized or for somebody else (RFC 1122 section 3.2.1, RFC 9293 section 3.1). */
public final class LayerSteps {
    private static final int IP_HEADER = Ipv4Packet.MIN_HEADER;
    private static final int BOTH_HEADERS = IP_HEADER + UdpDatagram.HEADER;
    private static final Octets INTACT = Octets.ofText("intact");
    private static final String WRONG = "what is wrong with the packet";
    private static final String HEARD = "what the application had heard before";

    private final Trials trials;

    /** For Cucumber. */
    public LayerSteps(Trials trials) {
        this.trials = trials;
    }

    /** A part of a packet. */
    public enum Part {
        IP_HEADER,
        TRANSPORT_HEADER,
        DATA
    }

    /** Reads the name of a part of a packet. */
    @ParameterType("IP header|transport header|data of the application")
    public Part part(String name) {
        return switch (name) {
            case "IP header" -> Part.IP_HEADER;
            case "transport header" -> Part.TRANSPORT_HEADER;
            default -> Part.DATA;
        };
    }

    @When("a datagram with any data arrives that is damaged in the {part}")
    public void damaged(Part part) {
        trials.act(t -> {
            Octets whole = datagram(t).encode();
            int from = 8 * (part == Part.IP_HEADER ? 0 : part == Part.TRANSPORT_HEADER ? IP_HEADER : BOTH_HEADERS);
            int to = 8
                    * (part == Part.IP_HEADER
                            ? IP_HEADER
                            : part == Part.TRANSPORT_HEADER ? BOTH_HEADERS : whole.length());
            int bit = from + t.draw("the bit that is turned over, from the start of the part", bits(to - from));
            t.show("the bit that is turned over, from the start of the packet", bit);
            Octets bad = turned(whole, bit);
            // A checksum of 0 would say that there is none, and the datagram would be right.
            boolean disarmed = bad.u16(IP_HEADER + 6) == 0;
            arrive(
                    t,
                    disarmed ? turned(bad, 8 * (IP_HEADER + 6)) : bad,
                    (part == Part.IP_HEADER ? "the IP header's" : "the UDP") + " checksum does not fit");
        });
    }

    @When("a datagram with any data arrives that is addressed to any other host")
    public void forSomebodyElse() {
        trials.act(t -> {
            Ipv4Packet packet = datagram(t);
            // 203.0.113.0/24 is set aside for examples: RFC 5737 section 3.
            Ipv4Address other = Ipv4Address.parse("203.0.113.0")
                    .plus(t.draw(
                            "the last number of the other address",
                            Arbitraries.integers().between(1, 254)));
            UdpDatagram udp = new UdpDatagram(
                    t.the(Scene.PEER_PORT, Port.class), Scene.endpointPort(t), t.the(Datagrams.DATA, Octets.class));
            Octets payload = udp.encode(packet.source(), other);
            arrive(
                    t,
                    Ipv4Packet.of(packet.source(), other, IpProtocol.UDP, payload)
                            .encode(),
                    "it is for the host " + other);
        });
    }

    @When("a datagram with any data arrives, with any options in its IP header and any padding behind it")
    public void withOptionsAndPadding() {
        trials.act(t -> {
            Octets packet = datagram(t)
                    .withOptions(t.draw("the IP options", Any.ipOptions()))
                    .encode();
            Datagrams.note(t, t.the(Datagrams.DATA, Octets.class));
            Scene.peer(t).send(packet.plus(t.draw("the padding", Any.data(0, 20))));
        });
    }

    @When("a datagram with any data arrives whose sender computed no checksum")
    public void withoutChecksum() {
        trials.act(t -> {
            Octets packet = datagram(t).encode();
            Datagrams.note(t, t.the(Datagrams.DATA, Octets.class));
            t.show("the UDP checksum", "0, which says that there is none");
            Scene.peer(t).send(withUdpField(packet, UdpField.CHECKSUM, 0));
        });
    }

    @When("a datagram with any data arrives whose UDP length is any wrong one")
    public void withWrongLength() {
        trials.act(t -> {
            Octets packet = datagram(t).encode();
            int right = packet.length() - IP_HEADER;
            Arbitrary<Integer> tooShort = Arbitraries.integers().between(0, UdpDatagram.HEADER - 1);
            Arbitrary<Integer> tooLong = Arbitraries.integers().between(right + 1, 65535);
            int length = t.draw("the UDP length", Arbitraries.oneOf(java.util.List.of(tooShort, tooLong)));
            // Without a checksum only the length can be the reason to drop it.
            Octets unchecked = withUdpField(packet, UdpField.CHECKSUM, 0);
            arrive(
                    t,
                    withUdpField(unchecked, UdpField.LENGTH, length),
                    "its UDP length is " + length + ", but " + right + " octets are there");
        });
    }

    @Then("the endpoint's application hears nothing of it")
    public void hearsNothing() {
        trials.await(t -> Becomes.staysUntrue(
                "the packet is dropped in silence",
                () -> !heard(t).equals(t.the(HEARD, Integer.class)),
                () -> "the application received what had to be dropped: " + t.the(WRONG, String.class)));
    }

    @Then("a datagram that is not damaged still reaches it")
    public void intactOneArrives() {
        trials.act(t -> Scene.peer(t).sendUdp(t.the(Scene.PEER_PORT, Port.class), Scene.endpointPort(t), INTACT));
        trials.await(t -> Becomes.becomesTrue(
                "the application receives the datagram that is as it should be",
                () -> t.the(UdpApplication.class).data().contains(INTACT),
                () -> "nothing"));
    }

    /** An ordinary datagram from any port of the peer to the endpoint's application, with any data. */
    static Ipv4Packet datagram(Trial t) {
        Port from = t.put(Scene.PEER_PORT, t.draw(Scene.PEER_PORT, Any.port()));
        Octets data = t.put(Datagrams.DATA, t.draw(Datagrams.DATA, Any.data(1, 1000)));
        UdpDatagram udp = new UdpDatagram(from, Scene.endpointPort(t), data);
        return Scene.peer(t)
                .packet(
                        IpProtocol.UDP,
                        udp.encode(Scene.peer(t).address(), Scene.peer(t).endpoint()));
    }

    /** A packet arrives that must be dropped, for the reason given. */
    static void arrive(Trial t, Octets datagram, String wrong) {
        t.put(WRONG, wrong);
        t.put(HEARD, heard(t));
        Scene.peer(t).send(datagram);
    }

    private static Integer heard(Trial t) {
        return t.maybe(UdpApplication.class)
                .map(UdpApplication::count)
                .orElseGet(() -> Scene.received(t).length());
    }

    private static Arbitrary<Integer> bits(int count) {
        return Arbitraries.integers().between(0, count - 1).shrinkTowards(0);
    }

    private static Octets turned(Octets octets, int bit) {
        byte[] copy = octets.toByteArray();
        copy[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        return Octets.wrap(copy);
    }

    private static Octets withUdpField(Octets packet, UdpField field, long value) {
        return packet.withAt(IP_HEADER, packet.from(IP_HEADER).with(field, value));
    }
}
