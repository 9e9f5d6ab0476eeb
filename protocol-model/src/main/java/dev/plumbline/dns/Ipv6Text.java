package dev.plumbline.dns;

import dev.plumbline.wire.OctetWriter;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** An IPv6 address as text (RFC 5952 section 4). */
public final class Ipv6Text {
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private Ipv6Text() {}

    /**
     * Reads groups of up to four hexadecimal digits, {@code ::} for any number of zero groups (RFC 4291 section 2.2). The form
     * that ends in a dotted quad is not read.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Octets parse(String text) {
        int gap = text.indexOf("::");
        List<Integer> groups = new ArrayList<>(groups(gap < 0 ? text : text.substring(0, gap), text));
        List<Integer> last = gap < 0 ? List.of() : groups(text.substring(gap + 2), text);
        int missing = 8 - groups.size() - last.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            throw notAnAddress(text);
        }
        groups.addAll(Collections.nCopies(missing, 0));
        groups.addAll(last);
        OctetWriter out = new OctetWriter(16);
        groups.forEach(out::u16);
        return out.toOctets();
    }

    /** The 16 octets in the shortest form (RFC 5952 section 4): no leading zeros, the longest run of zero groups as {@code ::}, small letters. */
    public static String write(Octets address) {
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

    private static List<Integer> groups(String part, String text) {
        List<Integer> groups = new ArrayList<>();
        for (String group : part.isEmpty() ? new String[0] : part.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) {
                throw notAnAddress(text);
            }
            groups.add(Integer.parseInt(group, 16));
        }
        return groups;
    }

    private static IllegalArgumentException notAnAddress(String text) {
        return new IllegalArgumentException("expected an IPv6 address such as 2001:db8::1, found '" + text + "'");
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
