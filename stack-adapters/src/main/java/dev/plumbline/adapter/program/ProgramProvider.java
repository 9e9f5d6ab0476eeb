package dev.plumbline.adapter.program;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.LineStack;
import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.adapter.line.TurnSession;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A stack in a program of its own. All hosts of a run are served by one, which is started when it is first needed and again if it
 * died. A stack that hung once is waited for less long from then on: a run must end.
 */
public final class ProgramProvider implements StackProvider {
    private static final Duration START = Duration.ofSeconds(30);
    /** In seconds; {@code -Dplumbline.turn} may shorten it. Less than the suite waits for a stack, which would name it worse. */
    private static final long TURN = 5;

    private static final long TURN_AFTER_A_HANG = 2;

    private final String name;
    private final Launcher launcher;
    private final Set<Capability> claims = EnumSet.noneOf(Capability.class);
    private final Map<String, String> settings = new TreeMap<>();
    private @Nullable TurnSession session;
    private @Nullable Workplace workplace;
    private @Nullable StackBroken hopeless;
    private @Nullable Thread atTheEnd;
    private Duration patience = atMost(TURN);
    private String confinement = "";
    private String doing = "before it did anything";

    /**
     * Nothing is started yet.
     *
     * @param name as it is typed after {@code --stack}
     * @param launcher starts the program, now and after each death
     */
    public ProgramProvider(String name, Launcher launcher) {
        this.name = name;
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Capability> capabilities() {
        var unused = session();
        return Collections.unmodifiableSet(claims);
    }

    /** What the stack says about itself. */
    @Override
    public Map<String, String> settings() {
        var unused = session();
        return Collections.unmodifiableMap(settings);
    }

    /** Looks at the file and starts the program. */
    @Override
    public Optional<String> unavailable() {
        try {
            var unused = session();
            return Optional.empty();
        } catch (NotThere e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (StackBroken e) {
            return Optional.of(e + (e.detail().contains("standard error says") ? "; " + e.detail() : ""));
        }
    }

    /** As its program was started last. */
    @Override
    public String confinement() {
        var unused = session();
        return confinement;
    }

    @Override
    public Stack boot(Host host) {
        return LineStack.boot(host, session());
    }

    @Override
    public synchronized void close() {
        end();
        if (atTheEnd != null) {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
            atTheEnd = null;
        }
    }

    private synchronized TurnSession session() {
        if (session != null && !session.isBroken()) {
            return session;
        }
        if (hopeless != null) {
            throw new StackBroken(hopeless);
        }
        end();
        try {
            TurnSession started = start();
            session = started;
            return started;
        } catch (StackBroken e) {
            hopeless = e;
            throw e;
        }
    }

    private TurnSession start() {
        Workplace place = Workplace.create();
        workplace = place;
        if (atTheEnd == null) {
            atTheEnd = new Thread(this::end, "end of the stack runner");
            Runtime.getRuntime().addShutdownHook(atTheEnd);
        }
        ChildProgram program = launcher.launch(place.folder());
        confinement = program.confinement();
        try {
            return TurnSession.open(program, START, patience, this::hear);
        } catch (StackBroken e) {
            throw doing.isEmpty() ? e : new StackBroken(e + " " + doing, e.detail());
        }
    }

    private static Duration atMost(long seconds) {
        return Duration.ofSeconds(Math.min(seconds, Long.getLong("plumbline.turn", seconds)));
    }

    private void hear(LineMessage message) {
        switch (message.verb()) {
            case STARTING -> doing = message.words().text();
            case SETTINGS -> set(message.words().text());
            case STACK -> claim(message.words().text());
            default -> doing = "";
        }
    }

    private void claim(String text) {
        claims.clear();
        Arrays.stream(text.split(" +", -1)).skip(1).map(Capability::valueOf).forEach(claims::add);
    }

    private void set(String text) {
        settings.clear();
        for (String setting : text.split(" +", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
    }

    /** Ends the program, if one runs, and forgets it. */
    private synchronized void end() {
        if (session != null) {
            if (session.hasHung()) {
                patience = atMost(TURN_AFTER_A_HANG);
            }
            session.close();
            session = null;
        }
        if (workplace != null) {
            workplace.close();
            workplace = null;
        }
    }
}
