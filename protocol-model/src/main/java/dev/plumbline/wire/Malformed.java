package dev.plumbline.wire;

/**
 * Why octets are not what they should be.
 *
 * @param header the header that is wrong, in words ("TCP header")
 * @param reason what is wrong with it, with the value found and the value expected
 * @param offset the octet at which it was noticed, counted from the start of that header
 */
public record Malformed(String header, String reason, int offset) {
    @Override
    public String toString() {
        return header + ", octet " + offset + ": " + reason;
    }
}
