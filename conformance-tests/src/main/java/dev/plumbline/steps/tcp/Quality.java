package dev.plumbline.steps.tcp;

import dev.plumbline.ip.Ecn;
import dev.plumbline.oracle.Packet;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;

/** What is true of every packet that carries the endpoint's data. */
public enum Quality {
    /** In two envelopes, and nothing besides. */
    ENVELOPES("is an IP header, a TCP header and a part of that data") {
        @Override
        void check(Trial t, Packet packet, TcpSegment segment) {
            int expected = packet.ip().orElseThrow().headerLength()
                    + segment.headerLength()
                    + segment.payload().length();
            if (packet.datagram().length() != expected) {
                throw new FindingError(Finding.wrong(
                        "the headers say something else than the packet is long",
                        expected + " octets: IP header, TCP header, data",
                        packet.datagram().length() + " octets"));
            }
            NUMBER.check(t, packet, segment);
        }
    },
    /** So each octet has the number that follows the one before it (RFC 9293 section 3.4). */
    NUMBER("has the sequence number of its first octet") {
        @Override
        void check(Trial t, Packet packet, TcpSegment segment) {
            int from = EndpointStream.placeOf(t, segment);
            int to = from + segment.payload().length();
            if (EndpointStream.misplaced(t, segment).isPresent()) {
                throw new FindingError(Finding.wrong(
                        "the sequence number of a segment is not that of its first octet",
                        "the octets " + from + " to " + to + " of the stream under the number " + segment.seq(),
                        packet.toString()));
            }
        }
    },
    /** So the receiver need not wait for more (RFC 9293 section 3.9.1.2, MUST-61). */
    PUSHED("with the last octet is pushed") {
        @Override
        void check(Trial t, Packet packet, TcpSegment segment) {
            boolean last = segment.seq()
                    .plus(segment.payload().length())
                    .equals(EndpointStream.numberOf(t, Talk.of(t).endpointData().length()));
            if (last && !segment.has(TcpFlag.PSH)) {
                throw new FindingError(Finding.wrong(
                        "the endpoint sent the last octet that its application had for it without PSH",
                        "PSH in the segment that leaves nothing to be sent",
                        packet.toString()));
            }
        }
    },
    /** Then routers may mark it (RFC 3168 section 6.1.2); what is sent again they may not. */
    CAPABLE("with new data is ECT(0)") {
        @Override
        void check(Trial t, Packet packet, TcpSegment segment) {
            Ecn found = packet.ip().orElseThrow().ecn();
            boolean isNew =
                    Sendings.of(t, EndpointStream.placeOf(t, segment)).times().size() == 1;
            if (isNew && found != Ecn.ECT_0) {
                throw new FindingError(Finding.wrong(
                        "the endpoint sent new data as " + found + ", though both ends want ECN",
                        "the codepoint ECT(0), so that routers mark it where they would drop it",
                        packet.toString()));
            }
        }
    },
    /** Nobody would slow down if a router marked it (RFC 3168 section 6.1.1). */
    NOT_CAPABLE("with data is not ECN-capable") {
        @Override
        void check(Trial t, Packet packet, TcpSegment segment) {
            Ecn found = packet.ip().orElseThrow().ecn();
            if (found != Ecn.NOT_ECT) {
                throw new FindingError(Finding.wrong(
                        "the endpoint sent data as " + found + ", though its peer has sent a SYN that asks for no ECN",
                        "the codepoint not-ECT: one such SYN is enough (RFC 3168 section 6.1.1)",
                        packet.toString()));
            }
        }
    },
    /** RFC 9293 section 3.8.5, MUST-62. */
    URGENT("says how far the urgent data goes") {
        @Override
        void check(Trial t, Packet packet, TcpSegment segment) {
            UrgentPointer.objection(t, segment).ifPresent(why -> {
                throw new FindingError(Finding.wrong(
                        why,
                        "URG in each segment with urgent data, and a pointer to the first octet that is not urgent",
                        packet.toString()));
            });
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "is an IP header, a TCP header and a part of that data|has the sequence number of its first octet"
                    + "|with the last octet is pushed|with new data is ECT\\(0\\)|with data is not ECN-capable|says how far the urgent data goes";

    private final String words;

    Quality(String words) {
        this.words = words;
    }

    /** Every packet with data that has arrived so far has it. */
    void check(Trial t) {
        for (Packet packet : Scene.peer(t).arrivals()) {
            packet.tcp().filter(s -> !s.payload().isEmpty()).ifPresent(s -> check(t, packet, s));
        }
    }

    abstract void check(Trial t, Packet packet, TcpSegment segment);

    @Override
    public String toString() {
        return words;
    }
}
