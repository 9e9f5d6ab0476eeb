package dev.plumbline.oracle;

import dev.plumbline.ip.Ecn;
import dev.plumbline.oracle.Law.Violation;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Laws that depend on what the two ends of a connection have agreed on (RFC 3168 section 6.1.1). */
abstract class EcnSetup implements TcpRule {
    private static final class Agreement {
        private Object connection = "none";
        private boolean setupSent;
        private boolean plainSent;
        private boolean setupReceived;
        private boolean asked;
    }

    private final Map<TcpFlow, Agreement> agreements = new HashMap<>();

    private Agreement of(TcpFlow flow) {
        return agreements.computeIfAbsent(flow, f -> new Agreement());
    }

    @Override
    public void received(TcpFlow flow, TcpSegment segment) {
        if (segment.has(TcpFlag.SYN) && !segment.has(TcpFlag.RST)) {
            of(flow).asked = isSetup(segment);
            of(flow).setupReceived |= isSetup(segment);
        }
    }

    /** Another connection agrees on its own; of what came before it only the SYN that it answers counts. */
    @Override
    public void sent(TcpFlow flow, TcpSegment segment) {
        if (!segment.has(TcpFlag.SYN) || segment.has(TcpFlag.RST)) {
            return;
        }
        Agreement agreement = of(flow);
        if (!flow.connection().equals(agreement.connection)) {
            agreement.connection = flow.connection();
            agreement.setupSent = false;
            agreement.plainSent = false;
            agreement.setupReceived = segment.has(TcpFlag.ACK) && agreement.asked;
        }
        agreement.setupSent |= isSetup(segment);
        agreement.plainSent |= !isSetup(segment);
    }

    /** Both flags ask; only the one answers. */
    private static boolean isSetup(TcpSegment syn) {
        return syn.has(TcpFlag.ECE) && syn.has(TcpFlag.CWR) != syn.has(TcpFlag.ACK);
    }

    /** Only who has asked and was asked sends data that routers may mark. */
    static final class Negotiated extends EcnSetup {
        private final TimeBase time;

        Negotiated(TimeBase time) {
            this.time = time;
        }

        @Override
        public String requirement() {
            return "RFC3168/NEGOTIATED";
        }

        @Override
        public boolean concerns(TcpFlow flow, TcpSegment segment) {
            return flow.isEstablished() && !segment.payload().isEmpty();
        }

        @Override
        public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
            Agreement agreement = super.of(flow);
            // Where time is real a SYN that takes the question back and the answer to the first one may cross.
            boolean takenBack = agreement.plainSent && time == TimeBase.VIRTUAL;
            boolean agreed = agreement.setupSent && agreement.setupReceived && !takenBack;
            return EcnRules.when(
                    flow.ecn() != Ecn.NOT_ECT && !agreed,
                    requirement(),
                    "sent data as " + flow.ecn() + ", though the two ends have not agreed on ECN",
                    "ECT in data only if both have sent a SYN that says so, and this end none that does not");
        }
    }

    /** Nobody is answered what he has not asked. */
    static final class Answer extends EcnSetup {
        @Override
        public String requirement() {
            return "RFC3168/SETUP-ANSWER";
        }

        @Override
        public boolean concerns(TcpFlow flow, TcpSegment segment) {
            return segment.has(TcpFlag.SYN) && segment.has(TcpFlag.ACK);
        }

        @Override
        public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
            Agreement agreement = super.of(flow);
            return EcnRules.when(
                    isSetup(segment) && !agreement.asked && !agreement.setupReceived,
                    requirement(),
                    "agreed to ECN, which the peer's SYN does not ask for",
                    "a SYN and ACK without ECE, if the SYN had not both ECE and CWR");
        }
    }

    /** That a datagram is marked says nothing of what its sender has agreed to. */
    static final class NotImplicit extends EcnSetup {
        @Override
        public String requirement() {
            return "RFC3168/NOT-IMPLICIT";
        }

        @Override
        public boolean concerns(TcpFlow flow, TcpSegment segment) {
            return flow.isEstablished() && !segment.has(TcpFlag.SYN);
        }

        @Override
        public Optional<Violation> judge(TcpFlow flow, TcpSegment segment) {
            Agreement agreement = super.of(flow);
            return EcnRules.when(
                    segment.has(TcpFlag.ECE) && !(agreement.setupSent && agreement.setupReceived),
                    requirement(),
                    "set ECE, though the two ends have not agreed on ECN",
                    "no word of congestion to a peer that has not asked for it");
        }
    }
}
