package dev.plumbline.results;

import java.util.ArrayList;
import java.util.List;

/** Keeps what is told within bounds, and says how much is left out. A bound is in octets of UTF-8 within JSON's quotes. */
public final class Clip {
    /** For how much is left out. */
    private static final int ROOM = 60;

    private static final int ONE_OCTET = 0x80;
    private static final int TWO_OCTETS = 0x800;

    private Clip() {}

    /** The first lines of a text, as many as fit. */
    public static String lines(String text, int most) {
        if (text.length() * 3L <= most || octets(text) <= most) {
            return text;
        }
        List<String> all = text.lines().toList();
        StringBuilder kept = new StringBuilder();
        int left = most - ROOM;
        int shown = 0;
        while (shown < all.size() && octets(all.get(shown)) + 2 <= left) {
            kept.append(all.get(shown)).append('\n');
            left -= octets(all.get(shown)) + 2;
            shown++;
        }
        if (shown == 0) {
            return line(all.get(0), most - ROOM) + (all.size() == 1 ? "" : "\n... " + (all.size() - 1) + " more lines");
        }
        return kept + "... " + (all.size() - shown) + " more lines";
    }

    /** The beginning of a line. */
    public static String line(String text, int most) {
        if (octets(text) <= most) {
            return text;
        }
        int end = 0;
        int left = most - ROOM;
        while (left >= octets(text.charAt(end))) {
            left -= octets(text.charAt(end));
            end++;
        }
        // Not in the midst of a pair of surrogates.
        int whole = Character.isHighSurrogate(text.charAt(Math.max(0, end - 1))) ? end - 1 : end;
        return text.substring(0, whole) + "... " + (text.length() - whole) + " more characters";
    }

    /** The first of several lines. */
    static List<String> all(List<String> texts, int most) {
        List<String> kept = new ArrayList<>();
        int left = most;
        for (String text : texts) {
            String shown = line(text, most / 4);
            if (octets(shown) + ROOM > left) {
                kept.add("... " + (texts.size() - kept.size()) + " more");
                break;
            }
            kept.add(shown);
            left -= octets(shown) + 3;
        }
        return List.copyOf(kept);
    }

    /** What it takes in a line of results. */
    static int octets(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += octets(text.charAt(i));
        }
        return sum;
    }

    private static int octets(char c) {
        if (c == '"' || c == '\\' || c == '\n' || c == '\t') {
            return 2;
        }
        return c < ONE_OCTET ? 1 : c < TWO_OCTETS ? 2 : 3;
    }
}
