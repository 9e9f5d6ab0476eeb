package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws what one host, the endpoint, saw as a ladder diagram: time goes down, the endpoint's line is on the left, those of the
 * hosts it talks to on the right, and each datagram is an arrow between them. The words on the arrows are {@link Notation}'s.
 */
public final class Ladder {
    private static final int MOST_ROWS = 60;
    private static final int MOST_PEERS = 3;
    private static final int MOST_LETTERS = 110;

    private static final int LEFT = 92;
    private static final int TOP = 46;
    private static final int LINE = 15;
    private static final int ROW = 30;
    private static final int PEERS_APART = 90;
    private static final double LETTER = 6.65;

    private final String endpoint;
    private final Notation notation;
    private final List<Ipv4Address> peers = new ArrayList<>();
    private final Svg svg = new Svg();
    private int width;
    private int y = TOP;

    private Ladder(String endpoint) {
        this.endpoint = endpoint;
        this.notation = new Notation(endpoint);
    }

    /**
     * Draws a picture.
     *
     * @param culprit the datagram to mark; if there is none, the end of the ladder says that something is missing
     * @param expected what was expected in its place, in words
     * @return an SVG document
     */
    public static String svg(Transcript transcript, String endpoint, @Nullable Octets culprit, String expected) {
        Ladder ladder = new Ladder(endpoint);
        transcript.entries().forEach(ladder::learn);
        return ladder.draw(transcript.entries(), culprit, expected);
    }

    private void learn(Entry entry) {
        notation.learn(entry);
        if (entry.host().equals(endpoint) && entry.isDatagram()) {
            Ipv4Packet.decode(entry.datagram()).value().ifPresent(packet -> {
                Ipv4Address other = notation.isOutbound(entry) ? packet.finalDestination() : packet.source();
                if (!peers.contains(other) && peers.size() < MOST_PEERS) {
                    peers.add(other);
                }
            });
        }
    }

    private String draw(List<Entry> entries, @Nullable Octets culprit, String expected) {
        List<Entry> seen = entries.stream().filter(notation::isSeen).toList();
        int marked = culprit == null ? -1 : lastSent(seen, culprit);
        int letters = seen.stream()
                .mapToInt(entry -> cut(notation.words(entry)).length())
                .max()
                .orElse(0);
        width = Math.max(560, LEFT + 90 + (int) (letters * LETTER) + others() * PEERS_APART);
        int hidden = Math.max(0, seen.size() - MOST_ROWS);
        for (int i = 0; i < seen.size(); i++) {
            if (hidden > 0 && i == MOST_ROWS / 2) {
                remark("... " + hidden + " more, which the transcript has ...", "faint");
                i += hidden;
            }
            row(seen.get(i), i == marked);
            if (i == marked) {
                explain("expected: " + expected);
            }
        }
        if (marked < 0) {
            explain("\u2717 missing: " + expected);
        }
        header();
        return svg.document(width, y + ROW / 2);
    }

    /** Where the endpoint sent it last; -1 if nowhere. */
    private static int lastSent(List<Entry> seen, Octets culprit) {
        int last = seen.size() - 1;
        while (last >= 0
                && !(seen.get(last).kind() == Kind.SENT
                        && seen.get(last).datagram().equals(culprit))) {
            last--;
        }
        return last;
    }

    private void row(Entry entry, boolean marked) {
        y += ROW;
        if (marked) {
            svg.band(y - ROW + 9, ROW, width);
        }
        svg.text(6, y, "time", Seconds.print(entry.at()));
        String words = cut(notation.words(entry));
        if (!entry.isDatagram()) {
            svg.dot(LEFT, y - 4);
            svg.text(LEFT + 9, y, "app", words);
            return;
        }
        int far = xOfPeer(entry);
        String kind = marked ? "wrong" : entry.kind() == Kind.LOST ? "lost" : "packet";
        svg.text(LEFT + 9, y - 4, kind, marked ? "\u2717 " + words : words);
        if (entry.kind() == Kind.LOST) {
            svg.lost(notation.isOutbound(entry) ? LEFT : far, (LEFT + far) / 2, y + 3);
        } else if (notation.isOutbound(entry)) {
            svg.arrow(LEFT, far, y + 3, kind);
        } else {
            svg.arrow(far, LEFT, y + 3, kind);
        }
    }

    private void remark(String words, String kind) {
        y += ROW;
        svg.text(LEFT + 9, y, kind, words);
    }

    /** Words of any length, on as many lines as they take. */
    private void explain(String words) {
        int letters = (int) ((width - LEFT - 20) / LETTER);
        StringBuilder line = new StringBuilder();
        for (String word : words.split("\\s+", -1)) {
            if (line.length() + word.length() >= letters) {
                explainLine(line);
            }
            line.append(word).append(' ');
        }
        explainLine(line);
    }

    private void explainLine(StringBuilder line) {
        y += LINE;
        svg.band(y - LINE + 9, LINE, width);
        svg.text(LEFT + 9, y + 4, "expected", line.toString());
        line.setLength(0);
    }

    private void header() {
        svg.lifeline(LEFT, TOP - 6, y + ROW / 2 - 4);
        svg.text(LEFT - 30, 22, "host", endpoint);
        for (int i = 0; i < Math.max(1, peers.size()); i++) {
            int x = width - 60 - (others() - i) * PEERS_APART;
            svg.lifeline(x, TOP - 6, y + ROW / 2 - 4);
            svg.text(
                    x - 38,
                    i % 2 == 0 ? 22 : 38,
                    "host",
                    peers.isEmpty() ? "network" : peers.get(i).toString());
        }
    }

    private int others() {
        return Math.max(0, peers.size() - 1);
    }

    private int xOfPeer(Entry entry) {
        int number = Ipv4Packet.decode(entry.datagram())
                .value()
                .map(packet -> peers.indexOf(notation.isOutbound(entry) ? packet.finalDestination() : packet.source()))
                .orElse(0);
        return width - 60 - (others() - Math.max(0, number)) * PEERS_APART;
    }

    private static String cut(String words) {
        return words.length() <= MOST_LETTERS ? words : words.substring(0, MOST_LETTERS - 3) + "...";
    }
}
