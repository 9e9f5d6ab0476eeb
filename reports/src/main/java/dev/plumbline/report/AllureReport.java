package dev.plumbline.report;

import dev.plumbline.cause.Causes;
import dev.plumbline.results.Judgement;
import dev.plumbline.results.PastRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Makes the page that Allure shows results on, with an unpacked allure-commandline. */
public final class AllureReport {
    private static final long MINUTES = 10;
    private static final int SHOWN_LINES = 15;

    private final Path allureHome;

    /** With the Allure in this folder, which holds {@code lib} and {@code plugins}. */
    public AllureReport(Path allureHome) {
        this.allureHome = allureHome;
    }

    /** The report could not be made; the message says why and what to do. */
    public static final class NoReport extends Exception {
        private static final long serialVersionUID = 1L;

        NoReport(String why) {
            super(why);
        }
    }

    /**
     * Writes the report into the folder, which is emptied, as one page that opens without a web server.
     *
     * @param before the runs before of the same stack, the oldest first
     * @return the page
     */
    public Path generate(Path allureResults, Judgement judgement, List<PastRun> before, Path folder) throws NoReport {
        check(allureResults);
        try {
            Causes causes = Causes.of(judgement);
            new AllureCauses(causes, judgement.results().scenarios()).mark(allureResults);
            AllureSidecars.write(allureResults, judgement, causes, before);
            Path log = Files.createTempFile("allure", ".log");
            try {
                execute(command(allureResults, folder, heading(judgement, causes)), log);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            throw new NoReport("could not write the report: " + e);
        }
        return folder.resolve("index.html");
    }

    private void check(Path allureResults) throws NoReport {
        if (!Files.isDirectory(allureHome.resolve("lib"))) {
            throw new NoReport("there is no Allure in " + allureHome + "; build it with: mvn -DskipTests package");
        }
        try (Stream<Path> files = Files.list(allureResults)) {
            if (files.noneMatch(file -> file.toString().endsWith("-result.json"))) {
                throw new NoReport("the run left no Allure results in " + allureResults);
            }
        } catch (IOException e) {
            throw new NoReport("the run left no Allure results in " + allureResults);
        }
    }

    /** Stands over Allure's ratio, which is one of scenarios, and knows no verdict. */
    private static String heading(Judgement judgement, Causes causes) {
        String verdict = judgement.verdict().words();
        return causes.mistakes().stream()
                .findFirst()
                .map(first -> verdict + ". Repair " + first.name() + " first")
                .orElse(verdict);
    }

    private List<String> command(Path allureResults, Path folder, String heading) {
        Path lib = allureHome.resolve("lib");
        String separator = System.getProperty("path.separator", ":");
        return List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                // Half of the time is start-up: the second compiler does not pay off.
                "-XX:TieredStopAtLevel=1",
                "-Dallure.home=" + allureHome,
                "-cp",
                lib.resolve("*") + separator + lib.resolve("config"),
                "io.qameta.allure.CommandLine",
                "generate",
                allureResults.toString(),
                "--output",
                folder.toString(),
                "--clean",
                "--single-file",
                "--name",
                heading);
    }

    private void execute(List<String> command, Path log) throws IOException, NoReport {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Without it every report would call Google Analytics.
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        // Without it Allure does not find its plug-ins, and the report has no tree of features.
        builder.environment().put("APP_HOME", allureHome.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new NoReport("Allure did not finish within " + MINUTES + " minutes" + tail(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoReport("interrupted while Allure was at work");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new NoReport("Allure ended with code " + process.exitValue() + tail(log));
        }
    }

    private static String tail(Path log) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
        return ":\n  " + String.join("\n  ", last);
    }
}
