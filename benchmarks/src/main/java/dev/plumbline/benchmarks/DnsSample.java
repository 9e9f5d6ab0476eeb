package dev.plumbline.benchmarks;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Edns;
import dev.plumbline.dns.Question;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A message that is measured, in all its forms. */
final class DnsSample {
    static final String QUERY = "query";
    static final String ANSWER = "answer";

    private final DnsMessage ours;
    private final Octets octets;
    private final byte[] array;
    private final Message theirs;

    private DnsSample(DnsMessage ours) {
        this.ours = ours;
        this.octets = ours.encode();
        this.array = octets.toByteArray();
        this.theirs = read(array);
    }

    static DnsSample named(String name) {
        return new DnsSample(name.equals(QUERY) ? query() : answer());
    }

    DnsMessage ours() {
        return ours;
    }

    Message theirs() {
        return theirs;
    }

    Octets octets() {
        return octets;
    }

    byte[] array() {
        return array;
    }

    /** Whether both sides write the same octets, and read the same records in them. */
    boolean isAgreedOn() {
        DnsMessage read = DnsMessage.decode(octets).orElseThrow();
        return octets.equals(read.encode())
                && octets.equals(Octets.wrap(theirs.toWire()))
                && ourLines(read).equals(theirLines());
    }

    private static List<String> ourLines(DnsMessage read) {
        List<String> lines = new ArrayList<>();
        read.questions().forEach(q -> lines.add(q.name() + " " + q.type()));
        Stream.of(read.answers(), read.authority(), read.additional())
                .flatMap(List::stream)
                .filter(record -> !record.type().equals(RecordType.OPT))
                .forEach(r -> lines.add(r.name() + " " + r.type() + " " + r.ttl() + " " + r.data()));
        read.edns().ifPresent(edns -> lines.add("OPT " + edns.payloadSize()));
        return lines;
    }

    private List<String> theirLines() {
        List<String> lines = new ArrayList<>();
        Record question = theirs.getQuestion();
        lines.add(question.getName() + " " + org.xbill.DNS.Type.string(question.getType()));
        Stream.of(Section.ANSWER, Section.AUTHORITY, Section.ADDITIONAL)
                .flatMap(section -> theirs.getSection(section).stream())
                .filter(record -> record.getType() != org.xbill.DNS.Type.OPT)
                .forEach(r -> lines.add(r.getName() + " " + org.xbill.DNS.Type.string(r.getType()) + " " + r.getTTL()
                        + " " + r.rdataToString()));
        lines.add("OPT " + theirs.getOPT().getPayloadSize());
        return lines;
    }

    private static Message read(byte[] array) {
        try {
            return new Message(array);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a stub resolver asks, with EDNS. */
    private static DnsMessage query() {
        return DnsMessage.query(4711, Question.in(name("www.example.com"), RecordType.A)).toBuilder()
                .edns(Edns.ofPayloadSize(1232))
                .build();
    }

    /** What comes back: an alias, two addresses, the zone's two servers and their addresses. */
    private static DnsMessage answer() {
        return query().reply()
                .recursionAvailable(true)
                .answers(List.of(
                        record("www.example.com", new RecordData.Cname(name("web.example.com"))),
                        record("web.example.com", address("192.0.2.80")),
                        record("web.example.com", address("192.0.2.81"))))
                .authority(List.of(
                        record("example.com", new RecordData.Ns(name("ns1.example.com"))),
                        record("example.com", new RecordData.Ns(name("ns2.example.com")))))
                .additional(List.of(
                        record("ns1.example.com", address("192.0.2.53")),
                        record("ns2.example.com", address("198.51.100.53"))))
                .edns(Edns.ofPayloadSize(1232))
                .build();
    }

    private static ResourceRecord record(String owner, RecordData data) {
        return ResourceRecord.in(name(owner), 3600, data);
    }

    private static RecordData address(String text) {
        return new RecordData.A(Ipv4Address.parse(text));
    }

    private static DomainName name(String text) {
        return DomainName.parse(text);
    }
}
