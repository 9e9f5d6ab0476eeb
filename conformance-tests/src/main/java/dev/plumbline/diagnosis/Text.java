package dev.plumbline.diagnosis;

/** How numbers are put into words. */
final class Text {
    private Text() {}

    static String octets(long count) {
        return count == 1 ? "1 octet" : count + " octets";
    }

    static String octetsOfData(long count) {
        return octets(count) + " of data";
    }

    /** A field of 16 bits as Wireshark has it. */
    static String hex(long value) {
        return String.format("0x%04x", value);
    }
}
