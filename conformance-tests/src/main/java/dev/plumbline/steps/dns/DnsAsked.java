package dev.plumbline.steps.dns;

import dev.plumbline.diagnosis.Objection;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Arrives;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.DnsServerPeer.Asked;
import dev.plumbline.steps.Packets;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import java.util.List;
import java.util.Optional;

/** What the DNS server is asked by the endpoint (RFC 1034 section 5.3.1, RFC 1035 section 4.1.1). */
enum DnsAsked {
    FIRST_OVER_UDP("first over UDP, in a standard query with one question: the addresses of that name") {
        @Override
        Expectation by(DnsScene s) {
            Question wanted = Question.in(s.name(), RecordType.A);
            return new Arrives(
                    Scene.peer(s.trial()).everything(),
                    "a UDP datagram to port 53 with a standard query, QR = 0, and one question, " + wanted,
                    packet -> Packets.verdict(objections(packet, wanted)),
                    packet -> {});
        }
    },
    RECURSION("to follow the name to the end itself") {
        @Override
        Expectation by(DnsScene s) {
            List<Asked> all = s.book().server().asked();
            if (all.isEmpty() || !all.get(0).query().header().recursionDesired()) {
                throw new FindingError(Finding.wrong(
                        "the endpoint's query has RD = 0, so the server need not follow the name to its end",
                        "RD = 1: a stub resolver leaves that work to the server",
                        all.isEmpty() ? "no query" : "RD = 0"));
            }
            return Expectation.NOTHING;
        }
    },
    AGAIN("again") {
        @Override
        Expectation by(DnsScene s) {
            return new LookUpEnds(
                    s.lookUps().latest().get(0),
                    "another question to the DNS server, for the answer that the endpoint had lives no longer",
                    told -> s.lookUps().isServerAsked()
                            ? Optional.empty()
                            : Optional.of(told + ", without asking the DNS server again"));
        }
    },
    /** What an application is told while an answer lives must come from what is remembered. */
    NOTHING_MORE("nothing more") {
        @Override
        Expectation by(DnsScene s) {
            if (s.lookUps().beforeThat().alive() && s.lookUps().isServerAsked()) {
                throw new FindingError(Finding.wrong(
                        "the endpoint asked the DNS server again, although the answer that it had still lives",
                        "no question: the answer may be used for " + s.book().timeToLive() + " seconds",
                        "a question"));
            }
            return Expectation.NOTHING;
        }
    };

    private final String phrase;

    DnsAsked(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** What is expected. */
    abstract Expectation by(DnsScene s);

    private static List<Objection> objections(Packet packet, Question wanted) {
        if (packet.udp()
                .filter(d -> d.destinationPort().equals(DnsServerPeer.PORT))
                .isEmpty()) {
            return List.of(Objection.of("it is no UDP datagram to port 53"));
        }
        return DnsMessage.decode(packet.udp().orElseThrow().payload())
                .match(
                        message -> Answers.questionObjections(message, wanted),
                        why -> List.of(Objection.of(why.toString())));
    }
}
