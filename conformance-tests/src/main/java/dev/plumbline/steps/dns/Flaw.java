package dev.plumbline.steps.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DnsMessageBuilder;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.DnsServerPeer.Asked;
import dev.plumbline.peer.DnsServerPeer.Reply;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyDnsMessage;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;

/** Why a reply is not the answer to a question (RFC 5452 section 9.1, RFC 1035 section 7.3); where nothing else is said, it is like the answer. */
enum Flaw {
    ANOTHER_ID("another ID") {
        @Override
        DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
            return reply.id(s.trial()
                    .draw("the wrong ID", AnyDnsMessage.idBut(query.header().id())));
        }
    },
    ANOTHER_NAME("another name in its question") {
        @Override
        DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
            Question asked = asked(query);
            return reply.questions(List.of(new Question(s.otherName(), asked.type(), asked.recordClass())))
                    .answers(reply.build().answers().stream()
                            .map(r -> ResourceRecord.in(s.otherName(), r.ttl(), r.data()))
                            .toList());
        }
    },
    ANOTHER_TYPE("another type in its question") {
        @Override
        DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
            Question asked = asked(query);
            return reply.questions(List.of(new Question(asked.name(), RecordType.TXT, asked.recordClass())));
        }
    },
    ANOTHER_CLASS("another class in its question") {
        @Override
        DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
            Question asked = asked(query);
            return reply.questions(List.of(new Question(asked.name(), asked.type(), RecordClass.CH)));
        }
    },
    /** Servers that refuse may leave it out; who has something to say of a name says of which (RFC 5452 section 9.1). */
    NO_QUESTION("no question") {
        @Override
        DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
            return reply.questions(List.of());
        }
    },
    MARK_OF_A_QUERY("the mark of a query") {
        @Override
        DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
            return reply.response(false);
        }
    },
    ANOTHER_PORT("another source port") {
        @Override
        SocketAddress source(DnsScene s, SocketAddress server) {
            Port wrong = s.trial().draw("the wrong port", Any.port().filter(p -> !p.equals(server.port())));
            return new SocketAddress(server.address(), wrong);
        }
    },
    ANOTHER_ADDRESS("another source address") {
        @Override
        SocketAddress source(DnsScene s, SocketAddress server) {
            return new SocketAddress(server.address().plus(STRANGER), server.port());
        }
    },
    NO_MESSAGE("octets that are no message") {
        @Override
        Octets octets(DnsScene s, DnsMessage message) {
            return s.trial().draw("the octets", AnyDnsMessage.octetsOfNoMessage());
        }
    };

    /** Far from the addresses of all peers. */
    private static final int STRANGER = 0xC000;

    private final String phrase;

    Flaw(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** Before each right answer there comes one with this flaw from now on. */
    void comesFirst(DnsScene s) {
        Ipv4Address lie = s.strangersAddress(", which stood only in a reply with " + phrase);
        DnsServerPeer server = s.book().server();
        server.answer((asked, right) ->
                List.of(reply(s, asked, lie), server.reply(right).after(BEHIND)));
    }

    /** Between a flawed reply and the right one. */
    private static final Duration BEHIND = Duration.ofMillis(20);

    private Reply reply(DnsScene s, Asked asked, Ipv4Address lie) {
        DnsMessageBuilder like = asked.query()
                .reply()
                .recursionAvailable(true)
                .code(ResponseCode.NOERROR)
                .answers(List.of(
                        ResourceRecord.in(asked(asked.query()).name(), s.book().timeToLive(), new RecordData.A(lie))));
        Octets octets = octets(s, spoil(s, asked.query(), like).build());
        return new Reply(source(s, s.book().server().local()), octets, Duration.ZERO);
    }

    /** What is wrong with the message, if that is it. */
    DnsMessageBuilder spoil(DnsScene s, DnsMessage query, DnsMessageBuilder reply) {
        return reply;
    }

    /** What comes in its place, if that is it. */
    Octets octets(DnsScene s, DnsMessage message) {
        return message.encode();
    }

    /** Where it comes from, if that is it. */
    SocketAddress source(DnsScene s, SocketAddress server) {
        return server;
    }

    private static Question asked(DnsMessage query) {
        return query.questions().get(0);
    }
}
