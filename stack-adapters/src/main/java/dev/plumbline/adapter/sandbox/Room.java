package dev.plumbline.adapter.sandbox;

import dev.plumbline.adapter.processor.Helper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A sandbox in which one program is started again and again, for to make a sandbox takes many times as long as to start a program.
 * Within it a shell waits for a word from here, starts the program with pipes of its own, in a folder of its own and within the
 * bounds of any program, and says how it ended ({@link RoomShell}). Nothing survives the room, which has processes of its own.
 */
public final class Room implements AutoCloseable {
    /** So often the program is started in one room: the more, the cheaper, and the more of them share what is bounded. */
    static final int STARTS = 64;

    /** Threads of a JVM, and some: what all that are there may have together. */
    private static final int PROCESSES = STARTS * 24;

    private static final long SECONDS_TO_END = 5;
    /** Rounds of ending processes before the room is ended instead. */
    private static final int ROUNDS = 5;

    private final Process process;
    private final String told;
    private final Doors doors;
    private final Runnable afterwards;
    private final Map<Integer, Lodger> lodgers = new ConcurrentHashMap<>();
    private final Lodger shell;
    private long first;
    private Set<Long> family = Set.of();
    private volatile Numbers numbers = new Numbers(0, 0);
    private int starts;
    private boolean retired;
    private boolean closed;

    private Room(Process process, String told, Doors doors, Runnable afterwards) {
        this.process = process;
        this.told = told;
        this.doors = doors;
        this.afterwards = afterwards;
        this.shell = new Lodger(this, Pipes.none(), () -> {});
        lodgers.put(0, shell);
    }

    /** Whether there can be rooms for this program here: only namespaces end all that is in them. */
    public static boolean suits(Untrusted program) {
        return Sandbox.here().hasItsOwnProcesses(program) && Tools.have("mkfifo", "mkdir", "rm");
    }

    /**
     * Makes the sandbox, in which nothing is started yet.
     *
     * @param afterwards done when it has ended
     * @throws IOException if it cannot be made
     */
    public static Room open(Untrusted program, Runnable afterwards) throws IOException {
        Doors doors = Doors.make();
        try {
            Place place = Sandbox.here().place(within(program, doors.folder()));
            doors.hang(STARTS, place);
            Room room = new Room(Spawner.start(place.builder()), place.told(), doors, afterwards);
            room.listen();
            return room;
        } catch (IOException e) {
            doors.close();
            throw e;
        }
    }

    private static Untrusted within(Untrusted program, Path doors) {
        List<Path> files = new ArrayList<>(program.files());
        files.add(doors);
        return new Untrusted(
                RoomShell.around(program.words(), doors, STARTS),
                files,
                program.hidden(),
                program.workplace(),
                PROCESSES);
    }

    private void listen() throws IOException {
        Helper.of(this::hear, "sandbox listener").start();
        try {
            int number = shell.awaitStart();
            first = Inside.number(process.pid(), 1)
                    .orElseThrow(() -> new IOException("the sandbox shows no first process"));
            family = Inside.children(first, Set.of());
            numbers = new Numbers(first, number);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void hear() {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                RoomShell.Word word = RoomShell.Word.of(line);
                Lodger lodger = lodgers.get(word.number());
                if (lodger != null) {
                    lodger.hear(word);
                }
            }
        } catch (IOException e) {
            // It has ended, as it has at the end of what it says.
        }
        retire();
        lodgers.values().forEach(Lodger::roomHasEnded);
    }

    /** Whether nothing more may be started in it. */
    public synchronized boolean isFull() {
        return retired || starts == STARTS;
    }

    /** Whether another will be wanted: a network namespace may take as long to make as all starts in this one. */
    public synchronized boolean isInUse() {
        return starts > STARTS / 16;
    }

    /**
     * Starts the program once more, and does not wait until it runs.
     *
     * @throws IOException if it cannot be started, or the room is full
     */
    public synchronized Confined start() throws IOException {
        int number = next();
        Lodger lodger = new Lodger(this, doors.open(number), () -> doors.leave(number));
        lodgers.put(number, lodger);
        try {
            process.getOutputStream().write((number + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            return lodger;
        } catch (IOException e) {
            retire();
            lodger.bury();
            throw e;
        }
    }

    private int next() throws IOException {
        if (isFull()) {
            throw new IOException("nothing more is started in this sandbox");
        }
        return ++starts;
    }

    String told() {
        return told;
    }

    /** The number by which this system knows a process that the room knows by that one. */
    OptionalLong outside(long inside) {
        return numbers.outside(inside);
    }

    /** What those have left running that are not there any more, or do not want to be found. */
    private Set<Long> leftOver() {
        return Inside.children(first, family);
    }

    /** Who leaves something running, or had to be ended, was the last to be trusted with this room. */
    void hasEnded() {
        if (!leftOver().isEmpty()) {
            retire();
        }
    }

    /** Ends a process, what it has started, and what nobody answers for any more; or else the room. */
    void end(Lodger lodger) {
        retire();
        for (int round = 0; round < ROUNDS; round++) {
            Set<Long> all = new HashSet<>(
                    lodger.outside().isPresent() ? Inside.tree(lodger.outside().getAsLong()) : Set.of());
            leftOver().forEach(left -> all.addAll(Inside.tree(left)));
            if (all.isEmpty()) {
                return;
            }
            Inside.end(all);
        }
        endAll();
    }

    /** Nothing more is started here; when the last has gone, the room is ended. */
    public synchronized void retire() {
        retired = true;
    }

    /** Somebody has gone for good. */
    void forget(Lodger lodger) {
        lodgers.values().remove(lodger);
        if (isFull() && lodgers.size() == 1) {
            close();
        }
    }

    private void endAll() {
        Inside.end(Set.of(first));
        process.destroyForcibly();
    }

    /** Whether it is no more. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Ends all that is in it. */
    @Override
    public void close() {
        synchronized (this) {
            retired = true;
            if (closed) {
                return;
            }
            closed = true;
        }
        endAll();
        try {
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        doors.close();
        afterwards.run();
    }
}
