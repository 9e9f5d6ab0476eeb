package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plumbline.marking.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes for services that cannot be run here still say what the command understands, and deal out every share once. */
class RecipesTest {
    private static final Path RECIPES = recipes();

    /** A command of a recipe, to the end of its line. */
    private static final Pattern COMMAND = Pattern.compile("plumbline}?\"? (mark|merge)\\)? (.*)");

    private static final Pattern OPTION = Pattern.compile(" (--[a-z]+)");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMatrixOfGitHubNumbersItsShardsFromOne() throws IOException {
        JsonNode matrix = yaml("github.yml").at("/jobs/mark/strategy/matrix");
        List<Integer> numbers = new ArrayList<>();
        matrix.path("shard").forEach(number -> numbers.add(number.intValue()));

        // The job's total is what it counts: another dimension would make it a multiple.
        assertThat(matrix).hasSize(1);
        assertThat(numbers)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void theMatrixOfGitLabIsOfAllShares() throws IOException {
        List<Shard> shards = new ArrayList<>();
        yaml("gitlab.yml")
                .at("/mark/parallel/matrix/0/SHARD")
                .forEach(shard -> shards.add(Shard.parse(shard.textValue()).orElseThrow()));

        assertThat(shards)
                .isNotEmpty()
                .containsExactlyElementsOf(IntStream.rangeClosed(1, shards.size())
                        .mapToObj(number -> new Shard(number, shards.size()))
                        .toList());
    }

    @Test
    void theJobOfKubernetesHasAPodForEachShare() throws IOException {
        JsonNode spec = yaml("kubernetes.yaml").path("spec");

        assertThat(spec.path("completionMode").textValue()).isEqualTo("Indexed");
        assertThat(spec.at("/template/spec/containers/0/args/0").textValue())
                .contains("--shard \"$k/" + spec.path("completions").intValue() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shard", "parallel", "slurm", "github.yml", "gitlab.yml", "kubernetes.yaml", "spark/mark"})
    void theCommandHasEveryOptionOfTheRecipe(String recipe) throws IOException {
        Matcher command =
                COMMAND.matcher(Files.readString(RECIPES.resolve(recipe)).replace("\\\n", " "));
        int found = 0;
        while (command.find()) {
            found++;
            Matcher option = OPTION.matcher(command.group(2));
            while (option.find()) {
                assertThat(options(command.group(1))).as(command.group()).contains(option.group(1));
            }
        }
        assertThat(found).isPositive();
    }

    private List<String> options(String command) {
        return Main.commandLine(new FakeSuite(), Screen.ofProcess(), folder)
                .getSubcommands()
                .get(command)
                .getCommandSpec()
                .optionsMap()
                .keySet()
                .stream()
                .toList();
    }

    /** The first document of a file. */
    private static JsonNode yaml(String name) throws IOException {
        return new YAMLMapper().readTree(RECIPES.resolve(name).toFile());
    }

    private static Path recipes() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("examples/many-machines"))) {
            root = Objects.requireNonNull(root.getParent(), "not inside the project");
        }
        return root.resolve("examples/many-machines");
    }
}
