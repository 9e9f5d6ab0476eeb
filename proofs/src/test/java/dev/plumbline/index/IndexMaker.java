package dev.plumbline.index;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import dev.plumbline.faults.Fault;
import dev.plumbline.faults.Faults;
import dev.plumbline.results.Requirement;
import dev.plumbline.results.ScenarioInfo;
import dev.plumbline.tidy.Source;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the index from the sources. */
final class IndexMaker {
    private static final Comparator<Place> BY_PLACE =
            Comparator.comparing(Place::file).thenComparing(Place::member);
    private static final String LAWS = "conformance-tests/src/main/java/dev/plumbline/oracle/";
    private static final String FAULTS = "proofs/src/test/java/dev/plumbline/faults/";
    private static final List<String> TESTS = List.of(
            "protocol-model/src/test/",
            "reference-impl/src/test/",
            "conformance-tests/src/test/java/dev/plumbline/oracle/");
    private static final Set<String> KEEPING = Set.of("protocol-model", "reference-impl");

    private final List<Source> sources;
    private final Set<String> ids;
    private final Map<Source, Set<String>> texts = new HashMap<>();
    private final Map<Source, Set<String>> names = new HashMap<>();

    IndexMaker(List<Source> sources, List<Requirement> catalogue) {
        this.sources = sources;
        this.ids = catalogue.stream().map(Requirement::id).collect(Collectors.toCollection(TreeSet::new));
    }

    Index make(List<ScenarioInfo> scenarios) {
        StepDefinitions steps = new StepDefinitions();
        Map<String, List<Place>> behind = new TreeMap<>();
        scenarios.forEach(scenario -> behind.put(scenario.id(), steps.behind(scenario.file(), scenario.line())));
        Map<String, List<Place>> keepers = keepers();
        return new Index(behind, byId(this::laws), keepers, byId(id -> tests(id, keepers)), faults());
    }

    /** What is annotated, by what the annotations say; also ids that no catalogue has. */
    Map<String, List<Place>> keepers() {
        Map<String, Set<Place>> all = new TreeMap<>();
        in(source -> KEEPING.contains(source.module()) && source.isMain())
                .forEach(source -> source.unit().findAll(AnnotationExpr.class).stream()
                        .filter(annotation -> annotation.getNameAsString().equals("Keeps"))
                        .forEach(annotation -> annotation
                                .findAll(StringLiteralExpr.class)
                                .forEach(id -> all.computeIfAbsent(id.getValue(), any -> new TreeSet<>(BY_PLACE))
                                        .add(new Place(source.path(), member(annotation))))));
        Map<String, List<Place>> lists = new TreeMap<>();
        all.forEach((id, places) -> lists.put(id, List.copyOf(places)));
        return lists;
    }

    private static String member(AnnotationExpr annotation) {
        Node annotated = annotation.getParentNode().orElseThrow();
        return annotated instanceof FieldDeclaration field
                ? field.getVariable(0).getNameAsString()
                : ((NodeWithSimpleName<?>) annotated).getNameAsString();
    }

    private List<Place> laws(String id) {
        return in(source -> source.path().startsWith(LAWS))
                .filter(source -> says(source, id))
                .map(source -> new Place(source.path(), ""))
                .toList();
    }

    /**
     * Those that name the requirement, and those that are called after a class that keeps it; if there are none, those that mention
     * such a class, or else those of its package.
     */
    private List<Place> tests(String id, Map<String, List<Place>> keepers) {
        List<Place> kept = keepers.getOrDefault(id, List.of());
        Set<String> types = kept.stream().map(Place::type).collect(Collectors.toSet());
        Set<String> packages = kept.stream().map(IndexMaker::folderOfTests).collect(Collectors.toSet());
        List<Source> tests = in(source -> TESTS.stream().anyMatch(source.path()::startsWith))
                .filter(source -> !source.path().endsWith("package-info.java"))
                .toList();
        Predicate<Source> named = test -> types.stream().anyMatch(new Place(test.path(), "").type()::startsWith);
        Stream<Predicate<Source>> ways = Stream.of(
                named.or(test -> test.text().contains("\"" + id + "\"")),
                test -> mentions(test, types),
                test -> packages.contains(test.folder()));
        return ways.map(way -> tests.stream()
                        .filter(way)
                        .map(test -> new Place(test.path(), ""))
                        .sorted(BY_PLACE)
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String folderOfTests(Place place) {
        String folder = place.file().substring(0, place.file().lastIndexOf('/'));
        return folder.replace("/src/main/", "/src/test/");
    }

    private List<Index.Wrong> faults() {
        return Faults.ALL.stream()
                .map(fault -> new Index.Wrong(fault.shortName(), fault.sentence(), fault.requirements(), place(fault)))
                .toList();
    }

    private Place place(Fault fault) {
        String file = in(source -> source.path().startsWith(FAULTS))
                .filter(source -> says(source, fault.shortName()))
                .map(Source::path)
                .findFirst()
                .orElse(FAULTS + "Faults.java");
        return new Place(file, fault.shortName());
    }

    private boolean says(Source source, String text) {
        return texts.computeIfAbsent(
                        source,
                        any -> source.unit().findAll(StringLiteralExpr.class).stream()
                                .map(StringLiteralExpr::getValue)
                                .collect(Collectors.toSet()))
                .contains(text);
    }

    private boolean mentions(Source source, Set<String> types) {
        return names
                .computeIfAbsent(
                        source,
                        any -> source.unit().findAll(SimpleName.class).stream()
                                .map(SimpleName::getIdentifier)
                                .collect(Collectors.toSet()))
                .stream()
                .anyMatch(types::contains);
    }

    private Map<String, List<Place>> byId(Function<String, List<Place>> places) {
        Map<String, List<Place>> all = new TreeMap<>();
        ids.forEach(id -> {
            List<Place> found = places.apply(id);
            if (!found.isEmpty()) {
                all.put(id, found);
            }
        });
        return all;
    }

    private Stream<Source> in(Predicate<Source> where) {
        return sources.stream().filter(Source::isJava).filter(where);
    }
}
