package dev.plumbline.suite;

import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.results.Stage;
import dev.plumbline.spi.Capability;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** The scenarios of the features, found without running them. */
final class Scenarios {
    private static final Pattern EXAMPLE = Pattern.compile("^Example #[0-9.]+(: )?");
    private static final Pattern REQUIREMENT = Pattern.compile("[A-Z0-9]+-[0-9]+|[A-Z]+[0-9]*/.+");
    private static final Pattern WORD = Pattern.compile("(?<![@\\w/.-])(?!(?:and|or|not)\\b)([A-Za-z][\\w/.-]*)");

    private static final Set<String> CAPABILITIES =
            Arrays.stream(Capability.values()).map(Capability::name).collect(Collectors.toCollection(TreeSet::new));

    /** The tag of what is about the end of a stream, whatever else its row is about. */
    private static final String CLOSING = "closing";

    private static final String ROOT = "features/";
    private static final String ENDING = ".feature";

    private Scenarios() {}

    /**
     * Reads a tag expression; the at sign before a tag may be left out. What {@link Selectors} says of a scenario counts as tags
     * of it.
     *
     * @throws CannotRun if it is none
     */
    static Predicate<ScenarioInfo> selection(String tags, Catalogue catalogue) {
        if (tags.isBlank()) {
            return scenario -> true;
        }
        try {
            Expression expression = TagExpressionParser.parse(WORD.matcher(tags).replaceAll("@$1"));
            return scenario -> expression.evaluate(Selectors.tags(scenario, catalogue));
        } catch (TagExpressionException e) {
            String why = String.valueOf(e.getMessage());
            throw new CannotRun(
                    "'" + tags + "' is not a tag expression such as \"@HS-1 or (@UDP-2 and not @UDP-3)\": "
                            + why.replaceAll("\\s*\\R\\s*", " "),
                    e);
        }
    }

    /** What a test descriptor of Cucumber's engine says of its scenario. */
    static Optional<ScenarioInfo> of(TestDescriptor test, Catalogue catalogue) {
        if (!test.isTest()) {
            return Optional.empty();
        }
        List<String> titles = titles(test);
        Optional<TestSource> source = test.getSource();
        List<String> tags = tags(test.getTags(), TagOrder.above(line(source), source));
        requireKnown(tags, catalogue, test);
        List<Requirement> rows =
                tags.stream().map(catalogue::row).flatMap(Optional::stream).toList();
        return Optional.of(new ScenarioInfo(
                file(source),
                line(source),
                titles.isEmpty() ? "" : titles.get(0),
                titles.size() > 1 ? titles.get(1) : "",
                EXAMPLE.matcher(test.getDisplayName()).replaceFirst(""),
                tags,
                rows.stream().map(Requirement::id).toList(),
                stage(rows, tags)));
    }

    /** What it is about. What is said of packets and ports is about more where a stream has to show it. */
    private static Stage stage(List<Requirement> rows, List<String> tags) {
        Stage last = Stage.ofAll(rows);
        if (tags.contains(CLOSING)) {
            return last.compareTo(Stage.CLOSE) < 0 ? Stage.CLOSE : last;
        }
        boolean streams = tags.contains("needs:TCP")
                || rows.stream().anyMatch(row -> row.needs().contains(Capability.TCP));
        return streams && last.compareTo(Stage.HANDSHAKE) < 0 ? Stage.DELIVERY : last;
    }

    /** A tag that looks like a requirement must be one: a slip of the pen would take the scenario out of the count. */
    private static void requireKnown(List<String> tags, Catalogue catalogue, TestDescriptor test) {
        for (String tag : tags) {
            if (tag.startsWith("needs:") && !CAPABILITIES.contains(tag.substring("needs:".length()))) {
                throw new CannotRun("the scenario '" + test.getDisplayName() + "' has the tag @" + tag
                        + ", but there is no such capability; there are " + CAPABILITIES);
            }
            if (REQUIREMENT.matcher(tag).matches() && catalogue.row(tag).isEmpty()) {
                throw new CannotRun("the scenario '" + test.getDisplayName() + "' has the tag @" + tag
                        + ", but the catalogue has no requirement with that id");
            }
        }
    }

    /** The titles of the feature and, if there is one, of the rule. */
    private static List<String> titles(TestDescriptor test) {
        List<String> titles = new ArrayList<>();
        Optional<TestDescriptor> parent = test.getParent();
        while (parent.isPresent()) {
            String kind = parent.get().getUniqueId().getLastSegment().getType();
            if (Set.of("feature", "rule").contains(kind)) {
                titles.add(0, parent.get().getDisplayName());
            }
            parent = parent.get().getParent();
        }
        return titles;
    }

    /** In the order of the feature; a tag that it does not show comes last. */
    private static List<String> tags(Set<TestTag> tags, List<String> order) {
        return tags.stream()
                .map(TestTag::getName)
                .sorted(Comparator.<String>comparingInt(tag -> order.contains(tag) ? order.indexOf(tag) : order.size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Where a scenario stands: no two stand in the same place. */
    static String place(String file, int line) {
        return file + ":" + line;
    }

    /** The same, of what Cucumber's engine has found. */
    static String place(TestDescriptor test) {
        return place(file(test.getSource()), line(test.getSource()));
    }

    /** Where the class path has a feature: what {@link #fileOf} has made short. */
    static String resource(String file) {
        return ROOT + file + ENDING;
    }

    private static String file(Optional<TestSource> source) {
        String path = source.map(s -> s instanceof ClasspathResourceSource c
                        ? c.getClasspathResourceName()
                        : s instanceof FileSource f ? f.getFile().getPath() : s.toString())
                .orElse("");
        return fileOf(path);
    }

    private static int line(Optional<TestSource> source) {
        return source.flatMap(s -> s instanceof ClasspathResourceSource c
                        ? c.getPosition()
                        : s instanceof FileSource f ? f.getPosition() : Optional.<FilePosition>empty())
                .map(FilePosition::getLine)
                .orElse(0);
    }

    /** A feature file's path below the folder of features, without its ending: {@code lesson/dns}. */
    static String fileOf(String path) {
        int root = path.lastIndexOf(ROOT);
        String name = root < 0 ? path : path.substring(root + ROOT.length());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
