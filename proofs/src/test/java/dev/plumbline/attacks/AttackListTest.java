package dev.plumbline.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.plumbline.tidy.Project;
import dev.plumbline.tidy.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No attack of the list goes unplayed, and the page says what the tests do. */
class AttackListTest {
    private static final Path PAGE = Path.of("docs", "attacks.md");
    private static final int IN_THE_LIST = 72;
    private static final int OUR_OWN = 10;
    private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "Property", "Example");
    private static final List<Listed> LISTED = Listed.all(Project.root());
    private static final List<Attack> ATTACKS =
            Stream.concat(Attacks.all().stream(), ProgramAttacks.all().stream()).toList();

    @Test
    void theListIsWhole() {
        assertThat(LISTED)
                .extracting(Listed::number)
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.rangeClosed(1, IN_THE_LIST).mapToObj(Integer::toString),
                                IntStream.rangeClosed(1, OUR_OWN).mapToObj(number -> "own-" + number))
                        .toList());
    }

    @Test
    void eachIsPlayed() {
        assertThat(LISTED)
                .allSatisfy(line -> assertThat(
                                line.in(ATTACKS).size() + line.elsewhere().size())
                        .as(line.number() + " " + line.tried())
                        .isPositive());
    }

    @Test
    void noAttackIsMissingInTheList() {
        assertThat(LISTED)
                .extracting(Listed::number)
                .containsAll(ATTACKS.stream().map(Attack::number).toList());
        assertThat(ATTACKS).extracting(Attack::name).doesNotHaveDuplicates();
    }

    @Test
    void theTestsThatAreNamedAreTests() {
        assertThat(LISTED.stream().flatMap(line -> line.elsewhere().stream()).distinct())
                .allSatisfy(name -> assertThat(testsOf(name)).as(name).isNotEmpty());
    }

    /** 17, 41: code that runs when it is compiled, and sources that no compiler survives: only a program in the sandbox meets them. */
    @Test
    void onlyTheRunnersCompilerCompiles() {
        assertThat(Project.sources())
                .filteredOn(source -> source.isJava() && source.isMain())
                .filteredOn(source -> source.text().matches("(?s).*(javax\\.tools|\"javac\").*"))
                .extracting(Source::path)
                .containsExactly("stack-adapters/src/main/java/dev/plumbline/adapter/runner/SourceCompiler.java");
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        String page = new AttackPage(LISTED, ATTACKS, AttackListTest::link).text();
        Path file = Project.root().resolve(PAGE);
        if (System.getProperty("plumbline.index", "").equals("write")) {
            Files.writeString(file, page);
        }
        assertThat(file)
                .as("-Dplumbline.index=write writes it: " + AttackPage.COMMAND)
                .content()
                .isEqualTo(page);
    }

    private static String link(String name) {
        return "[" + name.replace("#", ".") + "](../" + source(name).path() + ")";
    }

    private static List<MethodDeclaration> testsOf(String name) {
        int hash = name.indexOf('#');
        return source(name).unit().findAll(MethodDeclaration.class).stream()
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> TESTS.contains(annotation.getNameAsString())))
                .filter(method -> hash < 0 || method.getNameAsString().equals(name.substring(hash + 1)))
                .toList();
    }

    private static Source source(String name) {
        String file = "/" + name.replaceFirst("#.*", "") + ".java";
        return Project.sources().stream()
                .filter(source -> source.path().endsWith(file) && !source.isMain())
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no test " + name));
    }
}
