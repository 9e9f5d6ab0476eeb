package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Address;

/**
 * One of a host's attachments to the network. There is no link-layer addressing: what is put on a link reaches its other end.
 *
 * @param index 0, 1, 2 ... within its host
 * @param address the host's own address on it
 * @param prefixLength how many leading bits the addresses on the link share, 0 to 32
 * @param mtu the largest datagram it takes, header included, in octets: 68 to 65535
 */
public record Link(int index, Ipv4Address address, int prefixLength, int mtu) {
    /** Refuses what no link can have; RFC 791 section 3.2 says which MTU is the least. */
    public Link {
        if (index < 0) {
            throw new IllegalArgumentException("a link's index is 0 or more, found " + index);
        }
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("a link's prefix length is 0 to 32, found " + prefixLength);
        }
        if (mtu < 68 || mtu > 65535) {
            throw new IllegalArgumentException("a link's MTU is 68 to 65535 octets, found " + mtu);
        }
    }
}
