package dev.plumbline.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios of a feature file, as they are written there; an outline is one. */
final class FeatureText {
    private final List<Handbook.Told> told = new ArrayList<>();
    private List<String> ofFeature = List.of();
    private List<String> ofRule = List.of();
    private List<String> pending = new ArrayList<>();
    private String rule = "";
    private List<String> lines = new ArrayList<>();

    private FeatureText() {}

    /** All of them, in their order. */
    static List<Handbook.Told> scenarios(String text) {
        FeatureText feature = new FeatureText();
        text.lines().map(String::strip).forEach(feature::read);
        return List.copyOf(feature.told);
    }

    private void read(String line) {
        if (line.startsWith("@")) {
            pending.addAll(Arrays.stream(line.split(" +", -1))
                    .map(tag -> tag.substring(1))
                    .toList());
            lines = new ArrayList<>();
        } else if (line.startsWith("Feature:")) {
            ofFeature = taken();
        } else if (line.startsWith("Rule:")) {
            ofRule = taken();
            rule = title(line);
        } else if (line.startsWith("Scenario:") || line.startsWith("Scenario Outline:")) {
            begin(title(line));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            lines.add(line); // of a scenario, or a description that nobody asks for
        }
    }

    private void begin(String title) {
        List<String> tags = Stream.of(ofFeature, ofRule, taken())
                .flatMap(List::stream)
                .distinct()
                .toList();
        told.add(new Handbook.Told(rule, title, tags, lines));
    }

    /** The tags that stand before what begins; what was before it has ended. */
    private List<String> taken() {
        List<String> tags = pending;
        pending = new ArrayList<>();
        lines = new ArrayList<>();
        return tags;
    }

    private static String title(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }
}
