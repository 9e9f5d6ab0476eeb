package dev.plumbline.tcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plumbline.Damage;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.tcp.TcpOption.MaximumSegmentSize;
import dev.plumbline.tcp.TcpOption.NoOperation;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpOption.Unknown;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.transport.Port;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Malformed;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TcpSegmentTest {
    private static final Ipv4Address CLIENT = Ipv4Address.parse("192.0.2.1");
    private static final Ipv4Address SERVER = Ipv4Address.parse("192.0.2.2");
    private static final TcpSegment SYN = TcpSegment.between(Port.of(50000), Port.of(80))
            .seq(SeqNumber.of(1000))
            .flag(TcpFlag.SYN)
            .window(65535)
            .options(List.of(new MaximumSegmentSize(1460)))
            .build();

    @Test
    void aSynByHand() {
        // Pseudo-header: c000 0201 c000 0202, protocol 0006, length 0018; with the words below it sums to b365.
        Octets octets = Octets.ofHex("c350 0050 000003e8 00000000 6002 ffff 4c9a 0000 020405b4");

        assertThat(SYN.encode(CLIENT, SERVER)).isEqualTo(octets);
        assertThat(TcpSegment.decode(octets, CLIENT, SERVER).orElseThrow()).isEqualTo(SYN);
    }

    @Test
    void synAndFinCountAsOneOctetEach() {
        assertThat(SYN.len()).isEqualTo(1);
        assertThat(SYN.end()).isEqualTo(SeqNumber.of(1001));
        TcpSegment last = SYN.toBuilder()
                .flags(TcpFlags.of(TcpFlag.FIN))
                .seq(SeqNumber.of(4294967295L))
                .payload(Octets.ofText("bye"))
                .build();
        assertThat(last.len()).isEqualTo(4);
        assertThat(last.end()).isEqualTo(SeqNumber.of(3));
    }

    @Test
    void theAcknowledgmentNumberBringsItsBit() {
        TcpSegment.Builder builder = TcpSegment.between(Port.of(1), Port.of(2));

        assertThat(builder.ackNumber(SeqNumber.of(7)).build().flags()).isEqualTo(TcpFlags.NONE);
        assertThat(builder.ack(SeqNumber.of(7)).build().has(TcpFlag.ACK)).isTrue();
    }

    @Test
    void theFirstOptionOfAKindIsFound() {
        TcpSegment twice = SYN.toBuilder()
                .options(List.of(new NoOperation(), new MaximumSegmentSize(1), new MaximumSegmentSize(2)))
                .build();

        assertThat(twice.option(MaximumSegmentSize.class)).contains(new MaximumSegmentSize(1));
        assertThat(twice.option(WindowScale.class)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "020405b4                 | MSS 1460",
                "01 01 0402               | no operation, no operation, SACK permitted",
                // A window scale of three octets without a No Operation before it (RFC 9293 section 3.2, MUST-64).
                "030307 020405b4 00       | window scale 7, MSS 1460",
                "01 080a00000001ffffffff 00 | no operation, timestamp 1 echo 4294967295",
                "050a 00000001 00000002 0000 | SACK of [1 to 2]",
                // Kind 253 means nothing to us; its length tells where the next one starts (MUST-6).
                "fd06aabbccdd 0402        | option 253 with [aabbccdd], SACK permitted",
                // Kinds we know, with lengths that are not theirs.
                "020305 030400aa 00       | option 2 with [05], option 3 with [00aa]",
                "0502 0502                | option 5 with [], option 5 with []",
                // Behind the end of the list anything may stand, and is not looked at.
                "01 00 02 ff 02 00 03 ff  | no operation",
                "00000000                 | ''",
            })
    void optionsAreRead(String hex, String options) {
        TcpSegment segment =
                TcpSegment.decode(withOptionOctets(hex), CLIENT, SERVER).orElseThrow();

        assertThat(segment.options()).hasToString("[" + options + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "02000000          | 2   | 20",
                "01020100          | 2   | 21",
                "01010308          | 3   | 22",
                "01010108          | 8   | 23",
                "fd050000          | 253 | 20",
                "02040000 020500 00| 2   | 24",
            })
    void anOptionWithAnIllegalLengthIsFound(String hex, int kind, int offset) {
        assertThat(TcpSegment.decode(withOptionOctets(hex), CLIENT, SERVER).problem())
                .contains(new Malformed("TCP header", "option " + kind + " has an illegal length", offset));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                               | only 0 octets, a header has at least 20        |  0",
                "c3500050 000003e8 00000000 5002ffff 0000 00     | only 19 octets, a header has at least 20       |  0",
                "c3500050 000003e8 00000000 4002ffff 0000 0000   | data offset of 16 octets in a segment of 20    | 12",
                "c3500050 000003e8 00000000 6002ffff 0000 0000   | data offset of 24 octets in a segment of 20    | 12",
                "c3500050 000003e8 00000000 5002ffff abcd 0000   | wrong checksum 0xabcd                          | 16",
            })
    void aMalformedSegmentIsExplained(String hex, String reason, int offset) {
        Octets octets = hex == null ? Octets.empty() : Octets.ofHex(hex);

        assertThat(TcpSegment.decode(octets, CLIENT, SERVER).problem())
                .contains(new Malformed("TCP header", reason, offset));
    }

    @Test
    void moreThanAnIpv4PacketCarriesIsRejected() {
        Octets octets = repaired(SYN.encode(CLIENT, SERVER).plus(Octets.wrap(new byte[65516 - 24])));

        assertThat(TcpSegment.decode(octets, CLIENT, SERVER).problem())
                .contains(new Malformed("TCP header", "65516 octets, an IPv4 packet carries at most 65515", 0));
    }

    @Test
    void theLongestSegmentIsRead() {
        TcpSegment longest =
                SYN.toBuilder().payload(Octets.wrap(new byte[65515 - 24])).build();

        assertThat(TcpSegment.decode(longest.encode(CLIENT, SERVER), CLIENT, SERVER)
                        .orElseThrow())
                .isEqualTo(longest);
    }

    @Test
    void anOddLastOctetIsCoveredByTheChecksum() {
        TcpSegment odd = SYN.toBuilder().payload(Octets.of(0x80)).build();
        Octets octets = odd.encode(CLIENT, SERVER);

        assertThat(octets.length()).isEqualTo(25);
        assertThat(TcpSegment.decode(octets.withAt(24, Octets.of(0)), CLIENT, SERVER)
                        .problem())
                .isPresent();
    }

    @Test
    void whatDoesNotFitTheHeaderIsRefused() {
        assertRefused(
                "a window is 0 to 65535, found 65536",
                () -> SYN.toBuilder().window(65536).build());
        assertRefused(
                "a window is 0 to 65535, found -1",
                () -> SYN.toBuilder().window(-1).build());
        assertRefused(
                "an urgent pointer is 0 to 65535, found 65536",
                () -> SYN.toBuilder().urgentPointer(65536).build());
        assertRefused(
                "TCP options take at most 40 octets, found 41",
                () -> SYN.toBuilder()
                        .options(Collections.nCopies(41, new NoOperation()))
                        .build());
        assertRefused(
                "a TCP segment over IPv4 is at most 65515 octets, found 65516",
                () -> SYN.toBuilder().payload(Octets.wrap(new byte[65516 - 24])).build());
    }

    @Test
    void anOptionThatCouldNotBeReadBackIsRefused() {
        assertRefused("a maximum segment size is 0 to 65535, found 65536", () -> new MaximumSegmentSize(65536));
        assertRefused("a maximum segment size is 0 to 65535, found -1", () -> new MaximumSegmentSize(-1));
        assertRefused("a window scale is 0 to 255, found 256", () -> new WindowScale(256));
        assertRefused("a window scale is 0 to 255, found -1", () -> new WindowScale(-1));
        assertRefused("a SACK option has 1 to 4 blocks, found 0", () -> new Sack(List.of()));
        assertRefused(
                "a SACK option has 1 to 4 blocks, found 5",
                () -> new Sack(Collections.nCopies(5, new TcpOption.Block(SeqNumber.ZERO, SeqNumber.ZERO))));
        assertRefused("TCP option 1 with 0 octets of data", () -> new Unknown(1, Octets.empty()));
        assertRefused("TCP option 256 with 0 octets of data", () -> new Unknown(256, Octets.empty()));
        assertRefused("TCP option 9 with 39 octets of data", () -> new Unknown(9, Octets.wrap(new byte[39])));
        assertRefused(
                "TCP option 2 with 2 octets of data has a type of its own here",
                () -> new Unknown(2, Octets.of(5, 0xb4)));
    }

    @Test
    void theListsOfASegmentCannotBeChanged() {
        List<TcpOption> mine = new ArrayList<>(List.of(new SackPermitted()));
        TcpSegment segment = SYN.toBuilder().options(mine).build();
        mine.add(new Timestamps(1, 2));

        assertThat(segment.options()).containsExactly(new SackPermitted());
    }

    private static void assertRefused(String message, Runnable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction::run).withMessage(message);
    }

    private static Octets withOptionOctets(String hex) {
        Octets options = Octets.ofHex(hex);
        Octets header = SYN.toBuilder().options(List.of()).build().encode(CLIENT, SERVER);
        return repaired(
                header.with(TcpField.DATA_OFFSET, 5 + options.length() / 4).plus(options));
    }

    private static Octets repaired(Octets octets) {
        long sum = InternetChecksum.pseudoHeader(CLIENT.bits(), SERVER.bits(), 6, octets.length());
        return Damage.withRightChecksum(octets, TcpField.CHECKSUM, octets.length(), sum);
    }
}
