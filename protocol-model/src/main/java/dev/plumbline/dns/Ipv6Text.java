package dev.plumbline.dns;

import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** An IPv6 address as text (RFC 5952 section 4). */
final class Ipv6Text {
    private Ipv6Text() {}

    static String write(Octets address) {
        int start = 0;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = zerosFrom(address, i);
            if (zeros > longest) {
                start = i;
                longest = zeros;
            }
        }
        return longest == 1
                ? groups(address, 0, 8)
                : groups(address, 0, start) + "::" + groups(address, start + longest, 8);
    }

    private static int zerosFrom(Octets address, int group) {
        int end = group;
        while (end < 8 && address.u16(2 * end) == 0) {
            end++;
        }
        return end - group;
    }

    private static String groups(Octets address, int from, int to) {
        List<String> groups = new ArrayList<>();
        for (int i = from; i < to; i++) {
            groups.add(Integer.toHexString(address.u16(2 * i)));
        }
        return String.join(":", groups);
    }
}
