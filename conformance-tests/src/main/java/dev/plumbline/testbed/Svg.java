package dev.plumbline.testbed;

import dev.plumbline.text.Shown;
import java.util.Locale;

/** The shapes that a ladder diagram is made of, as text of an SVG document. */
final class Svg {
    private static final String STYLE =
            "text{font:11px ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#1f2933}"
                    + ".host{font-weight:bold}.time,.faint{fill:#7b8794}.app{fill:#1d5f8a;font-style:italic}"
                    + ".expected{fill:#c0152f}.wrong{fill:#c0152f;font-weight:bold}.lost{fill:#7b8794;text-decoration:line-through}"
                    + "line.packet{stroke:#1f2933}line.wrong{stroke:#c0152f;stroke-width:2.5}"
                    + "line.lost{stroke:#7b8794;stroke-dasharray:4 3}line.life{stroke:#cbd2d9;stroke-width:2}";

    private final StringBuilder behind = new StringBuilder();
    private final StringBuilder shapes = new StringBuilder();

    /** A horizontal band behind a row that matters. */
    void band(int y, int height, int width) {
        behind.append(String.format(
                Locale.ROOT, "<rect x='0' y='%d' width='%d' height='%d' fill='#fde8ea'/>%n", y, width, height));
    }

    /** The line of a host, behind everything else. */
    void lifeline(int x, int top, int bottom) {
        behind.append(line(x, top, x, bottom, "life"));
    }

    /** A line of text; the class decides what it looks like. */
    void text(int x, int y, String kind, String words) {
        shapes.append(String.format(
                Locale.ROOT,
                "<text x='%d' y='%d' class='%s' xml:space='preserve'>%s</text>%n",
                x,
                y,
                kind,
                Shown.html(words)));
    }

    /** Something that happened at a host. */
    void dot(int x, int y) {
        shapes.append(String.format(Locale.ROOT, "<circle cx='%d' cy='%d' r='3.5' fill='#1d5f8a'/>%n", x, y));
    }

    /** A datagram that went from one host to another. */
    void arrow(int from, int to, int y, String kind) {
        int back = from < to ? -7 : 7;
        shapes.append(line(from, y, to + back / 2, y, kind));
        shapes.append(String.format(
                Locale.ROOT,
                "<path d='M%d %d l%d -4 v8 z' fill='%s'/>%n",
                to,
                y,
                back,
                kind.equals("wrong") ? "#c0152f" : "#1f2933"));
    }

    /** A datagram that did not get there. */
    void lost(int from, int to, int y) {
        shapes.append(line(from, y, to, y, "lost"));
        shapes.append(line(to - 4, y - 4, to + 4, y + 4, "wrong"));
        shapes.append(line(to - 4, y + 4, to + 4, y - 4, "wrong"));
    }

    /** All of it. */
    String document(int width, int height) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' role='img'>%n"
                        + "<style>%s</style>%n<rect width='100%%' height='100%%' fill='#fff'/>%n%s%s</svg>%n",
                width,
                height,
                width,
                height,
                STYLE,
                behind,
                shapes);
    }

    private static String line(int x1, int y1, int x2, int y2, String kind) {
        return String.format(Locale.ROOT, "<line x1='%d' y1='%d' x2='%d' y2='%d' class='%s'/>%n", x1, y1, x2, y2, kind);
    }
}
