package dev.plumbline.steps.udp;

import dev.plumbline.steps.Vocabulary;
import dev.plumbline.steps.ip.Envelope;
import dev.plumbline.steps.ip.InPieces;
import io.cucumber.java.ParameterType;

/** Reads the words for datagrams: each expression says what the words look like, and its type what each of them means. */
public final class UdpWords {
    /** For Cucumber. */
    public UdpWords() {}

    /** What an application does with datagrams. */
    @ParameterType("waits for datagrams|answers every datagram|returns every datagram")
    public Service service(String words) {
        return Vocabulary.find(Service.values(), words);
    }

    /** What somebody puts into datagrams; an insertion in it is closed by a comma. */
    @ParameterType(
            "(?:any|several|a|the) (?:[a-z]+ )*(?:data|datagrams|question|answer)\\b.*?|data .+?|a little .+? octets")
    public Payloads payloads(String words) {
        boolean comma = words.endsWith(",");
        return Vocabulary.find(Payloads.values(), comma ? words.substring(0, words.length() - 1) : words);
    }

    /** Where an application sends them. */
    @ParameterType("(?:any port|port \\d+) of (?:the peer|any address|each of the peers, in any order)")
    public Destination destination(String words) {
        return Destination.of(words);
    }

    /** To which applications a peer sends them. */
    @ParameterType("it|any one of them|each of them, in any order|port 0|any port that none of them has")
    public Receivers receivers(String words) {
        return Vocabulary.find(Receivers.values(), words);
    }

    /** Which peers send them. */
    @ParameterType("two peers|the peers, in any order,")
    public Senders senders(String words) {
        return Vocabulary.find(Senders.values(), words);
    }

    /** What is special about the headers around them. */
    @ParameterType("(?:damaged|addressed|in a packet|with|without|under) .+")
    public Envelope envelope(String words) {
        return Vocabulary.find(Envelope.values(), words);
    }

    /** How they were cut. */
    @ParameterType("in any pieces.*|in pieces .+|each in two pieces")
    public InPieces pieces(String words) {
        return Vocabulary.find(InPieces.values(), words);
    }

    /** What becomes of them. */
    @ParameterType(
            "exactly that data|exactly those that .+|them .+|each of them .+|nothing of it|that data once, or nothing|the answer|the question|it as .+")
    public Delivery delivery(String words) {
        return Vocabulary.find(Delivery.values(), words);
    }

    /** What must be right in a packet. */
    @ParameterType("both .+|an? (?:IP|UDP) header .+|an IP header, .+|all ones .+")
    public Trait trait(String words) {
        return Vocabulary.find(Trait.values(), words);
    }
}
