package dev.plumbline.steps.tcp;

import dev.plumbline.wire.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the peer says, octet by octet: letters and digits, so that a reader sees where in the stream an octet belongs. */
final class PeersText {
    private static final byte[] ALPHABET =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-".getBytes(StandardCharsets.US_ASCII);

    private PeersText() {}

    /** So many octets from a place in the stream on; before its beginning there are none that anybody should see. */
    static Octets octets(int place, int length) {
        byte[] octets = new byte[length];
        int at = Math.max(0, Math.min(-place, length));
        Arrays.fill(octets, 0, at, (byte) '!');
        while (at < length) {
            int letter = (place + at) % ALPHABET.length;
            int letters = Math.min(ALPHABET.length - letter, length - at);
            System.arraycopy(ALPHABET, letter, octets, at, letters);
            at += letters;
        }
        return Octets.wrap(octets);
    }
}
