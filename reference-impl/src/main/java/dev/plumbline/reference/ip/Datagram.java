package dev.plumbline.reference.ip;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;

/**
 * A datagram that arrived: what it says, and how it looked, because an ICMP error quotes it as it was (RFC 1122 section 3.2.2).
 *
 * @param packet its checked form
 * @param octets the same as it came off the wire
 * @param toOneHost whether its destination is this host's own address or another's, not a broadcast or a group
 */
public record Datagram(Ipv4Packet packet, Octets octets, boolean toOneHost) {}
