package dev.plumbline.tidy.sample;

import dev.plumbline.ip.Ipv4Address;
import java.util.logging.Logger;

/** Knows another module of ours and a module of Java that it need not know. */
public record Stranger(Ipv4Address address, Logger logger) {}
