package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A process and its descendants, as the system tells of them (proc(5)); where it does not, as Java does. */
final class ProcessTree {
    private static final Path PROC = Path.of("/proc");
    /** A tick of what stat tells: USER_HZ is 100 wherever Linux runs. */
    private static final long TICK_NANOS = 10_000_000;

    private static final long PAGE = 4096;
    /** What a stat line holds behind the name, counted from the state. */
    private static final int USER = 11;

    private static final int RESIDENT = 21;
    /** What a process is called in each namespace that it is in, this one's first (pid_namespaces(7)). */
    private static final String NUMBERS = "NSpid:";

    private static final int MOST = 4_096;
    /** Those of a JVM are twice as many, at least. */
    private static final int MOST_THREADS = 8;

    /** How read(2) of the standard input stands in {@code syscall}: on x86-64, on 64-bit ARM. */
    private static final List<String> READS_INPUT = List.of("0 0x0 ", "63 0x0 ");

    private long processorTicks;
    private long pages;
    private boolean wanting;
    private boolean blocked;
    private boolean asked;
    private boolean reading;

    private ProcessTree() {}

    /** What it uses now. */
    static Load load(long root) {
        if (!Files.exists(PROC.resolve("self/stat"))) {
            return ProcessHandle.of(root).map(ProcessTree::portable).orElse(new Load(0, 0, false, false));
        }
        ProcessTree tree = new ProcessTree();
        tree.visit(Long.toString(root));
        return new Load(tree.processorTicks * TICK_NANOS, tree.pages * PAGE, tree.wanting, tree.blocked);
    }

    /** Whether one of them waits for something on its standard input, as far as the system tells. */
    static boolean readsInput(long root) {
        ProcessTree tree = new ProcessTree();
        tree.asked = true;
        tree.visit(Long.toString(root));
        return tree.reading;
    }

    /**
     * The threads of all of them, the first one's first; none if one of them has so many that it does more than what it is asked
     * to: compiles, and collects what it has forgotten.
     */
    static List<Long> threads(long root) {
        List<Long> all = new ArrayList<>();
        Deque<Long> left = new ArrayDeque<>(List.of(root));
        while (!left.isEmpty() && all.size() < MOST) {
            List<Path> tasks = list(process(left.remove()).resolve("task"));
            if (tasks.size() > MOST_THREADS) {
                return List.of();
            }
            for (Path task : tasks) {
                all.add(Long.valueOf(task.getFileName().toString()));
                children(task).stream().map(Long::valueOf).forEach(left::add);
            }
        }
        return all;
    }

    /** Its children, whichever of its threads has made them. */
    static List<Long> children(long of) {
        return list(process(of).resolve("task")).stream()
                .flatMap(task -> children(task).stream())
                .map(Long::valueOf)
                .toList();
    }

    /** Those that it has made while it had one thread. */
    static List<Long> childrenOfItsFirstThread(long of) {
        return children(process(of).resolve("task").resolve(Long.toString(of))).stream()
                .map(Long::valueOf)
                .toList();
    }

    /** Whether it is there, and more than the memory of one that has ended. */
    static boolean isAlive(long pid) {
        return stat(process(pid))
                .map(stat -> stat.get(0))
                .filter(state -> !"ZX".contains(state))
                .isPresent();
    }

    /** The number by which it knows itself. */
    static boolean knowsItselfAs(long number, long pid) {
        return read(process(pid).resolve("status"))
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith(NUMBERS)).findFirst())
                .map(line -> line.split("\\s+", -1))
                .filter(words -> words.length > 2 && words[words.length - 1].equals(Long.toString(number)))
                .isPresent();
    }

    private static Path process(long pid) {
        return PROC.resolve(Long.toString(pid));
    }

    /** Processes and threads that belong to whoever this is, for a limit that counts them all. */
    static long threadsOfThisUser() {
        try (Stream<Path> all = Files.list(PROC)) {
            Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            return all.filter(path ->
                            Character.isDigit(path.getFileName().toString().charAt(0)))
                    .filter(path -> belongsTo(path, user))
                    .mapToLong(path -> list(path.resolve("task")).size())
                    .sum();
        } catch (IOException | UnsupportedOperationException e) {
            return MOST;
        }
    }

    private static boolean belongsTo(Path path, Object user) {
        try {
            return Objects.equals(Files.getAttribute(path, "unix:uid"), user);
        } catch (IOException e) {
            return false;
        }
    }

    private void visit(String root) {
        Set<String> seen = new HashSet<>(Set.of(root));
        Deque<String> left = new ArrayDeque<>(seen);
        while (!left.isEmpty() && seen.size() < MOST) {
            Path process = PROC.resolve(left.remove());
            stat(process).ifPresent(stat -> {
                for (int i = USER; i < USER + 4; i++) {
                    processorTicks += Long.parseLong(stat.get(i));
                }
                pages += Long.parseLong(stat.get(RESIDENT));
            });
            for (Path task : list(process.resolve("task"))) {
                String state = stat(task).map(stat -> stat.get(0)).orElse("");
                wanting |= state.equals("R");
                blocked |= state.equals("D");
                reading |= asked && readsInput(task);
                for (String child : children(task)) {
                    if (seen.add(child)) {
                        left.add(child);
                    }
                }
            }
        }
    }

    private static boolean readsInput(Path task) {
        return read(task.resolve("syscall"))
                .filter(call -> READS_INPUT.stream().anyMatch(call::startsWith))
                .isPresent();
    }

    /** The fields behind the name, which may hold blanks and brackets itself. */
    private static Optional<List<String>> stat(Path of) {
        return read(of.resolve("stat"))
                .map(text -> List.of(text.substring(text.lastIndexOf(')') + 2).split(" ", -1)));
    }

    private static List<String> children(Path task) {
        return read(task.resolve("children"))
                .filter(text -> !text.isBlank())
                .map(text -> List.of(text.strip().split(" ", -1)))
                .orElse(List.of());
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty(); // it has just ended
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return new ArrayList<>(all.toList());
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static Load portable(ProcessHandle root) {
        long nanos = Stream.concat(Stream.of(root), root.descendants())
                .mapToLong(each ->
                        each.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
        return new Load(nanos, 0, false, false);
    }
}
