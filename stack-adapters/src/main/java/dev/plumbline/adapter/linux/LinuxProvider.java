package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.line.LineSession;
import dev.plumbline.adapter.line.LineStack;
import dev.plumbline.adapter.line.StackBroken;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TimeBase;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of this machine, under the name {@code linux}, with the Java library's stub resolver on top of it. All hosts of a run are served by one child JVM, which is started
 * when it is first needed and again if it died.
 */
public final class LinuxProvider implements StackProvider {
    private static final Duration START = Duration.ofSeconds(30);
    /** Far off: a kernel that is slow to make a namespace is a machine that has other things to do. */
    private static final Duration CALL = Duration.ofSeconds(60);
    /** Scenarios mostly wait; more of them would keep one another from being served promptly. */
    private static final int AT_ONCE = 8;

    private final Machine machine;
    private @Nullable LineSession session;

    /** For this machine. */
    public LinuxProvider() {
        this(Machine.here());
    }

    LinuxProvider(Machine machine) {
        this.machine = machine;
    }

    @Override
    public String name() {
        return "linux";
    }

    /** What the settings in {@link Setting} switch on, and a resolver that uses them. */
    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.IPV4,
                Capability.ICMP,
                Capability.UDP,
                Capability.UDP_ERROR_REPORTS,
                Capability.TCP,
                Capability.TCP_WINDOW_SCALE,
                Capability.TCP_TIMESTAMPS,
                Capability.TCP_SACK,
                Capability.TCP_ECN,
                Capability.TCP_NO_DELAY,
                Capability.TCP_KEEP_ALIVE,
                Capability.TCP_USER_TIMEOUT,
                Capability.TCP_ERROR_REPORTS,
                Capability.TCP_URGENT,
                Capability.TCP_HALF_DUPLEX_CLOSE,
                Capability.TCP_LOCAL_ADDRESS,
                Capability.SOURCE_ROUTE,
                Capability.TCP_DIFFSERV,
                Capability.TCP_TIME_TO_LIVE,
                Capability.DNS_STUB);
    }

    @Override
    public TimeBase timeBase() {
        return TimeBase.REAL;
    }

    /** Looks at the machine and starts the child. */
    @Override
    public Optional<String> unavailable() {
        Optional<String> missing = machine.missing();
        if (missing.isPresent()) {
            return missing;
        }
        try {
            session();
            return Optional.empty();
        } catch (StackBroken e) {
            return Optional.of("the kernel cannot be judged here: " + e.getMessage());
        }
    }

    @Override
    public Stack boot(Host host) {
        return LineStack.boot(host, session());
    }

    /** The kernel settings that the run happens under; starts the child. */
    @Override
    public Map<String, String> settings() {
        Map<String, String> byName = new TreeMap<>();
        for (String setting : session().settings().split(" ", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                byName.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return byName;
    }

    @Override
    public String confinement() {
        return "none: it is the kernel of this machine, with a network namespace for each host";
    }

    /** Each host has a namespace of its own. */
    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private synchronized LineSession session() {
        if (session != null && session.isBroken()) {
            session.close();
            session = null;
        }
        if (session == null) {
            var child = ChildProgram.start("linux kernel agent", AgentCommand.on(machine));
            session = LineSession.open(child, START, CALL);
        }
        return session;
    }
}
