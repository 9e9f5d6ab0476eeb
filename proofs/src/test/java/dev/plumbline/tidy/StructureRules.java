package dev.plumbline.tidy;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.PackageDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** House rules that need a parser: the length of methods, and what every package says of itself. */
final class StructureRules {
    static final int LONGEST_METHOD = 50;
    static final int USUAL_METHOD = 20;

    /** In these modules at most one method in twenty is longer than {@link #USUAL_METHOD} lines. */
    private static final Set<String> EXEMPLARY = Set.of("protocol-model", "reference-impl");

    private static final int ONE_IN = 20;

    private static final Pattern SENTENCE = Pattern.compile("\\w+\\s.*\\.", Pattern.DOTALL);

    private StructureRules() {}

    /** A method and the number of lines of its body, braces included. */
    private record Method(Source source, int line, int lines) {
        Finding finding(String rule) {
            return source.finding(line, "a method of " + lines + " lines; " + rule);
        }
    }

    static Rule methodsAreShort() {
        return Rule.forEachFile(source -> methods(source)
                .filter(method -> method.lines > LONGEST_METHOD)
                .map(method -> method.finding("at most " + LONGEST_METHOD))
                .collect(Collectors.toList()));
    }

    static Rule mostMethodsAreVeryShort() {
        return sources -> EXEMPLARY.stream()
                .sorted()
                .flatMap(module -> tooManyLong(sources.stream()
                        .filter(source -> source.isMain() && source.module().equals(module))
                        .flatMap(StructureRules::methods)
                        .sorted(Comparator.comparingInt(Method::lines).reversed())
                        .toList()))
                .collect(Collectors.toList());
    }

    /** The longer methods of a module, if they are more than one in twenty. */
    private static Stream<Finding> tooManyLong(List<Method> methods) {
        var longer =
                methods.stream().filter(method -> method.lines > USUAL_METHOD).toList();
        if (longer.size() * ONE_IN <= methods.size()) {
            return Stream.empty();
        }
        var rule = String.format(
                "of this module's %d methods %d are longer than %d, and at most one in %d may be",
                methods.size(), longer.size(), USUAL_METHOD, ONE_IN);
        return longer.stream().map(method -> method.finding(rule));
    }

    private static Stream<Method> methods(Source source) {
        return source.unit().findAll(BlockStmt.class, StructureRules::isMethodBody).stream()
                .flatMap(body -> body.getRange().stream())
                .map(range -> new Method(source, range.begin.line, range.getLineCount()));
    }

    private static boolean isMethodBody(Node block) {
        return block.getParentNode()
                .filter(parent -> parent instanceof MethodDeclaration
                        || parent instanceof ConstructorDeclaration
                        || parent instanceof CompactConstructorDeclaration
                        || parent instanceof InitializerDeclaration)
                .isPresent();
    }

    /** Every package of main code has a package-info.java with a sentence of Javadoc and {@code @NullMarked}; not a student's. */
    static Rule packagesIntroduceThemselves() {
        return sources -> {
            var packages = new TreeMap<String, List<Source>>(sources.stream()
                    .filter(source -> source.isJava() && source.isMain())
                    .filter(source -> !source.module().equals("examples"))
                    .collect(Collectors.groupingBy(Source::folder)));
            return packages.entrySet().stream()
                    .flatMap(each -> introduction(each.getKey(), each.getValue()).stream())
                    .collect(Collectors.toList());
        };
    }

    private static List<Finding> introduction(String folder, List<Source> files) {
        var name = folder + "/package-info.java";
        return files.stream()
                .filter(source -> source.path().equals(name))
                .findAny()
                .map(StructureRules::introduction)
                .orElseGet(() -> List.of(new Finding(name, 1, "every package has a package-info.java")));
    }

    private static List<Finding> introduction(Source packageInfo) {
        return Stream.of(
                        hasSentence(packageInfo) ? "" : "package-info.java says in a sentence of Javadoc what is here",
                        isNullMarked(packageInfo) ? "" : "package-info.java carries @NullMarked")
                .filter(rule -> !rule.isEmpty())
                .map(rule -> packageInfo.finding(1, rule))
                .collect(Collectors.toList());
    }

    private static boolean hasSentence(Source packageInfo) {
        return packageInfo.unit().getAllComments().stream()
                .anyMatch(comment -> comment.isJavadocComment()
                        && SENTENCE.matcher(comment.getContent()).find());
    }

    private static boolean isNullMarked(Source packageInfo) {
        return packageInfo
                .unit()
                .getPackageDeclaration()
                .flatMap((PackageDeclaration declaration) -> declaration.getAnnotationByName("NullMarked"))
                .isPresent();
    }
}
