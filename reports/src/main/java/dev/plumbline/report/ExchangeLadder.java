package dev.plumbline.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exchange, as the transcripts print it, drawn as a ladder: the endpoint on the left, its peers on the right. */
final class ExchangeLadder {
    /** So long an exchange is read by nobody. */
    private static final int MOST = 60;

    private static final String LEGEND =
            "Times are in seconds. S stands for SYN, F for FIN, R for RST, P for PSH, a dot for ACK. 1:5(4) are"
                    + " four octets, the first with number 1, counted from the SYN of its direction.";

    private static final Pattern LINE = Pattern.compile("([0-9.]+) (.*?)([<>*]) (.*)");

    private ExchangeLadder() {}

    /** Adds it to a page. */
    static void draw(String transcript, Html html) {
        List<String> lines =
                transcript.lines().filter(line -> !line.startsWith("#")).toList();
        html.raw("<table class=\"exchange\">\n")
                .element("caption", "", LEGEND)
                .raw("\n<thead><tr><th scope=\"col\">Time</th><th scope=\"col\"><span>Endpoint</span>")
                .raw("<span>Peer</span></th></tr></thead>\n<tbody>\n");
        lines.stream().limit(MOST).forEach(line -> line(line, html));
        html.raw("</tbody></table>\n");
        if (lines.size() > MOST) {
            html.element("p", "class=\"faint\"", "And " + Amounts.of(lines.size() - MOST, "line") + " more.");
        }
    }

    private static void line(String line, Html html) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            html.raw("<tr class=\"note\"><td></td>").element("td", "", line).raw("</tr>\n");
            return;
        }
        String how = matcher.group(2);
        String words = matcher.group(4);
        html.raw("<tr class=\"" + kind(matcher.group(3), words) + "\">")
                .element("td", "", matcher.group(1))
                .raw("<td>")
                .unlessEmpty("span", "class=\"aside\"", aside(matcher.group(3)))
                .element("span", "", how + words)
                .raw("</td></tr>\n");
    }

    private static String kind(String sign, String words) {
        return switch (sign) {
            case ">" -> "out";
            case "<" -> "in";
            default -> words.startsWith("peer ") ? "note far" : "note";
        };
    }

    /** The arrow in words, for who does not see it. */
    private static String aside(String sign) {
        return switch (sign) {
            case ">" -> "the endpoint sends: ";
            case "<" -> "the peer sends: ";
            default -> "";
        };
    }
}
