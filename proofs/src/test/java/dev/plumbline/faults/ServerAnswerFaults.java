package dev.plumbline.faults;

import static dev.plumbline.faults.DnsServerFaults.search;
import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.with;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.reference.dns.AuthoritativeServer;
import dev.plumbline.reference.dns.Draft;
import dev.plumbline.reference.dns.ServedZone;
import dev.plumbline.reference.dns.Zone;
import dev.plumbline.reference.dns.ZoneSearch;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Servers of DNS that answer most questions as they should, and those in a corner otherwise: elsewhere, nowhere, on another way. */
final class ServerAnswerFaults {
    private static final int FLAGS = 2;
    private static final int TC = 2;
    private static final int ANSWERS = 6;

    private ServerAnswerFaults() {}

    static List<Fault> all() {
        return Stream.of(codes(), opts(), addresses()).flatMap(List::stream).toList();
    }

    private static List<Fault> codes() {
        return List.of(
                fault(
                                "dns-alias-not-followed",
                                "Who asks for an alias is left to ask for what it leads to.",
                                search(AliasOnly::new))
                        .killedBy("DNS-1")
                        .saying("addresses are missing"),
                fault(
                                "dns-alias-makes-it-exist",
                                "Behind an alias there is no such thing as a name that does not exist.",
                                search(NobodyBehindAlias::new))
                        .killedBy("RFC6604/3-RCODE")
                        .saying("it says NOERROR (the name exists) instead of NXDOMAIN (no such name)"),
                fault(
                                "dns-alias-to-nothing-is-nobody",
                                "An alias of a name without such records leads to nobody.",
                                search(NothingBehindAlias::new))
                        .killedBy("RFC6604/3-RCODE")
                        .saying("it says NXDOMAIN (no such name) instead of NOERROR (the name exists)"));
    }

    private static List<Fault> opts() {
        String none = "it has no OPT record, although the query has one";
        return List.of(
                fault(
                                "dns-no-opt-in-referral",
                                "An answer that only says who else knows has no OPT record.",
                                withoutOpt((answer, limit) -> !answer.header().authoritative()
                                        && !answer.authority().isEmpty()))
                        .killedBy("RFC6891/6.1.1-ANSWER")
                        .saying(none),
                fault(
                                "dns-no-opt-when-refused",
                                "Who is refused is told so without an OPT record.",
                                withoutOpt(
                                        (answer, limit) -> answer.responseCode().equals(ResponseCode.REFUSED)))
                        .killedBy("RFC6891/6.1.1-ANSWER")
                        .saying(none),
                fault(
                                "dns-no-opt-over-tcp",
                                "OPT records are for datagrams; over TCP there is none.",
                                withoutOpt((answer, limit) -> limit == DnsMessage.MAX_LENGTH))
                        .killedBy("RFC6891/6.1.1-ANSWER")
                        .saying(none),
                fault(
                                "dns-opt-comes-first",
                                "An OPT record that is not the first of the additional records is not seen.",
                                with(stack -> stack.nameServer(OptComesFirst::new)))
                        .killedBy("RFC6891/6.1.1-ANSWER")
                        .saying(none));
    }

    private static List<Fault> addresses() {
        return List.of(
                fault(
                                "dns-no-from-first-address",
                                "What has no records leaves from the host's first address, wherever it was asked for.",
                                fromFirst(answer -> answer.u16(ANSWERS) == 0 && (answer.u8(FLAGS) & TC) == 0))
                        .killedBy("RFC2181/ANSWER-ADDRESS")
                        .saying("it comes from", "instead of"),
                fault(
                                "dns-cut-from-first-address",
                                "What is cut short leaves from the host's first address, wherever it was asked for.",
                                fromFirst(answer -> (answer.u8(FLAGS) & TC) != 0))
                        .killedBy("RFC2181/ANSWER-ADDRESS")
                        .saying("it comes from", "instead of"));
    }

    /** Answers for which this holds, of a message and the length that it may have, lose their OPT record. */
    private static Function<Host, Stack> withoutOpt(BiPredicate<DnsMessage, Integer> which) {
        return with(stack -> stack.nameServer(zone -> new AuthoritativeServer(zone) {
            @Override
            protected Octets fitted(DnsMessage reply, int limit) {
                return super.fitted(which.test(reply, limit) ? bare(reply) : reply, limit);
            }
        }));
    }

    private static DnsMessage bare(DnsMessage reply) {
        return reply.toBuilder()
                .additional(reply.additional().stream()
                        .filter(r -> !r.type().equals(RecordType.OPT))
                        .toList())
                .build();
    }

    private static Function<Host, Stack> fromFirst(Predicate<Octets> which) {
        return around(stack -> new ChangedStack(stack) {
            @Override
            public UdpSocket openUdp(Port port, UdpHandler handler) {
                return new ChangedUdpSocket(super.openUdp(port, handler)) {
                    @Override
                    public void send(Ipv4Address source, SocketAddress destination, Octets data) {
                        if (which.test(data)) {
                            super.send(destination, data);
                        } else {
                            super.send(source, destination, data);
                        }
                    }
                };
            }

            @Override
            public NameServer serve(String zone) {
                return new ServedZone(this, this, AuthoritativeServer::new, zone);
            }
        });
    }

    private static final class AliasOnly extends ZoneSearch {
        AliasOnly(Zone zone) {
            super(zone);
        }

        @Override
        protected void alias(Draft draft, ResourceRecord alias, DomainName name, RecordType type) {
            draft.answers.add(alias);
        }
    }

    private static final class NobodyBehindAlias extends ZoneSearch {
        NobodyBehindAlias(Zone zone) {
            super(zone);
        }

        @Override
        protected void nameError(Draft draft) {
            super.nameError(draft);
            draft.code = draft.followed.isEmpty() ? draft.code : ResponseCode.NOERROR;
        }
    }

    private static final class NothingBehindAlias extends ZoneSearch {
        NothingBehindAlias(Zone zone) {
            super(zone);
        }

        @Override
        protected void noData(Draft draft) {
            super.noData(draft);
            draft.code = draft.followed.isEmpty() ? draft.code : ResponseCode.NXDOMAIN;
        }
    }

    private static final class OptComesFirst extends AuthoritativeServer {
        OptComesFirst(Zone zone) {
            super(zone);
        }

        @Override
        protected Optional<Edns> edns(DnsMessage query, ResponseCode code) {
            boolean isFirst = query.additional().stream()
                    .findFirst()
                    .filter(r -> r.type().equals(RecordType.OPT))
                    .isPresent();
            return isFirst ? super.edns(query, code) : Optional.empty();
        }
    }
}
