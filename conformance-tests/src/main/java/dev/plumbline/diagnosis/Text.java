package dev.plumbline.diagnosis;

import dev.plumbline.testbed.Words;

/** How numbers are put into words. */
final class Text {
    private Text() {}

    static String octetsOfData(long count) {
        return Words.octets(count) + " of data";
    }

    /** A field of 16 bits as Wireshark has it. */
    static String hex(long value) {
        return String.format("0x%04x", value);
    }
}
