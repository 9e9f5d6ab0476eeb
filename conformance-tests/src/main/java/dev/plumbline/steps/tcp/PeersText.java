package dev.plumbline.steps.tcp;

import dev.plumbline.wire.Octets;

/** What the peer says, octet by octet: letters and digits, so that a reader sees where in the stream an octet belongs. */
final class PeersText {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

    private PeersText() {}

    /** So many octets from a place in the stream on; before its beginning there are none that anybody should see. */
    static Octets octets(int place, int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) (place + i < 0 ? '!' : ALPHABET.charAt((place + i) % ALPHABET.length()));
        }
        return Octets.wrap(octets);
    }
}
