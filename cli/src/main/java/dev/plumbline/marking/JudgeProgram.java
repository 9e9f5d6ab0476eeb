package dev.plumbline.marking;

import dev.plumbline.adapter.jar.StackFiles;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.mark.Rubric;
import dev.plumbline.mark.State;
import dev.plumbline.results.Digests;
import dev.plumbline.results.Results;
import dev.plumbline.results.ResultsReader;
import dev.plumbline.results.ScenarioResult;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges each submission by {@code plumbline run} in a process of its own: what a student's own run says is what counts, and a
 * submission that floods the suite takes nobody else with it. Where and when it was judged is left out of what comes back.
 *
 * @param main the class of the command
 * @param budget what a run may take
 * @param more what else is on the class path: scenarios that nobody knows
 * @param allure whether Allure's page is made, too
 */
record JudgeProgram(String main, Rubric rubric, long seed, Duration budget, List<Path> more, boolean allure)
        implements Judge {
    /** For what comes before the run's budget begins, and after it ends. */
    private static final Duration BESIDES = Duration.ofMinutes(2);
    /** What a run may need, as decision 28 says. */
    private static final List<String> BOUNDS = List.of(
            "-Xmx1g",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dplumbline.terminal=false",
            "-D" + CourseWork.ENDS_WITH_INPUT + "=true");

    /** What this JVM was told that makes another start as fast. */
    private static final List<String> INHERITED =
            List.of("-XX:SharedArchiveFile=", "-XX:TieredStopAtLevel=", "-XX:+UseSerialGC", "-Xshare:");

    private static final List<String> PROPERTIES = List.of(Sandbox.PROPERTY, "plumbline.turn");
    private static final int OUT_OF_MEMORY = 3;
    private static final Pattern DIGEST = Pattern.compile("(?m)^results: .* sha256 ([0-9a-f]{64})$");
    private static final String COMPLAINT = "plumbline: ";

    @Override
    public Ruling judge(Path folder, String file, Path work) {
        try {
            Process process = new ProcessBuilder(command(file, work.resolve("out")))
                    .directory(folder.toFile())
                    .redirectOutput(work.resolve("said").toFile())
                    .redirectError(work.resolve("complaints").toFile())
                    .redirectInput(Redirect.PIPE)
                    .start();
            try {
                if (!process.waitFor(budget.plus(BESIDES).toMillis(), TimeUnit.MILLISECONDS)) {
                    return overBudget("");
                }
            } finally {
                process.destroyForcibly();
            }
            return ruling(process.exitValue(), folder, work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Ruling.not(State.BROKE, "the marking was interrupted");
        }
    }

    private List<String> command(String file, Path out) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> INHERITED.stream().anyMatch(argument::startsWith))
                .forEach(words::add);
        for (String property : PROPERTIES) {
            Optional.ofNullable(System.getProperty(property))
                    .ifPresent(value -> words.add("-D" + property + "=" + value));
        }
        words.addAll(BOUNDS);
        words.addAll(List.of("-cp", classPath(), main, "run", "--stack", "jar:" + file));
        words.addAll(List.of("--seed", Long.toString(seed), "--tries", Integer.toString(rubric.tries())));
        words.addAll(List.of("--out", out.toString(), "--all", "--budget", budget.toSeconds() + "s"));
        if (!allure) {
            words.add("--no-report");
        }
        if (!rubric.tags().isBlank()) {
            words.addAll(List.of("--tags", rubric.tags()));
        }
        return words;
    }

    private String classPath() {
        return Stream.concat(StackFiles.ofThisJvm().stream(), more.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Ruling ruling(int exitCode, Path folder, Path work) throws IOException {
        Matcher digest = DIGEST.matcher(Files.readString(work.resolve("said")));
        if (digest.find()) {
            return judged(digest.group(1), folder, work);
        }
        if (exitCode == OUT_OF_MEMORY) {
            return Ruling.not(State.BROKE, "its run needed more than 1 GB of memory in the suite's own process");
        }
        Optional<String> why = Files.readString(work.resolve("complaints"))
                .lines()
                .filter(line -> line.startsWith(COMPLAINT))
                .map(line -> line.substring(COMPLAINT.length()))
                .findFirst();
        boolean refused = exitCode == 2
                && why.filter(words -> !words.contains("bug in plumbline")).isPresent();
        return refused
                ? Ruling.not(State.NO_STACK, placeless(why.orElseThrow(), folder))
                : Ruling.not(
                        State.BROKE,
                        why.map(words -> placeless(words, folder))
                                .orElse("the judging process ended with exit code " + exitCode));
    }

    /** What the process has found is in a file, which is what its last line says that it is. */
    private Ruling judged(String digest, Path folder, Path work) throws IOException {
        byte[] content = Files.readAllBytes(work.resolve("out/results.jsonl"));
        if (!Digests.of(content).equals(digest)) {
            return Ruling.not(State.BROKE, "its results were changed before they were read");
        }
        String text = placeless(new String(content, StandardCharsets.UTF_8), folder);
        Results found = ResultsReader.read(Files.writeString(work.resolve("results.jsonl"), text));
        boolean late = found.scenarios().stream().anyMatch(ScenarioResult::isOutOfTime);
        return late ? overBudget(firstFailure(found)) : Ruling.judged(found.timeless());
    }

    private Ruling overBudget(String first) {
        return Ruling.not(
                State.OVER_BUDGET,
                "it was not judged to its end within " + budget.toSeconds() + " s"
                        + (first.isEmpty() ? "" : "; what failed first: " + first));
    }

    private static String firstFailure(Results found) {
        return found.scenarios().stream()
                .flatMap(scenario -> Optional.ofNullable(scenario.failure()).stream())
                .map(failure -> failure.requirement() + ": " + failure.headline())
                .findFirst()
                .orElse("");
    }

    private static String placeless(String text, Path folder) {
        return text.replace(folder.toAbsolutePath() + "/", "");
    }
}
