package dev.plumbline.reference.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.dns.ResourceRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Master files (RFC 1035 section 5, RFC 2308 section 4, RFC 3597 section 5). */
class ZoneFileTest {
    private static final String START = "example. 3600 IN SOA ns.example. admin.example. 1 2 3 4 5\n";

    @Test
    void theExampleOfRfc1035IsRead() {
        // RFC 1035 section 5.3, with an origin and a TTL, which it is loaded with there, and without what it includes.
        Zone zone = ZoneFile.parse("""
                $ORIGIN ISI.EDU.
                $TTL 60
                @   IN  SOA     VENERA      Action\\.domains (
                                                 20     ; SERIAL
                                                 7200   ; REFRESH
                                                 600    ; RETRY
                                                 3600000; EXPIRE
                                                 60)    ; MINIMUM

                        NS      A.ISI.EDU.
                        NS      VENERA
                        NS      VAXA
                        MX      10      VENERA
                        MX      20      VAXA

                A       A       26.3.0.103

                VENERA  A       10.1.0.52
                        A       128.9.0.32

                VAXA    A       10.2.0.27
                        A       128.9.0.33
                """);

        assertThat(zone.start())
                .hasToString("ISI.EDU. 60 IN SOA VENERA.ISI.EDU. Action\\.domains.ISI.EDU. 20 7200 600 3600000 60");
        assertThat(texts(zone.records(name("isi.edu"), RecordType.NS)))
                .containsExactly(
                        "ISI.EDU. 60 IN NS A.ISI.EDU.",
                        "ISI.EDU. 60 IN NS VENERA.ISI.EDU.",
                        "ISI.EDU. 60 IN NS VAXA.ISI.EDU.");
        assertThat(texts(zone.records(name("vaxa.isi.edu"))))
                .containsExactly("VAXA.ISI.EDU. 60 IN A 10.2.0.27", "VAXA.ISI.EDU. 60 IN A 128.9.0.33");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.example. 60 IN A 192.0.2.1       | x.example. 60 IN A 192.0.2.1",
                "x.example. IN 60 A 192.0.2.1       | x.example. 60 IN A 192.0.2.1",
                "x.example. in a 192.0.2.1          | x.example. 3600 IN A 192.0.2.1",
                "x.example. AAAA 2001:DB8::0:1      | x.example. 3600 IN AAAA 2001:db8::1",
                "x.example. MX 10 .                 | x.example. 3600 IN MX 10 .",
                "x.example. SRV 1 2 3 y.example.    | x.example. 3600 IN SRV 1 2 3 y.example.",
                "x.example. PTR a\\.b\\046c.example.| x.example. 3600 IN PTR a\\.b\\.c.example.",
                "x.example. CNAME y\\\\.            | x.example. 3600 IN CNAME y\\\\.",
                "x.example. TXT one \"t w o\" \"\"  | x.example. 3600 IN TXT \"one\" \"t w o\" \"\"",
                "x.example. TXT \"a;b\" c\\;d       | x.example. 3600 IN TXT \"a;b\" \"c;d\"",
                "x.example. TXT \"say \\\"hi\\\"\\255\" | x.example. 3600 IN TXT \"say \\\"hi\\\"\\255\"",
                "x.example. TYPE65280 \\# 4 0a 000001 | x.example. 3600 IN TYPE65280 \\# 4 0a000001",
                "x.example. TYPE65280 \\# 0         | x.example. 3600 IN TYPE65280 \\# 0",
                "x.example. A \\# 4 c0000201        | x.example. 3600 IN A 192.0.2.1",
                "x.example. CLASS1 TYPE1 192.0.2.1  | x.example. 3600 IN A 192.0.2.1",
                "*.x.example. A 192.0.2.1           | *.x.example. 3600 IN A 192.0.2.1"
            })
    void anEntryIsRead(String entry, String record) {
        assertThat(texts(only(entry))).containsExactly(record);
    }

    @Test
    void anOriginCompletesTheNamesAfterItAndMayBeRelativeItself() {
        Zone zone = ZoneFile.parse(START + "$ORIGIN example.\n$ORIGIN sub\na A 192.0.2.1\n@ MX 1 a\n");

        assertThat(texts(zone.records(name("a.sub.example")))).containsExactly("a.sub.example. 3600 IN A 192.0.2.1");
        assertThat(texts(zone.records(name("sub.example"))))
                .containsExactly("sub.example. 3600 IN MX 1 a.sub.example.");
    }

    @Test
    void aTtlIsItsOwnOrTheStatedDefaultOrTheLastOne() {
        Zone zone = ZoneFile.parse(
                START + "a.example. 7 A 192.0.2.1\nb.example. A 192.0.2.1\n$TTL 9\nc.example. A 192.0.2.1\n");

        assertThat(only(zone, "a").ttl()).isEqualTo(7);
        assertThat(only(zone, "b").ttl()).isEqualTo(7);
        assertThat(only(zone, "c").ttl()).isEqualTo(9);
    }

    @Test
    void parenthesesAndStringsGoOverTheEndOfALineAndCommentsEndWithIt() {
        Zone zone = ZoneFile.parse(
                START + "; a ( comment \"\n"
                        + "a.example. TXT ( one ; and ) another\n  two ) ; last\n\t ; blank\nb.example. TXT \"x\ny\"\r\n MX 1 a.example.\r\n");

        assertThat(texts(zone.records(name("a.example")))).containsExactly("a.example. 3600 IN TXT \"one\" \"two\"");
        assertThat(texts(zone.records(name("b.example"))))
                .containsExactly("b.example. 3600 IN TXT \"x\\010y\"", "b.example. 3600 IN MX 1 a.example.");
    }

    @Test
    void aRecordIsTakenOnceAndASetHasItsLowestTtl() {
        Zone zone = ZoneFile.parse(
                START + "a.example. 9 A 192.0.2.1\nA.example. 7 A 192.0.2.1\na.example. 8 A 192.0.2.2\n");

        assertThat(texts(zone.records(name("a.example"))))
                .containsExactly("a.example. 7 IN A 192.0.2.1", "a.example. 7 IN A 192.0.2.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x.example. A 192.0.2           | expected an IPv4 address such as 192.0.2.1, found '192.0.2'",
                "x.example. A                   | expected an IPv4 address, found the end of the entry",
                "x.example. A 192.0.2.1 2       | expected the end of the entry, found '2'",
                "x.example. MX ten y.example.   | expected a preference, a number from 0 to 65535, found 'ten'",
                "x.example. MX 65536 y.example. | expected a preference, a number from 0 to 65535, found '65536'",
                "x.example. 2147483648 A 1.2.3.4| expected a TTL, a number from 0 to 2147483647, found '2147483648'",
                "x.example. BOGUS 1             | expected a record type such as A or TYPE65280, found 'BOGUS'",
                "x.example. TYPE65280 1         | expected data of type TYPE65280 as \\# and octets, found '1'",
                "x.example. TYPE65280 \\# 2 01  | expected 2 octets, found 1",
                "x.example. TYPE65280 \\# 1 0g  | expected pairs of hexadecimal digits, found '0g'",
                "x.example. A \\# 1 01          | RDATA, octet 0: the address takes 4 octets, but 1 are left",
                "x.example. OPT \\# 0           | expected a type that a record may have, found OPT",
                "x.example. CH A 192.0.2.1      | expected class IN, found CH",
                "$INCLUDE other                 | expected $ORIGIN or $TTL, found '$INCLUDE'",
                "other. A 192.0.2.1             | expected a name at or below example., found other.",
                "a.example. SOA . . 1 2 3 4 5   | expected one SOA record, found another of a.example.",
                "example. CNAME a.example.      | expected one CNAME record or none of example., found CNAME beside it",
                "x..example. A 192.0.2.1        | in the name 'x..example.' a label has 0 octets; 1 to 63 are allowed",
                "x.example. TXT \"open          | expected a '\"' that ends the string, found the end of the file",
                "x.example. TXT ( open          | expected a ')', found the end of the file",
                "x.example. TXT ) open          | found a ')' without a '('"
            })
    void whatIsWrongIsNamedWithItsLine(String entry, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneFile.parse(START + "\n" + entry))
                .withMessage("line 3: " + problem);
    }

    @Test
    void anAliasHasNoOtherData() {
        String alias = "a.example. CNAME example.\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneFile.parse(START + alias + "a.example. A 192.0.2.1"))
                .withMessage("line 3: expected one CNAME record or none of a.example., found A beside it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneFile.parse(START + alias + "a.example. CNAME b.example."));
        assertThat(ZoneFile.parse(START + alias + alias).records(name("a.example")))
                .hasSize(1);
    }

    @Test
    void aFileNeedsAStartAnOwnerAndATtl() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneFile.parse("; nothing\n"))
                .withMessage("expected an SOA record, found none in the file");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneFile.parse(" 60 A 192.0.2.1"))
                .withMessage("line 1: expected an owner, found a blank and no record before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ZoneFile.parse("a.example. A 192.0.2.1"))
                .withMessage("line 1: expected a TTL, found none here or before");
    }

    private static List<ResourceRecord> only(String entry) {
        Zone zone = ZoneFile.parse(START + entry);
        DomainName owner = name(entry.substring(0, entry.indexOf(' ')));
        return zone.records(owner);
    }

    private static ResourceRecord only(Zone zone, String label) {
        return zone.records(name(label + ".example")).get(0);
    }

    private static List<String> texts(List<ResourceRecord> records) {
        return records.stream().map(ResourceRecord::toString).toList();
    }

    private static DomainName name(String text) {
        return DomainName.parse(text);
    }
}
