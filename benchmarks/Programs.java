import dev.plumbline.adapter.program.ExecLocator;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.Timer;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/** What a host costs, and a turn, if the stack is a program of its own: as the clock has it, and as the processors have it. */
final class Programs {
    private static final Octets DATAGRAM = Octets.ofHex(
            "45000021000000004011eea4c6130001c612000113880007000d1c4b68656c6c6f");

    private static final int TOGETHER = 25;
    private static final int HOSTS = 40 * TOGETHER;
    private static final int TURNS = 200_000;
    private static final double TICK_MICROS = 10_000;

    public static void main(String[] commands) throws IOException {
        System.out.println("| program | of it | least | middle | mean | processor time, here and in the program |");
        System.out.println("|---|---|---|---|---|---|");
        for (String command : commands) {
            try (StackProvider provider =
                    new ExecLocator().locate("exec:" + command).orElseThrow()) {
                hosts(provider);
                turns(provider, command);
            }
        }
    }

    /** As many at once as a scenario has trials; the first half of them warms up. */
    private static void hosts(StackProvider provider) throws IOException {
        long[] took = new long[HOSTS];
        Processors before = Processors.now();
        for (int host = 0; host < 2 * HOSTS; host += TOGETHER) {
            if (host == HOSTS) {
                before = Processors.now();
            }
            List<Stack> booted = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                took[(host + i) % HOSTS] = nanos(() -> booted.add(provider.boot(new World())));
            }
            booted.forEach(Stack::close);
        }
        tell(provider.name(), "a host", took, Processors.now().since(before), HOSTS);
    }

    /** A datagram for a port that nobody has opened: time, the datagram, the end of the turn. */
    private static void turns(StackProvider provider, String command) throws IOException {
        World world = new World();
        long[] took = new long[TURNS];
        try (Stack stack = provider.boot(world)) {
            Processors before = Processors.now();
            for (int turn = 0; turn < 2 * TURNS; turn++) {
                if (turn == TURNS) {
                    before = Processors.now();
                }
                world.now = world.now.plusMillis(1);
                took[turn % TURNS] = nanos(() -> stack.receive(world.link(), DATAGRAM));
            }
            // Of a program that has not ended the system tells nothing here: its part is what the clock has besides.
            tell(command, "a turn", took, Processors.now().since(before), TURNS);
        }
    }

    private static long nanos(Runnable action) {
        long before = System.nanoTime();
        action.run();
        return System.nanoTime() - before;
    }

    private static void tell(String name, String what, long[] took, Processors used, int times) {
        long[] sorted = took.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "| `%s` | %s | %.1f us | %.1f us | %.1f us | %.1f and %.1f us |%n",
                name.replaceAll(".*/", ""),
                what,
                sorted[0] / 1e3,
                sorted[times / 2] / 1e3,
                Arrays.stream(took).average().orElseThrow() / 1e3,
                used.here * TICK_MICROS / times,
                used.below * TICK_MICROS / times);
    }

    /** In ticks: of this process, and of those that it has started and that have ended (proc(5)). */
    private record Processors(long here, long below) {
        static Processors now() throws IOException {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            long[] fields = Arrays.stream(stat.substring(stat.lastIndexOf(')') + 4).split(" "))
                    .limit(14)
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Processors(fields[10] + fields[11], fields[12] + fields[13]);
        }

        Processors since(Processors before) {
            return new Processors(here - before.here, below - before.below);
        }
    }

    private static final class World implements Host {
        private final Random random = new Random(7);
        private Duration now = Duration.ZERO;

        @Override
        public List<Link> links() {
            return List.of(new Link(0, Ipv4Address.parse("198.18.0.1"), 15, 1500));
        }

        @Override
        public List<Route> routes() {
            return List.of();
        }

        @Override
        public List<Ipv4Address> nameServers() {
            return List.of();
        }

        @Override
        public void transmit(Link link, Octets datagram) {}

        @Override
        public Duration now() {
            return now;
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            return () -> {};
        }

        @Override
        public RandomGenerator random() {
            return random;
        }

        @Override
        public void execute(Runnable action) {
            action.run();
        }

        @Override
        public void log(String line) {}
    }
}
