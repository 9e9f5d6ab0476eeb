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
    private static final String HUNG = "the stack did not come back within 1 s \\(an endless loop\\?\\)";

    private static final String SLEEP = "Thread.sleep(100_000);";

    private Attacks() {}

    static List<Attack> all() {
        return Stream.of(onTheVerdict(), onSecrets(), onResources(), onTheSystem(), onTime(), ofOurOwn())
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
                walled(
                        "46 removes the results",
                        "got(Files.deleteIfExists(Path.of(\"OUT\")));",
                        "the stack threw .*got false"),
                walled(
                        "55 a child that changes the results after the end",
                        "new ProcessBuilder(\"sh\", \"-c\", \"sleep 1; echo forged >>OUT\").start(); System.exit(0);",
                        "the stack ended its process with exit code 0"));
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
                        "the stack threw .*got 0 4"), // the three usual ones, and the list's own
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
                walled(
                        "52 the kernel's TUN",
                        "got(new File(\"/dev/net/tun\").exists());",
                        "the stack threw .*got false"));
    }

    static List<Attack> onResources() {
        return List.of(
                always("29 an endless loop", "while (true) KEPT.clear();", HUNG),
                always("30 sleeps for ever", "while (true) " + SLEEP, HUNG),
                bounded("32 a fork bomb", "while (true) new ProcessBuilder(\"sleep\", \"98765\").start();", bomb()),
                bounded(
                        "33 a thread bomb",
                        "while (true) new Thread(() -> { while (true) tried(() -> { Thread.sleep(100_000); return 1; }); }).start();",
                        "the stack needs too much memory .*|" + HUNG),
                always("34 memory", "while (true) KEPT.add(new long[1 << 20]);", "the stack needs too much memory .*"),
                always(
                        "34 memory beside the heap",
                        "while (true) KEPT.add(ByteBuffer.allocateDirect(1 << 24));",
                        "the stack needs too much memory .*"),
                bounded(
                        "69 memory by the means of another program",
                        "got(run(\"perl\", \"-e\", \"my @a; push @a, 'x' x 100000000 for 1..60; print 'all'\"));",
                        "the stack threw .*got (?!.*all).*|" + HUNG + "|the stack needs too much memory.*"),
                always("35 deep recursion, again and again", "while (true) tried(() -> deep());", HUNG),
                always("36 a flood of errors", "while (true) System.err.println(\"x\".repeat(1000));", HUNG),
                bounded(
                        "38 fills the disk",
                        "try (var out = new FileOutputStream(\"big\")) { while (true) out.write(new byte[1 << 20]); }",
                        "the stack threw java.io.IOException: (No space left on device|File too large)"),
                bounded(
                        "38 a huge sparse file",
                        "try (var out = new RandomAccessFile(\"big\", \"rw\")) { out.setLength(1L << 40); got(\"it\"); }",
                        "the stack threw java.io.IOException: File too large"),
                bounded(
                        "39 opens 20,000 files",
                        "while (true) KEPT.add(new FileInputStream(\"/dev/null\"));",
                        "the stack threw java.io.FileNotFoundException: /dev/null \\(Too many open files\\)"));
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
                walled("49 the terminal", "got(new File(\"/dev/tty\").exists());", "the stack threw .*got false"),
                walled("71 its own terminal's echo", "got(tried(() -> new FileInputStream(\"/dev/tty\")));", nothing()),
                always(
                        "63 a crash in native code",
                        "var f = Class.forName(\"sun.misc.Unsafe\").getDeclaredField(\"theUnsafe\"); f.setAccessible(true);"
                                + " ((sun.misc.Unsafe) f.get(null)).putAddress(0, 0);",
                        "the stack ended its process with exit code 134 \\(signal 6\\)"),
                always(
                        "63 a log line of 10 MB",
                        "host.log(\"x\".repeat(10_000_000));",
                        "the stack sent a log line that makes a line of more than 262144 octets, which is the limit"),
                always(
                        "63 a datagram of 1 MB",
                        "host.transmit(link, Octets.wrap(new byte[1 << 20]));",
                        "the stack sent a datagram that makes a line of more than 262144 octets, which is the limit"),
                always(
                        "65 a log bomb within the limit of a line",
                        "while (true) host.log(\"x\".repeat(200_000));",
                        "the stack said more than 16 MB without coming back"));
    }

    static List<Attack> onTime() {
        return List.of(
                always("72 timers of zero for ever", "again(host, Duration.ZERO);", creeps()),
                always("72 timers in nanoseconds", "again(host, Duration.ofNanos(200));", creeps()),
                always("72 timers in microseconds", "again(host, Duration.ofNanos(20_000));", creeps()));
    }

    /** Not in the list: what else came to mind. */
    static List<Attack> ofOurOwn() {
        return List.of(
                walled(
                        "looks around",
                        // The suite's runner lies somewhere, too.
                        "var seen = new TreeSet<>(Arrays.asList(new File(\"/\").list())); seen.remove(\"OWN\"); got(seen);",
                        "the stack threw .*got \\[bin, dev, etc, (lib\\w*, )+proc, sbin, (tmp, )?usr]"),
                walled(
                        "writes to the system",
                        "got(tried(() -> Files.writeString(Path.of(\"/usr/x\"), \"\")));",
                        nothing()),
                walled("fills /dev", "got(tried(() -> Files.writeString(Path.of(\"/dev/x\"), \"\")));", nothing()),
                bounded(
                        "raises its limits",
                        "got(run(\"sh\", \"-c\", \"ulimit -n 100000\"));",
                        "the stack threw .*got [12] .*"),
                bounded(
                        "leaves a link to a folder that is not its own",
                        "Files.createSymbolicLink(Path.of(\"link\"), Path.of(\"SECRET\").getParent()); System.exit(4);",
                        ended(4)),
                bounded(
                        "leaves a folder that nobody may enter",
                        "Files.createDirectories(Path.of(\"a/b\")); new File(\"a\").setExecutable(false); System.exit(4);",
                        ended(4)),
                alone("ends the first of its processes", "got(run(\"sh\", \"-c\", \"kill -9 1\"));", "the stack .*"),
                always("closes its output", "new FileOutputStream(FileDescriptor.out).close();", "the stack .*"));
    }

    private static String ended(int code) {
        return "the stack ended its process with exit code " + code;
    }

    private static String nothing() {
        return "the stack threw java.lang.IllegalStateException: got (NoSuchFileException|FileNotFoundException"
                + "|AccessDeniedException|FileSystemException|NotDirectoryException)";
    }

    private static String bomb() {
        return "the stack threw java.io.IOException: .*|" + HUNG + "|the stack needs too much memory .*";
    }

    private static String creeps() {
        return "more than \\d+ timers expired within 1 (ms|s) of virtual time"
                + " \\(a delay in the wrong unit, a clock that stands still\\?\\)";
    }
}
