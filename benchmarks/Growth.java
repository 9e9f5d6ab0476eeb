import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.results.ScenarioResult;
import dev.plumbline.suite.ConformanceRun;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What a trial costs in a JVM that is warm: the best of several rounds, without what a run with one trial costs. */
final class Growth {
    private static final String TAGS = "@HS-2 or @DEL-2 or @UDP-2 or @IP-4";
    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** So many trials of a scenario are played for each number of tries, in as many runs as that takes. */
    private static final int TOGETHER = 2500;

    private static final int ROUNDS = 3;

    public static void main(String[] arguments) {
        int[] tries = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        IntStream.range(0, 3).forEach(i -> runs(2500, 1));
        double[] best = new double[tries.length];
        Arrays.fill(best, Double.MAX_VALUE);
        // In turns: what else the machine does meanwhile meets all of them.
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < tries.length; i++) {
                best[i] = Math.min(best[i], ofOneMore(tries[i]));
            }
        }
        System.out.println("| tries | one more trial |\n|---|---|");
        for (int i = 0; i < tries.length; i++) {
            System.out.printf("| %d | %.0f us |%n", tries[i], 1e6 * best[i]);
        }
    }

    /** Processor time in seconds: of these runs without what as many with one trial cost. */
    private static double ofOneMore(int tries) {
        int times = Math.max(1, TOGETHER / tries);
        Cost one = runs(1, times);
        Cost many = runs(tries, times);
        return (many.seconds - one.seconds) / (many.trials - one.trials);
    }

    private record Cost(double seconds, long trials) {}

    private static Cost runs(int tries, int times) {
        long before = MACHINE.getProcessCpuTime();
        long trials = 0;
        for (int i = 0; i < times; i++) {
            var options = new RunOptions("reference", TAGS, tries, 7, Path.of(""), null).inBrief();
            var results = ConformanceRun.run(options, new RunListener() {}).results();
            trials += results.scenarios().stream().mapToLong(ScenarioResult::trials).sum();
        }
        return new Cost((MACHINE.getProcessCpuTime() - before) / 1e9, trials);
    }
}
