package dev.plumbline.report;

import dev.plumbline.text.Shown;
import java.util.Locale;

/** Text as it stands in a page of HTML. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** Markup of our own, as it is. */
    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    /** Anybody's words. */
    Html words(String words) {
        text.append(Shown.html(words));
        return this;
    }

    /** An element that holds nothing but words. */
    Html element(String tag, String attributes, String words) {
        return raw("<" + tag + (attributes.isEmpty() ? "" : " " + attributes) + ">")
                .words(words)
                .raw("</" + tag + ">");
    }

    /** Words in an element, but nothing at all if there are none. */
    Html unlessEmpty(String tag, String attributes, String words) {
        return words.isEmpty() ? this : element(tag, attributes, words);
    }

    /** What a title is called in links. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
