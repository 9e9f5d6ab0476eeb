package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;

import java.util.List;

/** All faults: the proof that the suite's checks can fail. */
final class Faults {
    /** The loop is not among these: it takes the suite's patience to notice it. */
    static final List<Fault> ALL = List.of(
            fault("no-ack-of-syn", "The answer to a SYN has no ACK.")
                    .killedBy("HS-2", "RFC9293/ACK-ALWAYS")
                    .saying("it has no ACK"),
            fault("ack-off-by-one", "It acknowledges the last octet received instead of naming the next one expected.")
                    .killedBy("HS-2", "HS-3")
                    .saying("which is 1 too low", "the peer's SYN, plus 1"),
            fault("wrong-port", "The answer to a SYN has source and destination port as the SYN had them.")
                    .killedBy("PORT-2", "HS-2", "PORT-5")
                    .saying("the right two the wrong way round"),
            fault("no-pseudo-header", "The TCP checksum leaves the pseudo-header out.")
                    .killedBy("RFC9293/MUST-2")
                    .saying("wrong checksum", "leaves the pseudo-header out"),
            fault("plain-comparison", "Sequence numbers are compared as signed integers.")
                    .killedBy("HS-5", "HS-2", "HS-4")
                    .saying("modulo 2^32")
                    .dependingOn("the peer's initial sequence number"),
            fault("unsigned-comparison", "Sequence numbers are compared as unsigned integers.")
                    .killedBy("HS-5", "HS-2", "HS-4")
                    .saying("modulo 2^32")
                    .dependingOn("the peer's initial sequence number"),
            fault("rst-ignored", "A reset is thrown away.")
                    .killedBy("HS-5")
                    .saying("the connection was reset", "for it the connection goes on"),
            fault("early-data", "Data leaves right behind the SYN.")
                    .killedBy("RFC9293/DATA-AFTER-SYN", "HS-4")
                    .saying("before the handshake was complete"),
            fault("second-syn", "A second SYN moves RCV.NXT.")
                    .killedBy("HS-5")
                    .saying("which is 1 too high", "the next octet of the connection, as before"),
            fault("port-only", "A connection is found by its own port alone.")
                    .killedBy("PORT-3")
                    .saying("the second client", "while the first one is connected to the same port"),
            fault("udp-checksum-0", "UDP datagrams leave without a checksum.")
                    .killedBy("RFC1122/UDP-CHECKSUM", "UDP-2")
                    .saying("checksum 0, which says that there is none"),
            fault("throws", "It throws when a datagram arrives.")
                    .killedBy("HS-2", "PORT-1", "UDP-3", "LAY-3")
                    .saying("the stack threw java.lang.ArrayIndexOutOfBoundsException"),
            fault("mute", "It answers nothing at all.")
                    .killedBy("HS-2", "PORT-1", "UDP-3", "LAY-1")
                    .saying("the endpoint did not send what it must", "nothing"));

    private Faults() {}
}
