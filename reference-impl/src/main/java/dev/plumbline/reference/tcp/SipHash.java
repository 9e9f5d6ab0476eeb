package dev.plumbline.reference.tcp;

/** SipHash-2-4: a short keyed hash that nobody without the key can compute (the PRF of RFC 9293 section 3.4.1, SHLD-1). */
final class SipHash {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SipHash(long key0, long key1) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
    }

    /** The hash of {@code words}, eight octets each, under a key of 128 bits. */
    static long of(long key0, long key1, long... words) {
        SipHash state = new SipHash(key0, key1);
        for (long word : words) {
            state.absorb(word);
        }
        // The last block holds the length in octets, modulo 256, in its highest octet.
        state.absorb((words.length * 8L) << 56);
        return state.finish();
    }

    private void absorb(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private long finish() {
        v2 ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round();
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
