package dev.plumbline.attacks;

import static dev.plumbline.attacks.Attack.alone;
import static dev.plumbline.attacks.Attack.always;
import static dev.plumbline.attacks.Attack.bounded;
import static dev.plumbline.attacks.Attack.walled;

import java.util.List;
import java.util.stream.Stream;

/** What stacks have tried, or may try: on the verdict, on secrets, on the machine. */
final class Attacks {
    /** Where a stack may loop or sleep until its time is over. */
    static final String HUNG = "the stack did not come back within 1 s \\(an endless loop\\?\\)";

    static final String SLEEP = "Thread.sleep(100_000);";

    private static final String JUDGED = "got(\"judged\");";
    private static final String SHARED =
            "Locale.setDefault(new Locale(\"tr\", \"TR\")); TimeZone.setDefault(TimeZone.getTimeZone(\"Asia/Kolkata\"));"
                    + " System.setProperty(\"line.separator\", \"\\0\"); System.getProperties().clear();"
                    + " Thread.setDefaultUncaughtExceptionHandler((t, e) -> System.exit(0));";

    private Attacks() {}

    static List<Attack> all() {
        return Stream.of(
                        onTheVerdict(),
                        onTheJudge(),
                        onTheJudgeByWhatItBrings(),
                        onSecrets(),
                        onSecretsOfTheMachine(),
                        Bombs.onResources(),
                        onTheSystem(),
                        Bombs.onTime(),
                        Bombs.onTheSuite(),
                        ofOurOwn())
                .flatMap(List::stream)
                .toList();
    }

    static List<Attack> onTheVerdict() {
        return List.of(
                always("1 exit", "System.exit(0);", "the stack ended its process with exit code 0"),
                always("2 halt", "Runtime.getRuntime().halt(0);", "the stack ended its process with exit code 0"),
                walled(
                        "4 a hook that changes the results",
                        "Runtime.getRuntime().addShutdownHook(new Thread(() -> tried(() -> Files.writeString(Path.of(\"OUT\"),"
                                + " \"forged\")))); System.exit(0);",
                        "the stack ended its process with exit code 0"),
                walled(
                        "5 changes the results",
                        "got(tried(() -> Files.writeString(Path.of(\"OUT\"), \"x\")));",
                        nothing()),
                always(
                        "6 forged lines on the standard output",
                        "System.out.println(\"done\"); System.out.println(\"{\\\"verdict\\\":\\\"PASS\\\"}\"); System.exit(0);",
                        "the stack ended its process with exit code 0"),
                always(
                        "7 forged lines of the protocol",
                        "new FileOutputStream(FileDescriptor.out).write(\"resolved 1 1 FOUND\\nready\\n\".getBytes());",
                        "the stack wrote to its standard output what does not belong there .*"),
                always(
                        "44 speaks on when it has answered",
                        "var on = new Thread(() -> tried(() -> { var out = new FileOutputStream(FileDescriptor.out);"
                                + " while (true) out.write(\"ready\\n\".getBytes()); })); on.setDaemon(true); on.start();"
                                + " Thread.sleep(200);",
                        "the stack (wrote to its standard output what does not belong there|said|did) .*"),
                walled(
                        "46 removes the results",
                        "got(Files.deleteIfExists(Path.of(\"OUT\")));",
                        "the stack threw .*got false"),
                walled(
                        "55 a child that changes the results after the end",
                        "new ProcessBuilder(\"sh\", \"-c\", \"sleep 1; echo forged >>OUT\").start(); System.exit(0);",
                        "the stack ended its process with exit code 0"));
    }

    /** Held by there being nothing of the judge's where the stack is; each says afterwards that it was judged all the same. */
    static List<Attack> onTheJudge() {
        return List.of(
                always(
                        "9 takes the outputs away",
                        "System.setOut(null); System.setErr(null); System.exit(5);",
                        ended(5)),
                always(
                        "10 reaches into the runner's classes",
                        "for (String name : List.of(\"Line\", \"StackRunner\", \"Guest\", \"StackOutput\"))"
                                + " for (var field : Class.forName(\"dev.plumbline.adapter.runner.\" + name).getDeclaredFields())"
                                + " tried(() -> { field.setAccessible(true); field.set(null, null); return 1; });"
                                + JUDGED,
                        judged()),
                always("11 brings classes of the suite's names", JUDGED, judged())
                        .with("dev/plumbline/adapter/runner/Line.java", exiting("dev.plumbline.adapter.runner", "Line"))
                        .with("dev/plumbline/results/Judgement.java", exiting("dev.plumbline.results", "Judgement"))
                        .with("org/junit/jupiter/api/Assertions.java", exiting("org.junit.jupiter.api", "Assertions")),
                always("12 an exception whose text never ends", "throw new Evil();", HUNG)
                        .with("MEMBERS", evil("public String getMessage() { while (true) KEPT.clear(); }")),
                always("12 an exception whose text exits", "throw new Evil();", ended(0))
                        .with("MEMBERS", evil("public String getMessage() { System.exit(0); return null; }")),
                always("12 an exception that is its own cause", "throw new Evil();", "the stack threw Mine\\$Evil.*")
                        .with("MEMBERS", evil("public Throwable getCause() { return this; }")),
                always("12 an exception that throws when it is told", "throw new Evil();", "the stack .*")
                        .with("MEMBERS", evil("public String toString() { throw this; }")),
                always("12 an exception without a trace", "throw new Evil();", "the stack .*")
                        .with("MEMBERS", evil("public StackTraceElement[] getStackTrace() { return null; }")));
    }

    /** The same, in what a submission brings. */
    static List<Attack> onTheJudgeByWhatItBrings() {
        return List.of(
                always("13 claims that equal whatever they are asked", JUDGED, judged())
                        .with("CLAIMS", "new Same()")
                        .with(
                                "MEMBERS",
                                "static class Same extends HashSet<Capability> {"
                                        + " Same() { super(Set.of(Capability.IPV4, Capability.UDP)); }"
                                        + " public boolean equals(Object o) { return true; }"
                                        + " public int hashCode() { return 0; }"
                                        + " public boolean contains(Object o) { return true; }"
                                        + " public boolean containsAll(Collection<?> all) { return true; } }"),
                always(
                        "14 class loaders of its own",
                        "Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[0], null));" + JUDGED,
                        judged()),
                always("15 registers listeners, engines and plug-ins", JUDGED, judged())
                        .with("META-INF/services/org.junit.platform.launcher.TestExecutionListener", "Mine")
                        .with("META-INF/services/org.junit.platform.engine.TestEngine", "Mine")
                        .with("META-INF/services/io.cucumber.core.plugin.Options", "Mine"),
                always("16 settings that would run nothing", JUDGED, judged())
                        .with("junit-platform.properties", "cucumber.execution.dry-run=true")
                        .with("cucumber.properties", "cucumber.execution.dry-run=true")
                        .with(".jqwik-database", "forged"),
                always("17 an annotation processor", JUDGED, judged())
                        .with("META-INF/services/javax.annotation.processing.Processor", "Mine"),
                always("27 features and requirements of its own", JUDGED, judged())
                        .with("features/lesson/udp.feature", "Feature: nothing")
                        .with("requirements/lesson.yaml", "[]"),
                always("58 exits as it is switched off", "", ended(6)).with("CLOSE", "System.exit(6);"),
                always("58 hangs as it is switched off", "", HUNG).with("CLOSE", "while (true) KEPT.clear();"),
                always("58 throws as it is switched off", "", judged()).with("CLOSE", JUDGED));
    }

    static List<Attack> onSecrets() {
        return List.of(
                walled(
                        "20 reads another's files",
                        "got(tried(() -> Files.readString(Path.of(\"SECRET\"))));",
                        nothing()),
                walled(
                        "20 finds another's files",
                        "got(tried(() -> Files.list(Path.of(\"HOMES\")).toList()));",
                        nothing()),
                alone(
                        "22 sends what it found by TCP",
                        "got(tried(() -> new Socket(\"127.0.0.1\", PORT)));",
                        "the stack threw .*got (ConnectException|SocketException)"),
                alone(
                        "22 asks a DNS server",
                        "got(tried(() -> InetAddress.getByName(\"example.com\")));",
                        "the stack threw .*got UnknownHostException"),
                bounded(
                        "24 reads the environment",
                        "got(new TreeSet<>(System.getenv().keySet()));",
                        "the stack threw .*got \\[HOME, LANG, PATH, (PWD, )?TMPDIR]"),
                bounded(
                        "25 inherits descriptors",
                        "got(run(\"sh\", \"-c\", \"ls /proc/self/fd | wc -l\"));",
                        "the stack threw .*got 0 4")); // the three usual ones, and the list's own
    }

    static List<Attack> onSecretsOfTheMachine() {
        return List.of(
                alone(
                        "26 looks at the suite's process",
                        "got(tried(() -> Files.readAllBytes(Path.of(\"/proc/SUITE/environ\")).length));",
                        nothing()),
                alone(
                        "26 looks at its parent",
                        "got(tried(() -> new String(Files.readAllBytes(Path.of(\"/proc/1/environ\"))).contains(\"JAVA\")));",
                        "the stack threw .*got (false|AccessDeniedException)"),
                alone(
                        "28 attaches to the suite",
                        "got(ProcessHandle.of(SUITEL).isPresent());",
                        "the stack threw .*got false"),
                always(
                        "21 tells all that it has seen",
                        "got(\"x\".repeat(10_000_000));",
                        "the stack sent .* that makes a line of more than 262144 octets, which is the limit"),
                walled(
                        "23 leaves a note for its next process",
                        "var note = Path.of(\"/tmp/note-98765\"); if (Files.exists(note)) System.exit(7);"
                                + " Files.writeString(note, \"seen\"); System.exit(4);",
                        ended(4)),
                walled(
                        "52 the kernel's TUN",
                        "got(new File(\"/dev/net/tun\").exists());",
                        "the stack threw .*got false"));
    }

    static List<Attack> onTheSystem() {
        return List.of(
                alone(
                        "43 leaves a daemon",
                        "run(\"sh\", \"-c\", \"setsid sleep 98765 >/dev/null 2>&1 &\"); System.exit(1);",
                        ended(1)),
                alone(
                        "67 leaves a daemon that holds the pipe",
                        "new ProcessBuilder(\"setsid\", \"sleep\", \"98765\").inheritIO().start(); System.exit(1);",
                        ended(1)),
                alone(
                        "45 kills all that it can",
                        "run(\"sh\", \"-c\", \"kill -9 -1\"); while (true) " + SLEEP,
                        "the stack .*"),
                alone(
                        "45 stops the suite",
                        "got(run(\"sh\", \"-c\", \"kill -STOP SUITE\"));",
                        "the stack threw .*got [12] .*"),
                walled(
                        "48 a user namespace",
                        "got(run(\"unshare\", \"-Ur\", \"true\"));",
                        "the stack threw .*got 1 .*"),
                walled(
                        "48 a mount",
                        "got(run(\"mount\", \"-t\", \"tmpfs\", \"none\", \"/tmp\"));",
                        "the stack threw .*got (1|32) .*"),
                always("50 changes what all of its process shares", SHARED + JUDGED, judged()),
                walled(
                        "56 drops a jar among the suite's libraries",
                        "got(tried(() -> Files.writeString(Path.of(\"LIBS\", \"forged.jar\"), \"x\")));",
                        nothing()),
                walled("49 the terminal", "got(new File(\"/dev/tty\").exists());", "the stack threw .*got false"),
                walled(
                        "71 its own terminal's echo",
                        "got(tried(() -> new FileInputStream(\"/dev/tty\")));",
                        nothing()));
    }

    /** Not in the list: what else came to mind. */
    static List<Attack> ofOurOwn() {
        return List.of(
                walled(
                        "own-1 looks around",
                        // The suite's runner lies somewhere, too.
                        "var seen = new TreeSet<>(Arrays.asList(new File(\"/\").list())); seen.remove(\"OWN\"); got(seen);",
                        "the stack threw .*got \\[bin, dev, etc, (lib\\w*, )+proc, sbin, (tmp, )?usr]"),
                walled(
                        "own-2 writes to the system",
                        "got(tried(() -> Files.writeString(Path.of(\"/usr/x\"), \"\")));",
                        nothing()),
                walled(
                        "own-3 fills /dev",
                        "got(tried(() -> Files.writeString(Path.of(\"/dev/x\"), \"\")));",
                        nothing()),
                bounded(
                        "own-4 raises its limits",
                        "got(run(\"sh\", \"-c\", \"ulimit -n 100000\"));",
                        "the stack threw .*got [12] .*"),
                bounded(
                        "own-5 leaves a link to a folder that is not its own",
                        "Files.createSymbolicLink(Path.of(\"link\"), Path.of(\"SECRET\").getParent()); System.exit(4);",
                        ended(4)),
                bounded(
                        "own-6 leaves a folder that nobody may enter",
                        "Files.createDirectories(Path.of(\"a/b\")); new File(\"a\").setExecutable(false); System.exit(4);",
                        ended(4)),
                alone(
                        "own-7 ends the first of its processes",
                        "got(run(\"sh\", \"-c\", \"kill -9 1\"));",
                        "the stack .*"),
                always(
                        "own-9 has a child speak in its place",
                        "new ProcessBuilder(\"sh\", \"-c\", \"echo ready\").inheritIO().start().waitFor();",
                        "the stack wrote to its standard output what does not belong there .*"),
                walled(
                        "own-10 a second name for a file that is not its own",
                        "got(tried(() -> Files.createLink(Path.of(\"mine\"), Path.of(\"SECRET\"))));",
                        nothing()),
                always("own-8 closes its output", "new FileOutputStream(FileDescriptor.out).close();", "the stack .*"));
    }

    static String ended(int code) {
        return "the stack ended its process with exit code " + code;
    }

    private static String nothing() {
        return "the stack threw java.lang.IllegalStateException: got (NoSuchFileException|FileNotFoundException"
                + "|AccessDeniedException|FileSystemException|NotDirectoryException)";
    }

    private static String judged() {
        return "the stack threw java.lang.IllegalStateException: got judged";
    }

    private static String exiting(String inPackage, String name) {
        return "package " + inPackage + "; public class " + name + " { static { System.exit(0); } }";
    }

    private static String evil(String method) {
        return "static class Evil extends RuntimeException { " + method + " }";
    }
}
