package dev.plumbline.reference.ip;

import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.icmp.IcmpMessage.DestinationUnreachable;
import dev.plumbline.icmp.IcmpMessage.TimeExceeded;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.wire.Octets;

/** Sends ICMP errors, where one may be sent (RFC 1122 section 3.2.2, RFC 1812 section 4.3.2). */
public final class IcmpErrors {
    /** So that the whole message stays within what every host can receive (RFC 1812 section 4.3.2.3). */
    private static final int MAX_QUOTE = Ipv4Packet.MIN_RECEIVABLE - Ipv4Packet.MIN_HEADER - IcmpMessage.HEADER;

    private final LocalAddresses addresses;
    private final IpOutput output;

    IcmpErrors(LocalAddresses addresses, IpOutput output) {
        this.addresses = addresses;
        this.output = output;
    }

    /** Nobody has the datagram's port. */
    @Keeps("RFC1122/PORT-UNREACHABLE")
    public void portUnreachable(Datagram about) {
        unreachable(about, DestinationUnreachable.PORT, 0);
    }

    void unreachable(Datagram about, int code, int nextHopMtu) {
        report(about, new DestinationUnreachable(code, nextHopMtu, quote(about)));
    }

    /** The datagram is too old to be handed on. */
    void timeExceeded(Datagram about) {
        report(about, new TimeExceeded(TimeExceeded.IN_TRANSIT, quote(about)));
    }

    /** The rest of the datagram did not come in time (RFC 1122 section 3.3.2). */
    void reassemblyTimeExceeded(Datagram fragmentZero) {
        report(fragmentZero, new TimeExceeded(TimeExceeded.REASSEMBLY, quote(fragmentZero)));
    }

    private void report(Datagram about, IcmpMessage error) {
        if (mayBeReported(about)) {
            output.sendFromLink(IpProtocol.ICMP, about.packet().source(), error.encode());
        }
    }

    /** Errors about errors would never end, and errors about broadcasts would come in storms. */
    @Keeps("RFC1122/ICMP-ABOUT")
    private boolean mayBeReported(Datagram about) {
        Ipv4Packet packet = about.packet();
        return about.toOneHost()
                && packet.fragmentOffset() == 0
                && addresses.isHost(packet.source())
                && !isIcmpError(packet);
    }

    private static boolean isIcmpError(Ipv4Packet packet) {
        if (!packet.protocol().equals(IpProtocol.ICMP) || packet.payload().isEmpty()) {
            return false;
        }
        // Even if the message is damaged or cut off: its type alone decides.
        IcmpMessage message = new IcmpMessage.Other(packet.payload().u8(0), 0, 0, Octets.empty());
        return message.isError();
    }

    /** As long as its own header says: behind the last option there may be whole words of padding. */
    @Keeps("RFC1122/ICMP-QUOTE")
    private static Octets quote(Datagram about) {
        Octets original = about.octets().slice(0, about.octets().u16(2));
        return original.slice(0, Math.min(original.length(), MAX_QUOTE));
    }
}
