package dev.plumbline.dns;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * Any DNS message, for the properties of this package: names share endings, so that there is something to compress. What is put
 * together of many parts has no edge cases of its own: their combinations would be all that is ever drawn.
 */
final class Messages extends DomainContextBase {
    @Provide
    static Arbitrary<DomainName> names() {
        Arbitrary<DomainName> endings = Arbitraries.of("", "com", "COM", "example.com", "a.b.c.d.example.com")
                .map(DomainName::parse);
        Arbitrary<DomainName> some = Combinators.combine(labels().list().ofMaxSize(3), endings)
                .as((labels, ending) -> {
                    DomainName name = ending;
                    for (String label : labels) {
                        name = name.wireLength() + label.length() < 255 ? name.prepend(label) : name;
                    }
                    return name;
                });
        return Arbitraries.frequencyOf(Tuple.of(9, some), Tuple.of(1, Arbitraries.just(longest())));
    }

    @Provide
    static Arbitrary<RecordData> data() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 0xffff);
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 0xffffffffL);
        return Arbitraries.oneOf(
                Arbitraries.integers().map(Ipv4Address::new).map(RecordData.A::new),
                octets(16, 16).map(RecordData.Aaaa::new),
                names().map(RecordData.Ns::new),
                names().map(RecordData.Cname::new),
                names().map(RecordData.Ptr::new),
                Combinators.combine(names(), names(), seconds, seconds)
                        .as((m, r, s, t) -> new RecordData.Soa(m, r, s, t, s, t, 0xffffffffL)),
                Combinators.combine(number, names()).as(RecordData.Mx::new),
                octets(0, 255).list().ofMinSize(1).ofMaxSize(3).map(RecordData.Txt::new),
                Combinators.combine(number, number, number, names()).as(RecordData.Srv::new),
                Combinators.combine(Arbitraries.integers().between(256, 65535).map(RecordType::new), octets(0, 300))
                        .as(RecordData.Unknown::new));
    }

    @Provide
    static Arbitrary<ResourceRecord> records() {
        Arbitrary<Long> ttls = Arbitraries.longs().between(0, 0xffffffffL);
        return Combinators.combine(names(), ttls, data()).as(ResourceRecord::in).withoutEdgeCases();
    }

    @Provide
    static Arbitrary<Question> questions() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(names(), number.map(RecordType::new), number.map(RecordClass::new))
                .as(Question::new);
    }

    @Provide
    static Arbitrary<Edns> edns() {
        Arbitrary<Integer> octet = Arbitraries.integers().between(0, 255);
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(
                        number,
                        octet,
                        octet,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 0x7fff),
                        Combinators.combine(number, octets(0, 20))
                                .as(RecordData.Option::new)
                                .list()
                                .ofMaxSize(3))
                .as(Edns::new)
                .withoutEdgeCases();
    }

    @Provide
    static Arbitrary<DnsHeader> headers() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Integer> four = Arbitraries.integers().between(0, 15);
        Arbitrary<Integer> id = Arbitraries.integers().between(0, 0xffff);
        return Combinators.combine(
                        id,
                        flag,
                        four,
                        flag,
                        flag,
                        flag,
                        flag,
                        Arbitraries.integers().between(0, 7))
                .flatAs((i, qr, op, aa, tc, rd, ra, z) -> four.map(
                        code -> new DnsHeader(i, qr, new Opcode(op), aa, tc, rd, ra, z, new ResponseCode(code))))
                .withoutEdgeCases();
    }

    @Provide
    static Arbitrary<DnsMessage> messages() {
        Arbitrary<List<ResourceRecord>> section = records().list().ofMaxSize(4);
        return Combinators.combine(
                        headers(), questions().list().ofMaxSize(2), section, section, section, edns().optional())
                .as((header, questions, answers, authority, additional, edns) -> {
                    List<ResourceRecord> all = new ArrayList<>(additional);
                    edns.ifPresent(e -> all.add(e.toRecord()));
                    return new DnsMessage(header, questions, answers, authority, all);
                })
                .withoutEdgeCases();
    }

    /** Labels of letters that are often alike, and such as a host name would never have. */
    static Arbitrary<String> labels() {
        Arbitrary<String> plain = Arbitraries.of("www", "WWW", "mail", "a", "*", "_tcp");
        Arbitrary<String> strange = Arbitraries.strings()
                .withCharRange('\0', '\u00ff')
                .ofMinLength(1)
                .ofMaxLength(63);
        return Arbitraries.oneOf(plain, strange);
    }

    /** 255 octets, in as few labels as that takes. */
    private static DomainName longest() {
        String label = "x".repeat(63);
        return DomainName.of(List.of(label, label, label, "y".repeat(61)));
    }

    private static Arbitrary<Octets> octets(int min, int max) {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMinSize(min)
                .ofMaxSize(max)
                .map(Octets::copyOf);
    }
}
