package dev.plumbline.ip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Packets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any address and any block of addresses. */
@Domain(Packets.class)
@Domain(DomainContext.Global.class)
class Ipv4AddressProperties {
    @Property
    void textComesBack(@ForAll Ipv4Address address) {
        assertThat(Ipv4Address.parse(address.toString())).isEqualTo(address);
    }

    @Property
    void theOctetsAreTheBitsInNetworkOrder(@ForAll Ipv4Address address) {
        assertThat(address.octets().length()).isEqualTo(4);
        assertThat(address.octets().i32(0)).isEqualTo(address.bits());
    }

    @Property
    void addingGoesThereAndBack(@ForAll Ipv4Address address, @ForAll int n) {
        assertThat(address.plus(n).plus(-n)).isEqualTo(address);
    }

    @Property
    void anAddressIsOfAtMostOneSpecialKind(@ForAll Ipv4Address address) {
        assertThat(address)
                .satisfiesAnyOf(
                        it -> assertThat(it.isUnicast()).isTrue(),
                        it -> assertThat(it.isMulticast()).isTrue(),
                        it -> assertThat(it.isReserved()).isTrue(),
                        it -> assertThat(it).isEqualTo(Ipv4Address.BROADCAST),
                        it -> assertThat(it.bits() >>> 24).isZero());
        assertThat(address.isUnicast() && (address.isMulticast() || address.isReserved()))
                .isFalse();
    }

    @Property
    void theTextOfAPrefixComesBack(@ForAll Ipv4Prefix prefix) {
        assertThat(Ipv4Prefix.parse(prefix.toString())).isEqualTo(prefix);
    }

    @Property
    void aPrefixContainsItsFirstAndLastAddressAndNothingBeside(@ForAll Ipv4Prefix prefix) {
        assertThat(prefix.contains(prefix.network())).isTrue();
        assertThat(prefix.contains(prefix.broadcast())).isTrue();
        boolean all = prefix.length() == 0;
        assertThat(prefix.contains(prefix.network().plus(-1))).isEqualTo(all);
        assertThat(prefix.contains(prefix.broadcast().plus(1))).isEqualTo(all);
    }

    @Property
    void aPrefixContainsWhatLiesBetweenItsEnds(@ForAll Ipv4Prefix prefix, @ForAll Ipv4Address address) {
        long bits = address.bits() & 0xffffffffL;
        boolean between = bits >= (prefix.network().bits() & 0xffffffffL)
                && bits <= (prefix.broadcast().bits() & 0xffffffffL);

        assertThat(prefix.contains(address)).isEqualTo(between);
    }

    @Property
    void aPrefixIsTheSameWhicheverOfItsAddressesNamesIt(@ForAll Ipv4Prefix prefix, @ForAll int host) {
        int within = prefix.length() == 32 ? 0 : host & -1 >>> prefix.length();

        assertThat(new Ipv4Prefix(prefix.network().plus(within), prefix.length()))
                .isEqualTo(prefix);
    }
}
