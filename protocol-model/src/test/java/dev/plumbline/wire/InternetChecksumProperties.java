package dev.plumbline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Packets;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** The laws that RFC 1071 section 2 states, and a loop that is too simple to be wrong. */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class InternetChecksumProperties {
    @Property
    void itIsWhatASimpleLoopComputes(@ForAll Octets octets) {
        assertThat(InternetChecksum.of(octets)).isEqualTo(simpleLoop(octets));
    }

    @Property
    void itDoesNotMatterWhereInAnArrayTheOctetsLie(@ForAll Octets octets, @ForAll @IntRange(max = 17) int before) {
        Octets elsewhere = Octets.wrap(new byte[before])
                .plus(octets)
                .plus(Octets.of(0xff))
                .slice(before, before + octets.length());

        assertThat(InternetChecksum.of(elsewhere)).isEqualTo(InternetChecksum.of(octets));
    }

    @Property
    void theSumOfOctetsWithTheirChecksumIsAllOnes(@ForAll Octets octets) {
        Octets even = evened(octets);
        int checksum = InternetChecksum.of(even);

        assertThat(InternetChecksum.of(even.plus(word(checksum)))).isZero();
    }

    @Property
    void theOrderOfTheOctetsInAWordDoesNotMatter(@ForAll Octets octets) {
        byte[] bytes = evened(octets).toByteArray();
        for (int i = 0; i < bytes.length; i += 2) {
            byte first = bytes[i];
            bytes[i] = bytes[i + 1];
            bytes[i + 1] = first;
        }

        int swapped = InternetChecksum.of(Octets.wrap(bytes));
        assertThat(swapped >>> 8 | (swapped & 0xff) << 8).isEqualTo(InternetChecksum.of(octets));
    }

    @Property
    void theOrderOfTheWordsDoesNotMatter(@ForAll Octets first, @ForAll Octets second) {
        Octets one = evened(first);
        Octets other = evened(second);

        assertThat(InternetChecksum.of(one.plus(other))).isEqualTo(InternetChecksum.of(other.plus(one)));
    }

    @Property
    void sumsOfEvenPartsAdd(@ForAll Octets first, @ForAll Octets second) {
        Octets one = evened(first);

        assertThat(InternetChecksum.finish(InternetChecksum.sum(one) + InternetChecksum.sum(second)))
                .isEqualTo(InternetChecksum.of(one.plus(second)));
    }

    @Property
    void anOddLastOctetCountsAsIfZeroFollowed(@ForAll Octets octets) {
        assertThat(InternetChecksum.of(octets)).isEqualTo(InternetChecksum.of(octets.plus(Octets.of(0))));
    }

    /** RFC 1624 section 3, equation 3: what a router does when it lowers the Time to Live. */
    @Property
    void itCanBeUpdatedWhenOneWordChanges(
            @ForAll Octets octets, @ForAll @IntRange(max = 65535) int word, @ForAll @IntRange(max = 1000) int where) {
        Octets before = evened(octets).plus(Octets.of(1, 2));
        int at = where % (before.length() / 2) * 2;
        Octets after = before.withAt(at, word(word));

        int updated = InternetChecksum.finish(
                (~InternetChecksum.of(before) & 0xffff) + (~before.u16(at) & 0xffff) + (long) word);
        // Zero has two forms in one's complement, and the update may give either.
        assertThat(updated % 0xffff).isEqualTo(InternetChecksum.of(after) % 0xffff);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void thePseudoHeaderIsTheSumOfItsTwelveOctets(
            @ForAll int source,
            @ForAll int destination,
            @ForAll @IntRange(max = 255) int protocol,
            @ForAll @IntRange(max = 65535) int length) {
        Octets header = new OctetWriter(12)
                .i32(source)
                .i32(destination)
                .u8(0)
                .u8(protocol)
                .u16(length)
                .toOctets();

        assertThat(InternetChecksum.finish(InternetChecksum.pseudoHeader(source, destination, protocol, length)))
                .isEqualTo(simpleLoop(header));
    }

    private static int simpleLoop(Octets octets) {
        int sum = 0;
        for (int i = 0; i < octets.length(); i += 2) {
            sum += octets.u8(i) * 256 + (i + 1 < octets.length() ? octets.u8(i + 1) : 0);
            if (sum > 0xffff) {
                sum -= 0xffff;
            }
        }
        return 0xffff - sum;
    }

    private static Octets evened(Octets octets) {
        return octets.length() % 2 == 0 ? octets : octets.plus(Octets.of(0));
    }

    private static Octets word(int value) {
        return Octets.of(value >>> 8, value);
    }
}
