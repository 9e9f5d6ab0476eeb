package dev.plumbline.adapter.selftest;

import dev.plumbline.adapter.line.LineProgram;
import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.spi.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes all checks, each with programs of its own: one mistake hides no other. */
public final class SelfTest {
    private static final int LINES_SHOWN = 6;
    private static final int LONGEST = 100;

    private final Supplier<LineProgram> starter;
    private final Duration limit;
    private final Consumer<Judged> listener;
    private final List<Judged> all = new ArrayList<>();
    private Set<Capability> claims = Set.of();

    private SelfTest(Supplier<LineProgram> starter, Duration limit, Consumer<Judged> listener) {
        this.starter = starter;
        this.limit = limit;
        this.listener = listener;
    }

    /**
     * Judges a program.
     *
     * @param starter starts one
     * @param limit how long a turn may take
     * @param listener told of each check when it has ended
     */
    public static List<Judged> of(Supplier<LineProgram> starter, Duration limit, Consumer<Judged> listener) {
        SelfTest test = new SelfTest(starter, limit, listener);
        if (test.make(Check.closely("greeting", Set.of(), test::greeting))) {
            Checks.all(starter, limit).forEach(test::make);
        }
        return List.copyOf(test.all);
    }

    private String greeting(Bench bench) {
        boolean bounded = bench.session().isBounded();
        claims = bench.introduction().claims();
        if (claims.isEmpty()) {
            throw new Wrong(
                    "'stack NAME CAPABILITY ...' before 'ready': without it nothing is claimed, and nothing judged");
        }
        return "claims " + new TreeSet<>(claims) + (bounded ? "; a program serves a few hosts" : "");
    }

    private boolean make(Check check) {
        Judged judged = check.missing(claims)
                .map(missing -> new Judged(check.name(), Judged.State.NOT_CLAIMED, "needs one of " + missing))
                .orElseGet(() -> made(check));
        all.add(judged);
        listener.accept(judged);
        return judged.state() != Judged.State.MISTAKE;
    }

    private Judged made(Check check) {
        try (Bench bench = new Bench(starter, limit, check.patience())) {
            try {
                return new Judged(check.name(), Judged.State.OK, check.body().on(bench));
            } catch (Wrong e) {
                return mistake(check, "expected " + e.getMessage() + "\n" + last(bench));
            } catch (StackBroken e) {
                return mistake(check, e + (e.detail().isEmpty() ? "" : "\n" + e.detail()));
            } catch (RuntimeException e) {
                return mistake(check, e + "\n" + last(bench));
            }
        }
    }

    private static Judged mistake(Check check, String words) {
        return new Judged(check.name(), Judged.State.MISTAKE, words.stripTrailing());
    }

    private static String last(Bench bench) {
        List<String> lines = bench.lines();
        StringBuilder text = new StringBuilder("the last lines:\n");
        lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())
                .forEach(line -> text.append(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line)
                        .append('\n'));
        return text.toString();
    }
}
