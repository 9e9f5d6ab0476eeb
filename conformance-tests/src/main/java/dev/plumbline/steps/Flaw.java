package dev.plumbline.steps;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.DnsServerPeer.Asked;
import dev.plumbline.peer.DnsServerPeer.Reply;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;

/** Why a reply is not the answer to a question (RFC 5452 section 9.1, RFC 1035 section 7.3). */
enum Flaw {
    ANOTHER_ID("another ID"),
    ANOTHER_NAME("another name in its question"),
    ANOTHER_TYPE("another type in its question"),
    ANOTHER_CLASS("another class in its question"),
    MARK_OF_A_QUERY("the mark of a query"),
    ANOTHER_PORT("another source port"),
    ANOTHER_ADDRESS("another source address"),
    NO_MESSAGE("octets that are no message");

    /** Far from the addresses of all peers. */
    private static final int STRANGER = 0xC000;

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    static Flaw named(String words) {
        return Arrays.stream(values())
                .filter(flaw -> flaw.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reply has a flaw called '" + words + "'"));
    }

    @Override
    public String toString() {
        return words;
    }

    /** A reply with this flaw that says that the name has the address {@code lie}. */
    Reply reply(Trial t, Asked asked, Ipv4Address lie) {
        SocketAddress server = Names.server(t).local();
        Octets message = this == NO_MESSAGE
                ? t.draw("the octets", Any.data(0, 11))
                : message(t, asked.query(), lie).encode();
        SocketAddress from = switch (this) {
            case ANOTHER_PORT ->
                new SocketAddress(
                        server.address(), t.draw("the wrong port", Any.port().filter(p -> !p.equals(server.port()))));
            case ANOTHER_ADDRESS -> new SocketAddress(server.address().plus(STRANGER), server.port());
            default -> server;
        };
        return new Reply(from, message, Duration.ZERO);
    }

    private DnsMessage message(Trial t, DnsMessage query, Ipv4Address lie) {
        Question asked = query.questions().get(0);
        DomainName name = this == ANOTHER_NAME ? Names.otherName(t, asked.name()) : asked.name();
        DnsMessageBuilder reply = query.reply()
                .recursionAvailable(true)
                .code(ResponseCode.NOERROR)
                .answers(List.of(ResourceRecord.in(name, Names.TTL, new RecordData.A(lie))));
        return (switch (this) {
                    case ANOTHER_ID -> reply.id(anotherId(t, query.header().id()));
                    case MARK_OF_A_QUERY -> reply.response(false);
                    case ANOTHER_NAME ->
                        reply.questions(List.of(new Question(name, asked.type(), asked.recordClass())));
                    case ANOTHER_TYPE ->
                        reply.questions(List.of(new Question(name, RecordType.TXT, asked.recordClass())));
                    case ANOTHER_CLASS -> reply.questions(List.of(new Question(name, asked.type(), RecordClass.CH)));
                    default -> reply;
                })
                .build();
    }

    private static int anotherId(Trial t, int id) {
        int off = t.draw(
                "the ID is wrong by",
                Arbitraries.integers()
                        .between(1, 0xffff)
                        .edgeCases(edges -> edges.filter(v -> false).add(1, 0xffff, 0x0100, 0x8000)));
        return id + off & 0xffff;
    }
}
