package dev.plumbline.attacks;

import static dev.plumbline.attacks.Attack.always;
import static dev.plumbline.attacks.Attack.bounded;
import static dev.plumbline.attacks.Attacks.HUNG;
import static dev.plumbline.attacks.Attacks.SLEEP;

import java.util.List;

/** Attacks by mass: on the machine, and on the suite that has to read all that is said. */
final class Bombs {
    private static final String UNSAFE = "var f = Class.forName(\"sun.misc.Unsafe\").getDeclaredField(\"theUnsafe\");"
            + " f.setAccessible(true); var unsafe = (sun.misc.Unsafe) f.get(null);";

    private Bombs() {}

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
                bounded(
                        "69 memory that Java does not count",
                        UNSAFE + "while (true) unsafe.setMemory(unsafe.allocateMemory(1 << 26), 1 << 26, (byte) 1);",
                        "the stack needs too much memory .*|" + HUNG + "|the stack ended its process .*"),
                always(
                        "69 classes without end",
                        "var here = Mine.class.getProtectionDomain().getCodeSource().getLocation();"
                                + " while (true) KEPT.add(Class.forName(\"Mine\", true,"
                                + " new URLClassLoader(new URL[] {here}, Host.class.getClassLoader())));",
                        "the stack needs too much memory .*|" + HUNG),
                always(
                        "69 20,000 files in its folder",
                        "for (int i = 0; i < 20_000; i++) Files.createFile(Path.of(\"f\" + System.nanoTime())); got(\"all\");",
                        "the stack threw .*got all|" + HUNG),
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

    static List<Attack> onTime() {
        return List.of(
                always("72 timers of zero for ever", "again(host, Duration.ZERO);", creeps()),
                always("72 timers in nanoseconds", "again(host, Duration.ofNanos(200));", creeps()),
                always("72 timers in microseconds", "again(host, Duration.ofNanos(20_000));", creeps()));
    }

    /** On the suite that reads what it says. */
    static List<Attack> onTheSuite() {
        return List.of(
                always(
                        "42 thousands of datagrams of chance",
                        "var chance = new Random(1); for (int i = 0; i < 3000; i++) { var octets = new byte[600];"
                                + " chance.nextBytes(octets); octets[0] = 0x45; host.transmit(link, Octets.wrap(octets)); }"
                                + " got(\"judged\");",
                        "the stack threw .*got judged"),
                always(
                        "53 datagrams whose lengths lie",
                        "for (int i = 0; i < 2000; i++) { var octets = datagram.toByteArray();"
                                + " octets[i % Math.min(octets.length, 60)] = (byte) (i / 60 * 8);"
                                + " host.transmit(link, Octets.wrap(i % 3 > 0 ? octets : Arrays.copyOf(octets, i % octets.length))); }"
                                + " got(\"judged\");",
                        "the stack threw .*got judged"),
                always(
                        "66 a trace that is made to be read for minutes",
                        "var all = new StackTraceElement[5000];"
                                + " Arrays.fill(all, new StackTraceElement(\"a.b(\".repeat(60_000), \"m\", \"f\", 1));"
                                + " var thrown = new IllegalStateException(\"judged\"); thrown.setStackTrace(all); throw thrown;",
                        "the stack threw java.lang.IllegalStateException: judged"),
                always(
                        "47 a crash in native code",
                        UNSAFE + "unsafe.putAddress(0, 0);",
                        // 127 is what abort(3) exits with where its own signal has not ended the process yet: one in a
                        // hundred.
                        "the stack ended its process with exit code (134 \\(signal 6\\)|127)"),
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
                        "the stack said more than 16 MB without coming back|" + HUNG),
                always(
                        "65 as long a log as it may",
                        "for (int i = 0; i < 20; i++) host.log(\"x\".repeat(200_000)); got(\"judged\");",
                        "the stack threw .*got judged"));
    }

    private static String bomb() {
        return "the stack threw java.io.IOException: .*|" + HUNG + "|the stack needs too much memory .*";
    }

    private static String creeps() {
        return "more than \\d+ timers expired within 1 (ms|s) of virtual time"
                + " \\(a delay in the wrong unit, a clock that stands still\\?\\)";
    }
}
