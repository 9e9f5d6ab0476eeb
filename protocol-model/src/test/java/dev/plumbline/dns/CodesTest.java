package dev.plumbline.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that have names; the numbers are those of the IANA's registry. */
class CodesTest {
    @ParameterizedTest
    @CsvSource({
        "1,A",
        "2,NS",
        "5,CNAME",
        "6,SOA",
        "12,PTR",
        "15,MX",
        "16,TXT",
        "28,AAAA",
        "33,SRV",
        "39,DNAME",
        "41,OPT",
        "43,DS",
        "251,IXFR",
        "252,AXFR",
        "255,ANY",
        "0,TYPE0",
        "65280,TYPE65280",
        "65535,TYPE65535"
    })
    void aRecordTypeHasANameOrANumber(int code, String name) {
        assertThat(new RecordType(code)).hasToString(name);
        assertThat(RecordType.parse(name)).isEqualTo(new RecordType(code));
    }

    @Test
    void aRecordTypeMayBeWrittenAsANumberOrInSmallLetters() {
        // RFC 3597 section 5: a server must take the number for a type that it knows, too.
        assertThat(RecordType.parse("TYPE1")).isEqualTo(RecordType.A);
        assertThat(RecordType.parse("mx")).isEqualTo(RecordType.MX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "B", "TYPE", "TYPEA", "TYPE-1", "1"})
    void whatIsNoRecordTypeIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordType.parse(text))
                .withMessage("expected a record type such as A or TYPE65280, found '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void aRecordTypeIsSixteenBits(int code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordType(code))
                .withMessage("a record type is 0 to 65535, found " + code);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordClass(code))
                .withMessage("a record class is 0 to 65535, found " + code);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "41,true", "65,false", "128,true", "252,true", "255,true", "256,false", "65280,false"})
    void onlyQuestionsAndTheMessageHaveMetaTypes(int code, boolean meta) {
        assertThat(new RecordType(code).isMeta()).isEqualTo(meta);
    }

    @ParameterizedTest
    @CsvSource({"1,IN", "3,CH", "4,HS", "254,NONE", "255,ANY", "32,CLASS32"})
    void aClassHasANameOrANumber(int code, String name) {
        assertThat(new RecordClass(code)).hasToString(name);
        assertThat(RecordClass.parse(name)).isEqualTo(new RecordClass(code));
    }

    @ParameterizedTest
    @CsvSource({
        "0,NOERROR",
        "1,FORMERR",
        "2,SERVFAIL",
        "3,NXDOMAIN",
        "4,NOTIMP",
        "5,REFUSED",
        "16,BADVERS",
        "11,RCODE11",
        "4095,RCODE4095"
    })
    void aResponseCodeHasANameOrANumber(int code, String name) {
        assertThat(new ResponseCode(code)).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({"0,QUERY", "1,IQUERY", "2,STATUS", "4,NOTIFY", "5,UPDATE", "15,OPCODE15"})
    void anOpcodeHasANameOrANumber(int code, String name) {
        assertThat(new Opcode(code)).hasToString(name);
    }

    @Test
    void codesThatDoNotFitTheirFieldAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opcode(16));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResponseCode(4096));
        // The header alone has room for four bits.
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new DnsMessageBuilder().code(ResponseCode.BADVERS).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DnsMessageBuilder().id(65536).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DnsMessageBuilder().z(8).build());
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8::1, 20010db8000000000000000000000001",
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "1::, 00010000000000000000000000000000",
        // RFC 5952 section 4.2: never one group alone, the longest run, the first of two.
        "2001:db8:0:1:1:1:1:1, 20010db8000000010001000100010001",
        "2001:0:0:1::1, 20010000000000010000000000000001",
        "2001:db8::1:0:0:1, 20010db8000000000001000000000001"
    })
    void anIpv6AddressIsAsShortAsItCanBe(String text, String hex) {
        assertThat(Ipv6Text.parse(text).toHex()).isEqualTo(hex);
        assertThat(Ipv6Text.write(Ipv6Text.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "g::",
                "12345::",
                "1:2:3:4:5:6:7::8"
            })
    void whatIsNoIpv6AddressIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ipv6Text.parse(text))
                .withMessage("expected an IPv6 address such as 2001:db8::1, found '" + text + "'");
    }
}
