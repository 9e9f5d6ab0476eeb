package dev.plumbline;

import dev.plumbline.wire.HeaderField;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * What a bad network, or a bad sender, does to a packet. One value can be applied to any packet, so a property draws a
 * valid packet and a damage.
 *
 * @param kind what is done
 * @param seed where and how much
 */
public record Damage(Kind kind, long seed) {
    /** What can happen to octets. */
    public enum Kind {
        FLIP_BITS,
        CUT_OFF_THE_END,
        ADD_OCTETS,
        OVERWRITE_IN_THE_HEADER,
        OVERWRITE_ANYWHERE
    }

    /** Any damage. */
    public static Arbitrary<Damage> any() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.longs())
                .as(Damage::new);
    }

    /** The octets after the damage. */
    public Octets applyTo(Octets octets) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = octets.toByteArray();
        switch (kind) {
            case CUT_OFF_THE_END -> {
                return octets.slice(0, random.nextInt(octets.length() + 1));
            }
            case ADD_OCTETS -> {
                return octets.plus(Octets.wrap(new byte[random.nextInt(1, 64)]));
            }
            case FLIP_BITS -> {
                for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case OVERWRITE_IN_THE_HEADER -> overwrite(bytes, Math.min(bytes.length, 60), random);
            case OVERWRITE_ANYWHERE -> overwrite(bytes, bytes.length, random);
        }
        return Octets.wrap(bytes);
    }

    private static void overwrite(byte[] bytes, int end, SplittableRandom random) {
        for (int count = random.nextInt(1, 5); count > 0; count--) {
            bytes[random.nextInt(end)] = (byte) random.nextInt(256);
        }
    }

    /** The octets with a right checksum, as a sender that lies about everything else would send them. */
    public static Octets withRightChecksum(Octets octets, HeaderField checksum, int covered, long pseudoHeader) {
        if (!octets.has(checksum) || covered > octets.length()) {
            return octets;
        }
        Octets cleared = octets.with(checksum, 0);
        long sum = pseudoHeader + InternetChecksum.sum(cleared.slice(0, covered));
        return cleared.with(checksum, InternetChecksum.finish(sum));
    }
}
