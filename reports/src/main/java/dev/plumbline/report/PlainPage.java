package dev.plumbline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page for a submission that could not be judged: why not. */
public final class PlainPage {
    private PlainPage() {}

    /**
     * Writes the page.
     *
     * @param words of several lines, if need be
     */
    public static void write(String title, String state, String words, Path page) {
        Html html = new Html();
        html.head(title)
                .raw("\n<style>\n" + Html.resource("lesson.css") + "</style>\n</head>\n<body>\n")
                .element("h1", "", title)
                .raw("\n<div class=\"verdict no\">")
                .element("b", "", state)
                .raw("</div>\n")
                .unlessEmpty("pre", "", words)
                .raw("\n</body>\n</html>\n");
        try {
            Files.writeString(page, html.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the page " + page, e);
        }
    }
}
