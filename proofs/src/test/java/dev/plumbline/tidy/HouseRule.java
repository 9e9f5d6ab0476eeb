package dev.plumbline.tidy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule with its name and with samples: what it must find, and in which line, and what it must let pass. */
record HouseRule(String name, Rule rule, Map<Source, Integer> bad, List<Source> good) {
    private static final String FOLDER = "protocol-model/src/main/java/a/";

    HouseRule(String name, Rule rule) {
        this(name, rule, new LinkedHashMap<>(), new ArrayList<>());
    }

    HouseRule finds(int line, String text) {
        return findsIn("A.java", line, text);
    }

    HouseRule findsIn(String file, int line, String text) {
        bad.put(Source.of(FOLDER + file, text), line);
        return this;
    }

    HouseRule allows(String text) {
        return allowsIn("A.java", text);
    }

    HouseRule allowsIn(String file, String text) {
        return allowsAt(FOLDER + file, text);
    }

    HouseRule allowsAt(String path, String text) {
        good.add(Source.of(path, text));
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
