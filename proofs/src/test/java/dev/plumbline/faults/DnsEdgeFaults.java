package dev.plumbline.faults;

import static dev.plumbline.faults.DnsFaults.reader;
import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;
import static dev.plumbline.faults.Seams.with;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.reference.dns.Answer;
import dev.plumbline.reference.dns.AnswerReader;
import dev.plumbline.reference.dns.AuthoritativeServer;
import dev.plumbline.reference.dns.Draft;
import dev.plumbline.reference.dns.ReplyCheck;
import dev.plumbline.reference.dns.ServedZone;
import dev.plumbline.reference.dns.Zone;
import dev.plumbline.reference.dns.ZoneSearch;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.NameServer;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpService;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stacks whose DNS is right as long as servers are well, aliases end, and a message is a packet. */
final class DnsEdgeFaults {
    private DnsEdgeFaults() {}

    static List<Fault> all() {
        return Stream.of(edges(), corners()).flatMap(List::stream).toList();
    }

    private static List<Fault> edges() {
        return List.of(
                fault(
                                "dns-failure-for-ever",
                                "That a server failed is remembered for ever.",
                                host -> new FailureForEver(
                                        ReferenceStack.on(host).boot()))
                        .killedBy("DNS-4")
                        .saying("that the look-up failed, although the name has addresses"),
                fault(
                                "dns-alias-without-address",
                                "An alias that comes without an address has none.",
                                reader(AliasIsNoData::new))
                        .killedBy("DNS-1")
                        .saying("that the name has no address, although the name has addresses"),
                fault(
                                "dns-answers-answers",
                                "The server answers what is marked as an answer.",
                                with(stack -> stack.nameServer(AnswersAnswers::new)))
                        .killedBy("DNS-1")
                        .saying("answered a message with QR = 1"),
                fault(
                                "dns-segment-is-message",
                                "The server takes each segment over TCP for a whole message.",
                                serving(() -> DnsEdgeFaults::onlyWhole))
                        .killedBy("DNS-1")
                        .saying("on the connection an answer with the ID of question 1", "0 whole messages"),
                fault(
                                "dns-one-query-a-connection",
                                "The server reads one query of each connection.",
                                serving(OnlyFirst::new))
                        .killedBy("DNS-1")
                        .saying("on the connection an answer with the ID of question 2", "1 whole messages"));
    }

    private static List<Fault> corners() {
        return List.of(
                fault(
                                "dns-segment-is-one-query",
                                "The server reads the first query of each segment over TCP, and nothing behind it.",
                                serving(() -> DnsEdgeFaults::firstOf))
                        .killedBy("DNS-1")
                        .saying("on the connection an answer with the ID of question 2", "1 whole messages"),
                fault(
                                "dns-nobodys-answer",
                                "A reply that does not say what it answers is believed.",
                                DnsFaults.check(NobodysAnswer::new))
                        .killedBy("DNS-1")
                        .saying("which stood only in a reply with no question"),
                fault(
                                "dns-referral-has-no-authority",
                                "An answer that ends with other servers has no authority, not even for the alias before.",
                                DnsServerFaults.search(NoAuthority::new))
                        .killedBy("DNS-1")
                        .saying("it is not authoritative (AA = 0)"),
                fault(
                                "dns-no-opt-when-cut",
                                "An answer that is cut short is nothing but its question.",
                                with(stack -> stack.nameServer(QuestionOnly::new)))
                        .killedBy("RFC6891/6.1.1-ANSWER")
                        .saying("it has no OPT record, although the query has one"),
                fault(
                                "dns-bare-formerr",
                                "What cannot be read is answered with FORMERR and nothing else.",
                                with(stack -> stack.nameServer(Bare::new)))
                        .killedBy("RFC6891/7-FORMERR")
                        .saying("it has no OPT record, as if the server knew none"),
                fault(
                                "dns-reads-over-a-bad-option",
                                "An option that is longer than its record is taken for one that ends with it.",
                                with(stack -> stack.nameServer(Lenient::new)))
                        .killedBy("RFC6891/7-FORMERR")
                        .saying("although the query is malformed"),
                fault(
                                "dns-from-first-address",
                                "The server answers from the host's first address, wherever it was asked.",
                                around(DnsEdgeFaults::unaddressed))
                        .killedBy("RFC2181/ANSWER-ADDRESS")
                        .saying("it comes from", "instead of"));
    }

    private static Stack unaddressed(Stack stack) {
        return new ChangedStack(stack) {
            @Override
            public UdpSocket openUdp(Port port, UdpHandler handler) {
                return super.openUdp(port, (source, data) -> handler.received(source, data));
            }

            @Override
            public NameServer serve(String zone) {
                return new ServedZone(this, this, AuthoritativeServer::new, zone);
            }
        };
    }

    /** Its server reads something else from each connection than what came. */
    private static Function<Host, Stack> serving(Supplier<UnaryOperator<Octets>> reading) {
        return around(stack -> new ChangedStack(stack) {
            @Override
            public NameServer serve(String zone) {
                return new ServedZone(this, new Listening(this, reading), AuthoritativeServer::new, zone);
            }
        });
    }

    private static Octets onlyWhole(Octets piece) {
        return piece.length() >= 2 && piece.u16(0) + 2 == piece.length() ? piece : Octets.empty();
    }

    private static Octets firstOf(Octets piece) {
        return piece.length() >= 2 && piece.u16(0) + 2 < piece.length() ? piece.slice(0, piece.u16(0) + 2) : piece;
    }

    private static final class NobodysAnswer extends ReplyCheck {
        @Override
        protected boolean hasSameQuestion(DnsMessage query, DnsMessage reply) {
            return reply.questions().isEmpty() || super.hasSameQuestion(query, reply);
        }
    }

    private static final class NoAuthority extends ZoneSearch {
        NoAuthority(Zone zone) {
            super(zone);
        }

        @Override
        protected void referral(Draft draft, DomainName cut) {
            super.referral(draft, cut);
            draft.authoritative = false;
        }
    }

    private static final class Bare extends AuthoritativeServer {
        Bare(Zone zone) {
            super(zone);
        }

        @Override
        protected DnsMessage unreadable(DnsHeader header, Octets query) {
            return super.unreadable(header, query).toBuilder()
                    .additional(List.of())
                    .build();
        }
    }

    private static final class Lenient extends AuthoritativeServer {
        Lenient(Zone zone) {
            super(zone);
        }

        @Override
        protected ResponseCode malformed() {
            return ResponseCode.NOERROR;
        }
    }

    private static final class QuestionOnly extends AuthoritativeServer {
        QuestionOnly(Zone zone) {
            super(zone);
        }

        @Override
        protected DnsMessage truncated(DnsMessage reply) {
            return super.truncated(reply).toBuilder().additional(List.of()).build();
        }
    }

    private static final class OnlyFirst implements UnaryOperator<Octets> {
        private boolean read;

        @Override
        public Octets apply(Octets piece) {
            Octets taken = read ? Octets.empty() : piece;
            read = read || !piece.isEmpty();
            return taken;
        }
    }

    private record Listening(Stack stack, Supplier<UnaryOperator<Octets>> reading) implements TcpService {
        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            return stack.listen(port, connection -> acceptor.accepted(new Read(connection, reading.get())));
        }
    }

    private static final class Read extends OtherCalls.Calls {
        private final UnaryOperator<Octets> reading;

        Read(TcpConnection connection, UnaryOperator<Octets> reading) {
            super(connection);
            this.reading = reading;
        }

        @Override
        public Octets receive(int max) {
            return reading.apply(super.receive(max));
        }
    }

    private static final class AliasIsNoData extends AnswerReader {
        @Override
        public Optional<Answer> read(Question question, DnsMessage reply) {
            return super.read(question, reply)
                    .map(answer -> answer instanceof Answer.Alias ? new Answer.NoData(Duration.ZERO) : answer);
        }
    }

    private static final class AnswersAnswers extends AuthoritativeServer {
        AnswersAnswers(Zone zone) {
            super(zone);
        }

        @Override
        protected boolean isIgnored(DnsHeader header) {
            return false;
        }
    }

    private static final class FailureForEver extends ChangedStack {
        private final Set<DomainName> failed = new HashSet<>();

        FailureForEver(Stack stack) {
            super(stack);
        }

        @Override
        public void resolve(DomainName name, RecordType type, ResolutionHandler handler) {
            super.resolve(name, type, new Remembering(name, handler));
        }

        private final class Remembering extends Handing {
            private final DomainName name;

            Remembering(DomainName name, ResolutionHandler handler) {
                super(handler);
                this.name = name;
            }

            @Override
            public void found(List<Octets> data) {
                if (failed.contains(name)) {
                    super.failed();
                } else {
                    super.found(data);
                }
            }

            @Override
            public void failed() {
                failed.add(name);
                super.failed();
            }
        }
    }
}
