package dev.plumbline.reference.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.reference.dns.NaiveLookup.Outcome;
import dev.plumbline.reference.dns.NaiveLookup.Rec;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any name in any small zone (RFC 1034 section 4.3.2, RFC 4592 sections 2.2 and 3.3). */
class ZoneSearchProperties {
    private static final String APEX = "example.";
    private static final String START = "example. 60 IN SOA example. example. 1 2 3 4 5\n";
    private static final List<String> LABELS = List.of("a", "b", "*");
    private static final List<String> TYPES = List.of("A", "TXT", "CNAME", "NS", "MX");

    @Property(tries = 200)
    void everyNameIsAnsweredWithWhatAPlainSearchOfTheRecordsFinds(@ForAll("zones") List<Rec> records) {
        AuthoritativeServer server = server(records);
        NaiveLookup naive = new NaiveLookup(APEX, records);
        for (String name : names(3, List.of("a", "b", "*", "c"))) {
            for (String type : List.of("A", "TXT", "CNAME", "NS")) {
                DnsMessage reply = ask(server, name, type);
                assertThat(outcome(reply)).as(name + " " + type).isEqualTo(naive.ask(name, type));
            }
        }
    }

    @Property(tries = 50)
    void everyAnswerHasAuthorityButTheReferrals(@ForAll("zones") List<Rec> records) {
        AuthoritativeServer server = server(records);
        for (String name : names(3, LABELS)) {
            DnsMessage reply = ask(server, name, "A");
            boolean referral =
                    reply.answers().isEmpty() && outcome(reply).kind().equals("referral");
            assertThat(reply.header().authoritative()).as(name).isEqualTo(!referral);
        }
    }

    @Property(tries = 200)
    void whateverArrivesTheServerGoesOn(@ForAll("zones") List<Rec> records, @ForAll byte[] octets, @ForAll int where) {
        AuthoritativeServer server = server(records);
        byte[] query = DnsMessage.query(9, Question.in(DomainName.parse("a.example"), RecordType.A))
                .encode()
                .toByteArray();
        DnsMessage before = ask(server, "a.example", "A");
        server.answerOverUdp(Octets.copyOf(octets));
        for (int i = 0; i < octets.length; i++) {
            query[Math.floorMod(where + 31 * i, query.length)] = octets[i];
            server.answerOverUdp(Octets.copyOf(query))
                    .ifPresent(reply ->
                            assertThat(DnsMessage.decode(reply).value()).isPresent());
        }

        assertThat(ask(server, "a.example", "A")).isEqualTo(before);
    }

    /** A few records that can stand together: who is an alias has nothing else. */
    @Provide
    Arbitrary<List<Rec>> zones() {
        return Combinators.combine(name(), Arbitraries.of(TYPES), name())
                .as(ZoneSearchProperties::rec)
                .list()
                .ofMaxSize(8)
                .map(ZoneSearchProperties::compatible)
                .withoutEdgeCases();
    }

    private static Arbitrary<String> name() {
        return Arbitraries.of(LABELS)
                .list()
                .ofMaxSize(3)
                .map(labels -> labels.stream().map(l -> l + ".").collect(Collectors.joining()) + APEX);
    }

    private static Rec rec(String owner, String type, String other) {
        return switch (type) {
            case "A" -> new Rec(owner, type, "192.0.2." + other.length());
            case "TXT" -> new Rec(owner, type, "\"" + other + "\"");
            case "MX" -> new Rec(owner, type, "10 " + other);
            default -> new Rec(owner, type, other.startsWith("*") ? "out.side." : other);
        };
    }

    private static List<Rec> compatible(List<Rec> drawn) {
        List<Rec> taken = new ArrayList<>();
        for (Rec rec : drawn) {
            boolean alias = rec.type().equals("CNAME");
            boolean clash = taken.stream()
                    .anyMatch(t ->
                            t.owner().equals(rec.owner()) && (alias || t.type().equals("CNAME")));
            if (!clash && !taken.contains(rec) && !(alias && rec.owner().equals(APEX))) {
                taken.add(rec);
            }
        }
        return taken;
    }

    private static AuthoritativeServer server(List<Rec> records) {
        return new AuthoritativeServer(
                ZoneFile.parse(START + records.stream().map(r -> r + "\n").collect(Collectors.joining())));
    }

    private static DnsMessage ask(AuthoritativeServer server, String name, String type) {
        DnsMessage query = DnsMessage.query(1, Question.in(DomainName.parse(name), RecordType.parse(type)));
        return DnsMessage.decode(server.answerOverTcp(query.encode()).orElseThrow())
                .orElseThrow();
    }

    private static Outcome outcome(DnsMessage reply) {
        List<String> answers =
                reply.answers().stream().map(ResourceRecord::toString).toList();
        boolean start = reply.authority().stream().anyMatch(r -> r.type().equals(RecordType.SOA));
        if (reply.header().code().equals(ResponseCode.NXDOMAIN)) {
            return new Outcome("no such name", answers);
        }
        String there = reply.authority().isEmpty() ? "found" : "referral";
        return new Outcome(start ? "no data" : there, answers);
    }

    /** All names of up to that many of the labels below the apex. */
    private static List<String> names(int depth, List<String> labels) {
        List<String> names = new ArrayList<>(List.of(APEX));
        for (int first = 0, i = 0; i < depth; i++) {
            List<String> longest = List.copyOf(names.subList(first, names.size()));
            first = names.size();
            longest.stream().flatMap(n -> labels.stream().map(l -> l + "." + n)).forEach(names::add);
        }
        return names;
    }
}
