package dev.plumbline.values;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordData;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The names, addresses and times of DNS that the word "any" draws from. */
public final class AnyDns {
    /** None of them is a name with a meaning of its own for resolvers, such as "localhost" (RFC 6761 section 6). */
    private static final List<String> ORIGINS =
            List.of("example.com", "example", "go.kr", "xn--3e0b707e", "a.b.c.d.org");

    private static final String HOST_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    /** A week in seconds: who remembers for longer may cut it down to that (RFC 8767 section 4). */
    public static final int WEEK = 604_800;

    /** So many addresses as no datagram of 512 octets can hold. */
    public static final int MANY = 60;

    private static final int SHORT = 40;

    private AnyDns() {}

    /** The name of a zone. */
    public static Arbitrary<DomainName> origin() {
        return Any.once("origin", AnyDns::makeOrigin);
    }

    private static Arbitrary<DomainName> makeOrigin() {
        return Arbitraries.of(ORIGINS).map(DomainName::parse);
    }

    /** A host's name: short ones, the longest label and the longest name first, digits, and letters in any case. */
    public static Arbitrary<DomainName> name() {
        return Any.once("name", AnyDns::makeName);
    }

    private static Arbitrary<DomainName> makeName() {
        return origin().flatMap(origin -> nameBelow(origin, DomainName.MAX_NAME));
    }

    /** A host's name of at most 40 octets: several of them fit into a datagram of 512. */
    public static Arbitrary<DomainName> shortName() {
        return Any.once("short name", AnyDns::makeShortName);
    }

    private static Arbitrary<DomainName> makeShortName() {
        return origin().flatMap(origin -> nameBelow(origin, SHORT));
    }

    /**
     * A host's name below another name.
     *
     * @param most how many octets it takes on the wire at most
     */
    public static Arbitrary<DomainName> nameBelow(DomainName origin, int most) {
        return Any.once("name below " + origin + " of " + most, () -> makeNameBelow(origin, most));
    }

    private static Arbitrary<DomainName> makeNameBelow(DomainName origin, int most) {
        Arbitrary<Integer> labels = Arbitraries.integers()
                .between(1, 8)
                .edgeCases(edges -> edges.filter(v -> false).add(1, 8));
        Arbitrary<Integer> length = Arbitraries.integers()
                .between(1, DomainName.MAX_LABEL)
                .shrinkTowards(3)
                .edgeCases(edges -> edges.filter(v -> false).add(3, DomainName.MAX_LABEL, 1));
        Arbitrary<Integer> letters = Arbitraries.integers()
                .between(0, 1_000_000)
                .edgeCases(edges -> edges.filter(v -> false).add(0, 1));
        return Combinators.combine(labels, length, letters).as((n, l, filling) -> {
            Random random = new Random(filling);
            DomainName name = origin;
            for (int i = 0; i < n && name.wireLength() + 2 <= most; i++) {
                name = name.prepend(label(Math.min(l, most - name.wireLength() - 1), filling, random));
            }
            return name;
        });
    }

    /** Several of these names, each another one: two at least. */
    public static Arbitrary<List<DomainName>> severalOf(Arbitrary<DomainName> names, int most) {
        return names.list().uniqueElements().ofMinSize(2).ofMaxSize(most);
    }

    /** The same name with some letters in the other case. */
    public static Arbitrary<DomainName> inOtherCase(DomainName name) {
        return Arbitraries.integers().between(1, 0xffff).map(pattern -> inOtherCase(name, pattern));
    }

    /** What a name may have that is no address: a text, or a host for its mail. */
    public static Arbitrary<RecordData> dataWithoutAddress(DomainName origin) {
        return Arbitraries.of(
                new RecordData.Txt(List.of(Octets.ofText("no address here"))),
                new RecordData.Mx(10, origin.prepend("mail")));
    }

    /** The address of a host somewhere (RFC 1122 section 3.2.1.3 has those that no host can have). */
    public static Arbitrary<Ipv4Address> address() {
        return Any.once("address", AnyDns::makeAddress);
    }

    private static Arbitrary<Ipv4Address> makeAddress() {
        Arbitrary<Integer> first = Arbitraries.integers()
                .between(1, 223)
                .filter(n -> n != 127)
                .edgeCases(edges -> edges.filter(v -> false).add(192, 1, 223, 10));
        Arbitrary<Integer> rest = Arbitraries.integers()
                .between(1, 0xff_fffe)
                .shrinkTowards(0x000207)
                .edgeCases(edges -> edges.filter(v -> false).add(0x000207, 1, 0xff_fffe));
        return Combinators.combine(first, rest).as((a, b) -> new Ipv4Address(a << 24 | b));
    }

    /** Addresses, each another one. */
    public static Arbitrary<List<Ipv4Address>> addresses(int min, int max) {
        return Any.once("addresses " + min + " " + max, () -> makeAddresses(min, max));
    }

    private static Arbitrary<List<Ipv4Address>> makeAddresses(int min, int max) {
        return address().list().uniqueElements().ofMinSize(min).ofMaxSize(max);
    }

    /** {@link #MANY} addresses, each another one. */
    public static List<Ipv4Address> manyFrom(Ipv4Address first) {
        return IntStream.range(0, MANY).mapToObj(first::plus).toList();
    }

    /** A time to live in seconds: two, for one may be over at once where whole seconds are counted, up to a week; where time is real, one that can be waited for. */
    public static Arbitrary<Integer> timeToLive(TimeBase time) {
        return Any.once("time to live " + time, () -> makeTimeToLive(time));
    }

    private static Arbitrary<Integer> makeTimeToLive(TimeBase time) {
        return time == TimeBase.REAL
                ? Arbitraries.integers().between(2, 3)
                : Arbitraries.integers()
                        .between(2, WEEK)
                        .shrinkTowards(300)
                        .edgeCases(edges -> edges.filter(v -> false).add(300, 2, WEEK, 3, 65_535, 65_536));
    }

    /** A part of a whole, in thousandths: nothing, nearly all and the half first. */
    public static Arbitrary<Integer> thousandths() {
        return Any.once("thousandths", AnyDns::makeThousandths);
    }

    private static Arbitrary<Integer> makeThousandths() {
        return Arbitraries.integers()
                .between(0, 999)
                .edgeCases(edges -> edges.filter(v -> false).add(0, 999, 500));
    }

    /** Each bit of {@code pattern} stands for a character. */
    private static DomainName inOtherCase(DomainName name, int pattern) {
        StringBuilder text = new StringBuilder(name.toString());
        for (int i = 0; i < text.length(); i++) {
            boolean turned = (pattern >> i % 16 & 1) == 1;
            char c = text.charAt(i);
            char other = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
            text.setCharAt(i, turned ? other : c);
        }
        return DomainName.parse(text.toString());
    }

    /** "www" is as good as any. */
    private static String label(int length, int filling, Random random) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < length; i++) {
            boolean inside = i > 0 && i < length - 1;
            int count = HOST_CHARACTERS.length() - (inside ? 0 : 1);
            label.append(
                    switch (filling) {
                        case 0 -> 'w';
                        case 1 -> (char) ('0' + i % 10);
                        default -> HOST_CHARACTERS.charAt(random.nextInt(count));
                    });
        }
        return label.toString();
    }
}
