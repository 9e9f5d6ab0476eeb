package dev.plumbline.reference.dns;

import dev.plumbline.dns.Ipv6Text;
import dev.plumbline.dns.RecordData;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.Map;
import java.util.function.Function;

/** How the data of each type stand in a master file (RFC 1035 section 3.3). */
final class DataText {
    private static final long MAX_32_BITS = 0xffffffffL;

    private static final Map<RecordType, Function<EntryReader, RecordData>> READERS = Map.of(
            RecordType.A, in -> new RecordData.A(Ipv4Address.parse(in.word("an IPv4 address"))),
            RecordType.AAAA, in -> new RecordData.Aaaa(Ipv6Text.parse(in.word("an IPv6 address"))),
            RecordType.NS, in -> new RecordData.Ns(in.name("a server's name")),
            RecordType.CNAME, in -> new RecordData.Cname(in.name("a canonical name")),
            RecordType.PTR, in -> new RecordData.Ptr(in.name("a name")),
            RecordType.SOA, DataText::soa,
            RecordType.MX, in -> new RecordData.Mx(number16(in, "a preference"), in.name("a mail exchange's name")),
            RecordType.TXT, in -> new RecordData.Txt(in.strings()),
            RecordType.SRV, DataText::srv);

    private DataText() {}

    /** Reads what is left of an entry. */
    static RecordData read(RecordType type, EntryReader in) {
        Function<EntryReader, RecordData> reader = READERS.get(type);
        if (in.nextMatches("\\\\#")) {
            return generic(type, in);
        }
        if (reader == null) {
            throw new IllegalArgumentException("expected data of type " + type + " as \\# and octets, found '"
                    + (in.hasNext() ? in.word("data") : "") + "'");
        }
        RecordData data = reader.apply(in);
        in.requireEnd();
        return data;
    }

    /** Octets, of a type that is known too (RFC 3597 section 5). */
    private static RecordData generic(RecordType type, EntryReader in) {
        in.word("\\#");
        long length = in.number("a length", 0xffff);
        Octets octets = in.hex();
        if (octets.length() != length) {
            throw new IllegalArgumentException("expected " + length + " octets, found " + octets.length());
        }
        return RecordData.decode(type, octets).orElseThrow();
    }

    private static RecordData soa(EntryReader in) {
        return new RecordData.Soa(
                in.name("the primary server's name"),
                in.name("a mailbox"),
                in.number("a serial", MAX_32_BITS),
                in.number("a refresh time", MAX_32_BITS),
                in.number("a retry time", MAX_32_BITS),
                in.number("an expire time", MAX_32_BITS),
                in.number("a minimum", MAX_32_BITS));
    }

    private static RecordData srv(EntryReader in) {
        return new RecordData.Srv(
                number16(in, "a priority"), number16(in, "a weight"), number16(in, "a port"), in.name("a target"));
    }

    private static int number16(EntryReader in, String expected) {
        return (int) in.number(expected, 0xffff);
    }
}
