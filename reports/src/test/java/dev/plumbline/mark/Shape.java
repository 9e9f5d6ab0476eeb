package dev.plumbline.mark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What somebody's JSON must look like. Fields that nobody has described are not allowed. */
final class Shape {
    private final String name;
    private final Predicate<JsonNode> fits;
    private final Map<String, Shape> fields = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final List<Shape> each = new ArrayList<>();

    private Shape(String name, Predicate<JsonNode> fits) {
        this.name = name;
        this.fits = fits;
    }

    static Shape object() {
        return new Shape("an object", JsonNode::isObject);
    }

    static Shape array(Shape of) {
        Shape array = new Shape("an array", JsonNode::isArray);
        array.each.add(of);
        return array;
    }

    static Shape text() {
        return new Shape("text", JsonNode::isTextual);
    }

    /** With more in it than blanks. */
    static Shape words() {
        return new Shape("words", node -> node.isTextual() && !node.textValue().isBlank());
    }

    static Shape number() {
        return new Shape("a number", JsonNode::isNumber);
    }

    static Shape whole() {
        return new Shape("a whole number", JsonNode::isIntegralNumber);
    }

    static Shape truth() {
        return new Shape("true or false", JsonNode::isBoolean);
    }

    static Shape oneOf(String... words) {
        List<String> all = List.of(words);
        return new Shape("one of " + all, node -> node.isTextual() && all.contains(node.textValue()));
    }

    Shape with(String field, Shape shape) {
        required.add(field);
        return maybe(field, shape);
    }

    Shape maybe(String field, Shape shape) {
        fields.put(field, shape);
        return this;
    }

    /** What does not fit, each with its place. */
    List<String> complaints(JsonNode node) {
        List<String> all = new ArrayList<>();
        complain("", node, all);
        return all;
    }

    private void complain(String place, JsonNode node, List<String> all) {
        if (!fits.test(node)) {
            all.add(place + " is not " + name);
            return;
        }
        required.stream()
                .filter(field -> !node.has(field))
                .forEach(field -> all.add(place + "." + field + " is missing"));
        node.properties().forEach(field -> {
            Shape shape = fields.get(field.getKey());
            if (shape == null) {
                all.add(place + "." + field.getKey() + " is unknown");
            } else {
                shape.complain(place + "." + field.getKey(), field.getValue(), all);
            }
        });
        for (Shape of : each) {
            for (int i = 0; i < node.size(); i++) {
                of.complain(place + "[" + i + "]", node.get(i), all);
            }
        }
    }
}
