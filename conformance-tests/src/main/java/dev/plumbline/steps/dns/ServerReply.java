package dev.plumbline.steps.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.DnsServerPeer.Reply;
import dev.plumbline.values.AnyDns;
import dev.plumbline.values.AnyDnsMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the DNS server that the endpoint asks answers with (RFC 1034 section 4.3.1). */
enum ServerReply {
    RIGHT("the right addresses") {
        @Override
        void begin(DnsScene s) {
            DnsServerPeer server = s.book().server();
            server.answer((asked, right) -> List.of(server.reply(right)));
        }
    },
    LATE("the right addresses after any delay") {
        @Override
        void begin(DnsScene s) {
            Duration delay = s.trial().draw("the DNS server's delay", AnyDnsMessage.delay());
            s.book().server().answer((asked, right) -> List.of(after(delay, s, right)));
        }
    },
    IN_ANY_ORDER("the right addresses in any order") {
        @Override
        void begin(DnsScene s) {
            List<Integer> order = s.trial().draw("the order of the answers", AnyDnsMessage.order());
            s.book().server().answer((asked, right) -> {
                int place = order.get(s.book().place(asked.query().questions().get(0)));
                return List.of(after(APART.multipliedBy(place + 1L), s, right));
            });
        }
    },
    WITH_ANOTHER_NAMES("the right addresses and that of any other name") {
        @Override
        void begin(DnsScene s) {
            Ipv4Address other = s.strangersAddress(", which the answer has for another name");
            DnsServerPeer server = s.book().server();
            server.answer((asked, right) -> List.of(server.reply(withStranger(s, right, other))));
        }
    },
    ONE_AT_A_TIME("one alias or address at a time") {
        @Override
        void begin(DnsScene s) {
            DnsServerPeer server = s.book().server();
            server.answer((asked, right) -> List.of(server.reply(firstStep(right))));
        }
    },
    /** It has asked somebody else before, and hands on what is left of the zone's time (RFC 2308 section 5). */
    LEFT_OF_A_WEEK("what is left of a week") {
        @Override
        void begin(DnsScene s) {
            DnsServerPeer server = s.book().server();
            server.answer((asked, right) -> List.of(server.reply(withMinimumOfAWeek(right))));
        }
    },
    WITHOUT_SOA("no SOA record") {
        @Override
        void begin(DnsScene s) {
            DnsServerPeer server = s.book().server();
            server.answer((asked, right) ->
                    List.of(server.reply(right.toBuilder().authority(List.of()).build())));
        }
    },
    SERVER_FAILURE("a server failure") {
        @Override
        void begin(DnsScene s) {
            error(s, ResponseCode.SERVFAIL);
        }

        @Override
        boolean isFailure() {
            return true;
        }
    },
    ANY_ERROR("any error other than that there is no such name") {
        @Override
        void begin(DnsScene s) {
            error(s, s.trial().draw("the response code", AnyDnsMessage.error()));
        }

        @Override
        boolean isFailure() {
            return true;
        }
    },
    NOTHING("nothing") {
        @Override
        void begin(DnsScene s) {
            s.book().server().answerAll(query -> Optional.empty());
        }

        @Override
        boolean isFailure() {
            return true;
        }
    };

    private static final Duration APART = Duration.ofMillis(20);

    private final String phrase;

    ServerReply(String phrase) {
        this.phrase = phrase;
    }

    @Override
    public String toString() {
        return phrase;
    }

    /** The server answers so from now on. */
    abstract void begin(DnsScene s);

    /** Whether it says nothing about the name. */
    boolean isFailure() {
        return false;
    }

    private static Reply after(Duration delay, DnsScene s, DnsMessage message) {
        return s.book().server().reply(message).after(delay);
    }

    private static void error(DnsScene s, ResponseCode code) {
        s.book()
                .server()
                .answerAll(query -> Optional.of(query.reply().code(code).build()));
    }

    private static DnsMessage withStranger(DnsScene s, DnsMessage right, Ipv4Address other) {
        List<ResourceRecord> answers = new ArrayList<>(right.answers());
        answers.add(ResourceRecord.in(s.otherName(), s.book().timeToLive(), new RecordData.A(other)));
        return right.toBuilder().answers(answers).build();
    }

    /** Its SOA record says in its data what the zone wants, and its own time to live is what is left of that. */
    private static DnsMessage withMinimumOfAWeek(DnsMessage right) {
        return right.toBuilder()
                .authority(right.authority().stream().map(ServerReply::ofAWeek).toList())
                .build();
    }

    private static ResourceRecord ofAWeek(ResourceRecord record) {
        return record.data() instanceof RecordData.Soa soa
                ? ResourceRecord.in(
                        record.name(),
                        record.ttl(),
                        new RecordData.Soa(
                                soa.mname(),
                                soa.rname(),
                                soa.serial(),
                                soa.refresh(),
                                soa.retry(),
                                soa.expire(),
                                AnyDns.WEEK))
                : record;
    }

    /** What is about the name that was asked for, and nothing behind it. */
    private static DnsMessage firstStep(DnsMessage right) {
        DomainName asked = right.questions().get(0).name();
        return right.toBuilder()
                .answers(right.answers().stream()
                        .filter(record -> record.name().equals(asked))
                        .toList())
                .build();
    }
}
