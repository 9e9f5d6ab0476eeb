package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Damage;
import dev.plumbline.Packets;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any DNS message on its way to octets and back (RFC 1035 section 4.1, RFC 9267 sections 2 to 6). */
@Domain(Messages.class)
@Domain(DomainContext.Global.class)
class DnsMessageProperties {
    @Property(tries = 200)
    void whatIsWrittenIsRead(@ForAll DnsMessage message) {
        assertThat(DnsMessage.decode(message.encode())).isEqualTo(Decoded.valid(message));
        assertThat(DnsMessage.decode(message.encodeUncompressed())).isEqualTo(Decoded.valid(message));
    }

    @Property(tries = 200)
    void compressionKeepsEachNamesSpelling(@ForAll DnsMessage message) {
        DnsMessage read = DnsMessage.decode(message.encode()).orElseThrow();

        assertThat(owners(read)).isEqualTo(owners(message));
    }

    @Property(tries = 200)
    void compressionNeverMakesAMessageLonger(@ForAll DnsMessage message) {
        assertThat(message.encode().length())
                .isLessThanOrEqualTo(message.encodeUncompressed().length());
    }

    @Property
    void eachFieldOfTheHeaderStandsInItsPlace(@ForAll DnsHeader header) {
        DnsMessage message = new DnsMessage(header, List.of(), List.of(), List.of(), List.of());
        // The rows of the diagram in RFC 1035 section 4.1.1, bit by bit.
        String flags = bit(header.response())
                + bits(header.opcode().code(), 4)
                + bit(header.authoritative())
                + bit(header.truncated())
                + bit(header.recursionDesired())
                + bit(header.recursionAvailable())
                + bits(header.z(), 3)
                + bits(header.code().code(), 4);

        assertThat(message.encode().length()).isEqualTo(12);
        assertThat(message.encode().u16(0)).isEqualTo(header.id());
        assertThat(bits(message.encode().u16(2), 16)).isEqualTo(flags);
    }

    @Property(tries = 200)
    void theCountsAreThoseOfTheSections(@ForAll DnsMessage message) {
        Octets octets = message.encode();

        assertThat(List.of(octets.u16(4), octets.u16(6), octets.u16(8), octets.u16(10)))
                .isEqualTo(Stream.of(message.questions(), message.answers(), message.authority(), message.additional())
                        .map(List::size)
                        .toList());
    }

    @Property(tries = 200)
    void aMessageCutShortIsRejectedWhereItEnds(@ForAll DnsMessage message, @ForAll long seed) {
        Octets octets = message.encode();
        Octets start = octets.slice(0, (int) Math.floorMod(seed, (long) octets.length()));

        assertThat(DnsMessage.decode(start).problem())
                .hasValueSatisfying(why -> assertThat(why.offset()).isBetween(0, start.length()));
    }

    @Property(tries = 200)
    void anOctetAfterTheLastRecordIsRejected(@ForAll DnsMessage message) {
        Octets octets = message.encode();

        assertThat(DnsMessage.decode(octets.plus(Octets.of(0))).problem())
                .hasValueSatisfying(why -> assertThat(why)
                        .hasToString("DNS message, octet " + octets.length()
                                + ": the message has 1 octets more than its fields take"));
    }

    @Property(tries = 5000)
    @Domain(Packets.class)
    void anyOctetsAreAMessageOrMalformedAtAnOctetThatIsHere(@ForAll Octets octets) {
        DnsMessage.decode(octets)
                .problem()
                .ifPresent(why -> assertThat(why.offset()).isBetween(0, octets.length()));
    }

    @Property(tries = 1000)
    void whatIsReadFromDamagedOctetsCanBeWrittenAndReadAgain(
            @ForAll DnsMessage message, @ForAll("damages") Damage damage) {
        Decoded<DnsMessage> decoded = DnsMessage.decode(damage.applyTo(message.encode()));

        decoded.value().ifPresent(read -> {
            assertThat(DnsMessage.decode(read.encode())).isEqualTo(decoded);
            assertThat(read.toString()).isNotEmpty();
        });
    }

    @Property(tries = 200)
    void dataAloneComeBack(@ForAll RecordData data) {
        assertThat(RecordData.decode(data.type(), data.encode())).isEqualTo(Decoded.valid(data));
    }

    @Property
    void whatAnOptRecordSaysComesBack(@ForAll Edns edns) {
        ResourceRecord opt = edns.toRecord();

        assertThat(Edns.of(opt)).isEqualTo(edns);
        assertThat(opt.name()).isEqualTo(DomainName.ROOT);
        assertThat(opt.type().code()).isEqualTo(41);
        assertThat(opt.recordClass().code()).isEqualTo(edns.payloadSize());
        // RFC 6891 section 6.1.3: the TTL's octets are the code's upper bits, the version, and DO with Z.
        String ttl = bits(edns.extendedCode(), 8) + bits(edns.version(), 8) + bit(edns.dnssecOk()) + bits(edns.z(), 15);
        assertThat(opt.ttl()).isEqualTo(Long.parseLong(ttl, 2));
    }

    @Property
    void theResponseCodeHasItsUpperBitsFromTheOptRecord(@ForAll DnsHeader header, @ForAll Edns edns) {
        DnsMessage without = new DnsMessage(header, List.of(), List.of(), List.of(), List.of());
        DnsMessage with = without.toBuilder().edns(edns).build();

        assertThat(without.responseCode()).isEqualTo(header.code());
        assertThat(with.responseCode().code())
                .isEqualTo(16 * edns.extendedCode() + header.code().code());
        assertThat(with.edns()).contains(edns);
    }

    @Property
    void aReplyHasTheQuerysIdOpcodeRdAndQuestionsInTheirSpelling(@ForAll DnsMessage query) {
        DnsMessage reply = query.reply().build();

        assertThat(reply.header())
                .isEqualTo(new DnsHeader(
                        query.header().id(),
                        true,
                        query.header().opcode(),
                        false,
                        false,
                        query.header().recursionDesired(),
                        false,
                        0,
                        ResponseCode.NOERROR));
        assertThat(reply.questions().toString()).isEqualTo(query.questions().toString());
        assertThat(reply.answers()).isEmpty();
    }

    @Property(tries = 200)
    void aMessageCanBeTakenApartAndPutTogether(@ForAll DnsMessage message) {
        assertThat(message.toBuilder().build()).isEqualTo(message);
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Damage.any();
    }

    private static List<String> owners(DnsMessage message) {
        return Stream.of(message.answers(), message.authority(), message.additional())
                .flatMap(List::stream)
                .map(ResourceRecord::toString)
                .toList();
    }

    private static String bit(boolean set) {
        return set ? "1" : "0";
    }

    private static String bits(int value, int width) {
        String digits = Integer.toBinaryString(value);
        return "0".repeat(width - digits.length()) + digits;
    }
}
