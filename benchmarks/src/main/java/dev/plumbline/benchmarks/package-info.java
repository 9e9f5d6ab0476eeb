/**
 * The codecs beside those of other people: dnsjava for messages (RFC 1035 section 4.1), pcap4j for segments in packets
 * (RFC 9293 section 3.1).
 */
@NullMarked
package dev.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
