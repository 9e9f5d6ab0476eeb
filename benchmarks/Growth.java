import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What a trial costs in a JVM that is warm: the middle of several runs, without what a run with one trial costs. */
final class Growth {
    private static final String TAGS = "@HS-2 or @DEL-2 or @UDP-2 or @IP-4";
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private record Cost(double seconds, long trials) {}

    public static void main(String[] arguments) {
        int[] tries = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        IntStream.range(0, 3).forEach(i -> run(2500));
        System.out.println("| tries | trials | processor time | one more trial |\n|---|---|---|---|");
        for (int each : tries) {
            int times = Math.max(3, 500 / each);
            Cost one = middle(1, times);
            Cost many = middle(each, times);
            System.out.printf(
                    "| %d | %d | %.2f s | %.0f us |%n",
                    each,
                    many.trials,
                    many.seconds,
                    1e6 * (many.seconds - one.seconds) / (many.trials - one.trials));
        }
    }

    private static Cost middle(int tries, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> run(tries))
                .sorted((a, b) -> Double.compare(a.seconds, b.seconds))
                .toList()
                .get(times / 2);
    }

    private static Cost run(int tries) {
        long before = MACHINE.getProcessCpuTime();
        var options = new RunOptions("reference", TAGS, tries, 7, Path.of(""), null).inBrief();
        var results = ConformanceRun.run(options, new RunListener() {}).results();
        double seconds = (MACHINE.getProcessCpuTime() - before) / 1e9;
        return new Cost(
                seconds,
                results.scenarios().stream().mapToLong(ScenarioResult::trials).sum());
    }
}
