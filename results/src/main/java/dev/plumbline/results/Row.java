package dev.plumbline.results;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object whose fields are asked for by name and kind; what is missing or of another kind is {@link Wrong}. */
record Row(JsonNode node) {

    /** What is wrong with a row, without its place. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        Wrong(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw wrong(field, "a text");
        }
        return value.textValue();
    }

    @Nullable
    String optionalText(String field) {
        return isAbsent(field) ? null : text(field);
    }

    int count(String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber() || value.intValue() < 0) {
            throw wrong(field, "a count");
        }
        return value.intValue();
    }

    long number(String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw wrong(field, "a whole number");
        }
        return value.longValue();
    }

    /** False if it is missing. */
    boolean flag(String field) {
        JsonNode value = node.path(field);
        if (!isAbsent(field) && !value.isBoolean()) {
            throw wrong(field, "true or false");
        }
        return value.booleanValue();
    }

    <E extends Enum<E>> E oneOf(Class<E> words, String field) {
        return oneOf(words, field, text(field));
    }

    <E extends Enum<E>> Optional<E> optionalOneOf(Class<E> words, String field) {
        return isAbsent(field) ? Optional.empty() : Optional.of(oneOf(words, field));
    }

    /** All of a list; none if there is no list. */
    <E extends Enum<E>> Set<E> optionalSet(Class<E> words, String field) {
        Set<E> all = EnumSet.noneOf(words);
        optionalTexts(field).forEach(word -> all.add(oneOf(words, field, word)));
        return Collections.unmodifiableSet(all);
    }

    private <E extends Enum<E>> E oneOf(Class<E> words, String field, String word) {
        return Arrays.stream(words.getEnumConstants())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(field, "one of " + Arrays.toString(words.getEnumConstants())));
    }

    List<String> texts(String field) {
        return list(field, item -> {
            if (!item.isTextual()) {
                throw wrong(field, "a list of texts");
            }
            return item.textValue();
        });
    }

    List<String> optionalTexts(String field) {
        return isAbsent(field) ? List.of() : texts(field);
    }

    <T> List<T> rows(String field, Function<Row, T> read) {
        return list(field, item -> read.apply(new Row(item)));
    }

    Map<String, String> settings(String field) {
        Map<String, String> settings = new LinkedHashMap<>();
        node.path(field)
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return settings;
    }

    @Nullable
    Row optionalRow(String field) {
        if (isAbsent(field)) {
            return null;
        }
        if (!node.path(field).isObject()) {
            throw wrong(field, "an object");
        }
        return new Row(node.path(field));
    }

    private <T> List<T> list(String field, Function<JsonNode, T> read) {
        if (!node.path(field).isArray()) {
            throw wrong(field, "a list");
        }
        List<T> items = new ArrayList<>();
        node.path(field).forEach(item -> items.add(read.apply(item)));
        return List.copyOf(items);
    }

    private boolean isAbsent(String field) {
        return node.path(field).isMissingNode() || node.path(field).isNull();
    }

    private Wrong wrong(String field, String expected) {
        JsonNode value = node.path(field);
        String found = value.isMissingNode() ? "it is missing" : "it is " + value;
        return new Wrong("\"" + field + "\" must be " + expected + ", but " + found);
    }
}
