package dev.plumbline.steps.udp;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.udp.UdpField;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;

/** Data for which the checksum is a special one: any data, and two octets more (RFC 768, RFC 1071 section 1). */
final class ChecksumData {
    private static final int MOST = 1000;
    private static final int CHECKSUM_AT = 6;
    private static final Octets NONE_YET = Octets.of(0, 0);

    private ChecksumData() {}

    /** The data, whose length is even, so that the two octets behind it are a word of the sum. */
    static Octets even(Trial t) {
        return t.draw(
                "the data but for its last two octets",
                Any.data(0, MOST).map(data -> data.slice(0, data.length() / 2 * 2)));
    }

    /** The checksum of the datagram comes out as zero. */
    static Octets summingToZero(Octets start, SocketAddress from, SocketAddress to) {
        int missing = encoded(from, to, start.plus(NONE_YET)).u16(CHECKSUM_AT);
        return missing == 0xffff ? start.plus(NONE_YET) : start.plus(word(missing));
    }

    /**
     * The sum's lower 16 bits are all ones, so that adding the upper bits carries once more. The sum has upper bits, for two
     * addresses of the lab have them already.
     */
    static Octets carryingTwice(Octets start, SocketAddress from, SocketAddress to) {
        return start.plus(word(0xffff - (int) (sum(from, to, start.plus(NONE_YET)) & 0xffff)));
    }

    private static Octets word(int value) {
        return Octets.of(value >> 8, value);
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
