package dev.plumbline.report;

import dev.plumbline.results.Verdict;
import dev.plumbline.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Text as it stands in a page of HTML. */
final class Html {
    private final StringBuilder text = new StringBuilder();

    /** A style sheet or script that comes with the pages. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Html.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** What a page begins with, up to its title. */
    Html head(String title) {
        return raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .element("title", "", title);
    }

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

    /** In both languages, and a screen reader is told which is which. */
    Html verdict(Verdict verdict) {
        return words(verdict.word() + " · ").element("span", "lang=\"ko\"", verdict.korean());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
