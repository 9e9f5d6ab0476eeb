package dev.plumbline.index;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Step;
import io.cucumber.core.resource.Resource;
import io.cucumber.cucumberexpressions.CaptureGroupTransformer;
import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.ParameterType;
import io.cucumber.java.StepDefinitionAnnotation;
import io.cucumber.java.StepDefinitionAnnotations;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** Which methods are behind the words of a scenario. */
final class StepDefinitions {
    private static final String STEPS = "dev.plumbline.steps";

    private final ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
    private final Map<Expression, Place> definitions = new LinkedHashMap<>();
    private final Map<String, Map<Integer, List<Place>>> found = new HashMap<>();
    private final Map<String, List<Place>> matching = new HashMap<>();

    /** All that the suite has. */
    StepDefinitions() {
        List<Method> methods = ReflectionSupport.findAllClassesInPackage(STEPS, type -> true, name -> true).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        methods.forEach(this::defineType);
        ExpressionFactory expressions = new ExpressionFactory(types);
        methods.forEach(method ->
                texts(method).forEach(text -> definitions.put(expressions.createExpression(text), place(method))));
    }

    /** The methods behind the scenario at this line of a feature, in the order of its steps. */
    List<Place> behind(String file, int line) {
        return found.computeIfAbsent(file, this::read).getOrDefault(line, List.of());
    }

    private void defineType(Method method) {
        ParameterType type = method.getAnnotation(ParameterType.class);
        if (type != null) {
            String name = type.name().isEmpty() ? method.getName() : type.name();
            CaptureGroupTransformer<String> any = words -> "";
            types.defineParameterType(new io.cucumber.cucumberexpressions.ParameterType<>(
                    name, List.of(type.value()), String.class, any, false, false));
        }
    }

    private static Stream<String> texts(Method method) {
        return Arrays.stream(method.getAnnotations()).flatMap(StepDefinitions::texts);
    }

    private static Stream<String> texts(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        try {
            if (type.isAnnotationPresent(StepDefinitionAnnotation.class)) {
                return Stream.of((String) type.getMethod("value").invoke(annotation));
            }
            return type.isAnnotationPresent(StepDefinitionAnnotations.class)
                    ? Arrays.stream((Annotation[]) type.getMethod("value").invoke(annotation))
                            .flatMap(StepDefinitions::texts)
                    : Stream.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(String.valueOf(e.getMessage()), e);
        }
    }

    private static Place place(Method method) {
        String type = method.getDeclaringClass().getName().replaceFirst("\\$.*", "");
        return new Place("conformance-tests/src/main/java/" + type.replace('.', '/') + ".java", method.getName());
    }

    private Map<Integer, List<Place>> read(String file) {
        Feature feature = new FeatureParser(UUID::randomUUID)
                .parseResource(new FeatureFile("features/" + file + ".feature"))
                .orElseThrow();
        Map<Integer, List<Place>> places = new HashMap<>();
        feature.getPickles().forEach(pickle -> places.put(pickle.getLocation().getLine(), places(pickle.getSteps())));
        return places;
    }

    private List<Place> places(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> matching.computeIfAbsent(step.getText(), this::matching).stream())
                .distinct()
                .toList();
    }

    private List<Place> matching(String text) {
        return definitions.entrySet().stream()
                .filter(definition -> definition.getKey().match(text) != null)
                .map(Map.Entry::getValue)
                .toList();
    }

    private record FeatureFile(String name) implements Resource {
        @Override
        public URI getUri() {
            return URI.create("classpath:" + name);
        }

        @Override
        public InputStream getInputStream() {
            return StepDefinitions.class.getClassLoader().getResourceAsStream(name);
        }
    }
}
