package dev.plumbline.steps;

import dev.plumbline.application.LookUp;
import dev.plumbline.application.LookUp.Outcome;
import dev.plumbline.dns.DomainName;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.Elapse;
import dev.plumbline.peer.Lab;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Finding;
import dev.plumbline.trial.FindingError;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyDns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The DNS server that the endpoint asks, what it knows, and what the endpoint's application is told of it. */
final class Names {
    static final String NAME = "the name";
    static final String ADDRESSES = "the addresses";
    static final String NEW_ADDRESS = "the new address";
    static final String TIME_TO_LIVE = "the time to live in seconds";
    /** The time to live where it does not matter: five minutes. */
    static final int TTL = 300;

    private static final String OTHER_NAME = "another name";
    /** Times to live are whole seconds (RFC 1035 section 3.2.1), so a cache that counts in these may be wrong by one. */
    private static final Duration TOLERANCE = Duration.ofSeconds(1);
    /** A cache may put a bound on any time to live (RFC 2181 section 8); one below this would remember nothing worth it. */
    private static final Duration LEAST_BOUND = Duration.ofMinutes(1);

    private static final int MOST = 8;
    private static final int FEW = 3;

    private Names() {}

    /** The first peer as a DNS server, from now on. */
    static DnsServerPeer open(Trial t) {
        Scene.lab(t).speakDns();
        return t.put(new DnsServerPeer(Scene.peer(t), t.world().timeline()));
    }

    static DnsServerPeer server(Trial t) {
        return t.the(DnsServerPeer.class);
    }

    /** The name that it is all about. */
    static DomainName name(Trial t) {
        return t.maybe(NAME, DomainName.class).orElseGet(() -> t.draw(NAME, AnyDns.name()));
    }

    /** Says which name it is all about, if it was drawn among others. */
    static void isAbout(Trial t, DomainName name) {
        t.put(NAME, name);
    }

    /** A name that does not exist because of {@code not}: neither that nor one above it. */
    static DomainName otherName(Trial t, DomainName not) {
        return t.draw(OTHER_NAME, AnyDns.shortName().filter(n -> !not.isAtOrBelow(n)));
    }

    static List<Ipv4Address> addresses(Trial t) {
        return t.draw(ADDRESSES, AnyDns.addresses(1, MOST));
    }

    static List<Ipv4Address> fewAddresses(Trial t) {
        return t.draw(ADDRESSES, AnyDns.addresses(1, FEW));
    }

    static Ipv4Address addressBut(Trial t, String what, List<Ipv4Address> not) {
        return t.draw(what, AnyDns.address().filter(a -> !not.contains(a)));
    }

    /** Draws for how long the book's records hold. */
    static int drawTimeToLive(Trial t) {
        return t.put(
                TIME_TO_LIVE,
                t.draw(TIME_TO_LIVE, AnyDns.timeToLive(t.world().timeline().base())));
    }

    /** For how long the book's records hold, in seconds; zero if nobody has said so. */
    static int timeToLive(Trial t) {
        return t.maybe(TIME_TO_LIVE, Integer.class).orElse(0);
    }

    /** A book without anything in it; what is not there may be remembered as that for {@code negativeTtl} seconds. */
    static PhoneBook emptyBook(int negativeTtl) {
        return PhoneBook.empty(DomainName.ROOT, 1, negativeTtl);
    }

    /** The book leads the name to {@code addresses}. */
    static void lead(Trial t, int ttl, List<Ipv4Address> addresses) {
        server(t).use(emptyBook(TTL).with(name(t), ttl, addresses));
    }

    /** The endpoint's application looks a name up. */
    static LookUp lookUp(Trial t, DomainName name) {
        return t.put(LookUp.start(Scene.endpoint(t), "the application", name));
    }

    /** It is told exactly what the book has. */
    static Expectation toldTheAddresses(Trial t, LookUp lookUp) {
        return toldExactly(t, lookUp, server(t).book().addresses(lookUp.question()));
    }

    static Expectation toldExactly(Trial t, LookUp lookUp, Set<Ipv4Address> right) {
        return new Told(lookUp, "these addresses: " + right, told -> objection(t, told, right));
    }

    /** It is told what the book has, or that it has nothing: the scene of what follows. */
    static Expectation toldAsTheBookSays(Trial t) {
        LookUp lookUp = t.the(LookUp.class);
        return server(t).book().has(lookUp.question()) ? toldTheAddresses(t, lookUp) : told(t, Outcome.NO_SUCH_NAME);
    }

    /** The DNS server is asked about the name more often than before; what is told without a question is old. */
    static Expectation isAskedAgain(Trial t, long before) {
        LookUp lookUp = t.the(LookUp.class);
        return new Told(
                lookUp,
                "another question to the DNS server, for the answer that the endpoint had lives no longer",
                told -> server(t).askedAbout(name(t)) > before
                        ? Optional.empty()
                        : Optional.of(told + ", without asking the DNS server again"));
    }

    /** It is told one of the other outcomes. */
    static Expectation told(Trial t, Outcome wanted) {
        return new Told(
                t.the(LookUp.class),
                wanted.toString(),
                told -> told.outcome().filter(o -> o == wanted).isPresent()
                        ? Optional.empty()
                        : Optional.of(told + ", instead of " + wanted));
    }

    private static Optional<String> objection(Trial t, LookUp told, Set<Ipv4Address> right) {
        if (told.outcome().filter(o -> o == Outcome.FOUND).isEmpty() || !told.hasOnlyAddresses()) {
            return Optional.of(told + ", although the name has addresses");
        }
        List<String> wrong = new ArrayList<>();
        told.addresses().stream()
                .filter(address -> !right.contains(address))
                .forEach(address -> wrong.add(address + explanation(t, address)));
        List<Ipv4Address> missing =
                right.stream().filter(a -> !told.addresses().contains(a)).toList();
        if (!missing.isEmpty()) {
            wrong.add(missing.size() + " of its " + right.size() + " addresses missing, " + missing.get(0)
                    + " among them");
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private static String explanation(Trial t, Ipv4Address address) {
        return t.maybe(Lies.class).flatMap(lies -> lies.of(address)).orElse(", which is not the name's");
    }

    /** A SYN before the answer would go to an address that nobody has given. */
    static void requireAnswerFirst(Trial t) {
        for (Transcript.Entry entry : t.world().transcript().entries()) {
            if (isAnswer(entry)) {
                return;
            }
            boolean syn = entry.kind() == Transcript.Kind.SENT
                    && entry.host().equals(Lab.ENDPOINT)
                    && Packet.of(entry.datagram()).tcp().isPresent()
                    && !isForTheServer(t, Packet.of(entry.datagram()));
            if (syn) {
                throw new FindingError(Finding.wrong(
                        "the endpoint connected before the DNS server had answered",
                        "first the answer, then the SYN",
                        Packet.of(entry.datagram()).toString()));
            }
        }
    }

    /** When the DNS server's latest answer has arrived at the endpoint. */
    static Duration answeredAt(Trial t) {
        List<Transcript.Entry> entries = t.world().transcript().entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (isAnswer(entries.get(i))) {
                return entries.get(i).at();
            }
        }
        throw new IllegalStateException("no answer of the DNS server has arrived");
    }

    /** What comes from port 53 over UDP, or as data over TCP. */
    private static boolean isAnswer(Transcript.Entry entry) {
        if (entry.kind() != Transcript.Kind.RECEIVED || !entry.host().equals(Lab.ENDPOINT)) {
            return false;
        }
        Packet packet = Packet.of(entry.datagram());
        return packet.udp()
                        .filter(d -> d.sourcePort().equals(DnsServerPeer.PORT))
                        .isPresent()
                || packet.tcp()
                        .filter(s -> s.sourcePort().equals(DnsServerPeer.PORT)
                                && !s.payload().isEmpty())
                        .isPresent();
    }

    /** Until the answer that arrived last is certainly too old. */
    static Expectation untilTooOld(Trial t, Duration timeToLive) {
        return until(t, answeredAt(t).plus(timeToLive).plus(TOLERANCE));
    }

    /** Until a moment at which the answer that arrived last certainly lives. */
    static Expectation untilWithin(Trial t, int timeToLive, String which) {
        int part = t.draw(which + ", in thousandths of the time that it certainly lives", AnyDns.thousandths());
        return until(
                t, answeredAt(t).plus(certain(timeToLive).multipliedBy(part).dividedBy(1000)));
    }

    /** Whether the answer that arrived last certainly lives: where time is real, waiting for other trials may have been too long. */
    static boolean isWithin(Trial t, int timeToLive) {
        return t.world().timeline().now().compareTo(answeredAt(t).plus(certain(timeToLive))) < 0;
    }

    private static Duration certain(int timeToLive) {
        Duration whole = Duration.ofSeconds(timeToLive);
        return (whole.compareTo(LEAST_BOUND) < 0 ? whole : LEAST_BOUND).minus(TOLERANCE);
    }

    private static Expectation until(Trial t, Duration moment) {
        Duration left = moment.minus(t.world().timeline().now());
        return new Elapse(left.isNegative() ? Duration.ZERO : left);
    }

    /** What the endpoint has sent besides questions to the DNS server. */
    static Optional<Packet> besidesQuestions(Trial t) {
        return t.world().transcript().entries().stream()
                .filter(e -> e.kind() == Transcript.Kind.SENT && e.host().equals(Lab.ENDPOINT))
                .map(e -> Packet.of(e.datagram()))
                .filter(p -> !isForTheServer(t, p) && p.icmp().isEmpty())
                .findFirst();
    }

    private static boolean isForTheServer(Trial t, Packet packet) {
        boolean right = packet.ip()
                .filter(ip -> ip.destination().equals(server(t).local().address()))
                .isPresent();
        boolean port = packet.udp()
                        .filter(d -> d.destinationPort().equals(DnsServerPeer.PORT))
                        .isPresent()
                || packet.tcp()
                        .filter(s -> s.destinationPort().equals(DnsServerPeer.PORT))
                        .isPresent();
        return right && port;
    }
}
