package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Starts strangers' programs in the best way that this machine has, which is tried out once. {@code -Dplumbline.sandbox} may ask
 * for less: {@code unshare}, {@code bounds} or {@code none}.
 */
public final class Sandbox {
    /** Names the best grade that is wanted. */
    public static final String PROPERTY = "plumbline.sandbox";

    private static final Map<Grade, Sandbox> BEST = new ConcurrentHashMap<>();

    private final List<Way> ways;
    private final Map<Way, Boolean> working = new ConcurrentHashMap<>();

    private Sandbox(List<Way> ways) {
        this.ways = ways;
    }

    /** Of this machine, as good as the property allows. */
    public static Sandbox here() {
        String wanted = System.getProperty(PROPERTY, "");
        Grade best = Stream.of(Grade.values())
                .filter(grade -> grade.word().equals(wanted))
                .findFirst()
                .orElse(Grade.BUBBLEWRAP);
        return BEST.computeIfAbsent(best, grade -> new Sandbox(waysFrom(grade)));
    }

    /** The best grade that a program can have here. */
    public Grade grade() {
        return ways.stream().filter(this::works).findFirst().orElseThrow().grade();
    }

    /**
     * Starts a program.
     *
     * @throws IOException if it cannot be started
     */
    public Confined start(Untrusted program) throws IOException {
        Place place = place(program);
        Process process = Spawner.start(place.builder());
        return new Alone(process, place.told(), place.ending(process.pid()));
    }

    /** Where it would be started now. */
    Place place(Untrusted program) {
        return new Place(wayFor(program), program, Stranger.next());
    }

    /** Where a program will find itself, as it sees it. */
    public Path workplace(Untrusted program) {
        return wayFor(program).workplace(program);
    }

    /** Whether a program will see the suite's process; if not, it ends with the suite all the same. */
    public boolean seesTheSuite(Untrusted program) {
        return !hasItsOwnProcesses(program);
    }

    boolean hasItsOwnProcesses(Untrusted program) {
        return wayFor(program).hasItsOwnProcesses();
    }

    private Way wayFor(Untrusted program) {
        return ways.stream()
                .filter(way -> way.suits(program))
                .filter(this::works)
                .findFirst()
                .orElseThrow();
    }

    private boolean works(Way way) {
        return working.computeIfAbsent(way, Trial::of);
    }

    private static List<Way> waysFrom(Grade best) {
        List<Way> all = new ArrayList<>();
        if (Tools.have("bwrap")) {
            String filter = SeccompFile.path();
            both(stranger -> new Bubblewrap(filter, stranger), all);
            if (!filter.isEmpty()) {
                both(stranger -> new Bubblewrap("", stranger), all);
            }
        }
        if (Tools.have("unshare", "setpriv")) {
            both(Unshare::new, all);
        }
        if (Files.isExecutable(Path.of("/bin/sh"))) {
            both(stranger -> new Plain(Grade.BOUNDS, stranger), all);
        }
        all.add(new Plain(Grade.NONE, false));
        return all.stream().filter(way -> way.grade().compareTo(best) >= 0).toList();
    }

    /** As somebody else first, where that can be. */
    private static void both(Function<Boolean, Way> make, List<Way> all) {
        if (Stranger.canBeMade()) {
            all.add(make.apply(true));
        }
        all.add(make.apply(false));
    }
}
