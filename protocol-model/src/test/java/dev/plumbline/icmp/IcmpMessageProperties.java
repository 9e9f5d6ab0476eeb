package dev.plumbline.icmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.Damage;
import dev.plumbline.Packets;
import dev.plumbline.icmp.IcmpMessage.Other;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any ICMP message on its way to octets and back (RFC 792, RFC 1122 section 3.2.2). */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class IcmpMessageProperties {
    @Property
    void whatIsWrittenIsRead(@ForAll IcmpMessage message) {
        assertThat(IcmpMessage.decode(message.encode())).isEqualTo(Decoded.valid(message));
    }

    @Property
    void everyFieldStandsInItsPlace(@ForAll IcmpMessage message) {
        Octets octets = message.encode();
        Other parts = message.parts();

        assertThat(octets.get(IcmpField.TYPE)).isEqualTo(parts.type());
        assertThat(octets.get(IcmpField.CODE)).isEqualTo(parts.code());
        assertThat((int) octets.get(IcmpField.REST)).isEqualTo(parts.rest());
        assertThat(octets.from(IcmpMessage.HEADER)).isEqualTo(parts.body());
        assertThat(InternetChecksum.of(octets)).isZero();
    }

    @Property
    void takenApartItIsTheSameMessage(@ForAll IcmpMessage message) {
        assertThat(message.parts().encode()).isEqualTo(message.encode());
        assertThat(message.parts().parts()).isEqualTo(message.parts());
    }

    @Property
    void errorsAreTheFiveTypesThatRfc1122Names(@ForAll IcmpMessage message) {
        assertThat(message.isError())
                .isEqualTo(Set.of(3, 4, 5, 11, 12).contains(message.parts().type()));
    }

    @Property
    void noChangedBitGoesUnnoticed(@ForAll IcmpMessage message, @ForAll @IntRange(max = 12063) int where) {
        Octets octets = message.encode();
        int bit = where % (octets.length() * 8);
        Octets damaged = octets.withAt(bit / 8, Octets.of(octets.u8(bit / 8) ^ 0x80 >> bit % 8));

        assertThat(IcmpMessage.decode(damaged).problem()).isPresent();
    }

    @Property
    void noOctetsMakeTheDecoderThrow(@ForAll Octets octets) {
        assertThatCode(() -> IcmpMessage.decode(octets)).doesNotThrowAnyException();
        assertThatCode(() -> IcmpMessage.decode(repaired(octets))).doesNotThrowAnyException();
    }

    @Property
    void whatIsReadCanBeWrittenAgain(@ForAll IcmpMessage message, @ForAll("damages") Damage damage) {
        // With a right checksum, so that everything behind that check meets the damage too.
        Decoded<IcmpMessage> decoded = IcmpMessage.decode(repaired(damage.applyTo(message.encode())));

        decoded.value()
                .ifPresent(read -> assertThat(IcmpMessage.decode(read.encode())).isEqualTo(decoded));
    }

    @Provide
    Arbitrary<Damage> damages() {
        return Damage.any();
    }

    private static Octets repaired(Octets octets) {
        return Damage.withRightChecksum(octets, IcmpField.CHECKSUM, octets.length(), 0);
    }
}
