package dev.plumbline.spi;

import dev.plumbline.ip.Ipv4Prefix;

/**
 * Where datagrams for a block of addresses go.
 *
 * @param destination the block; {@link Ipv4Prefix#DEFAULT} for a default route
 * @param link the link that leads there
 */
public record Route(Ipv4Prefix destination, Link link) {}
