package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Route;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.Timer;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.text.Shown;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A host with a stack on it. Make it, plug its cables in, then {@link #boot} it, once.
 *
 * <p>Whatever the stack throws stays here: the first {@link Crash} is kept, and from then on, as after {@link #close}, the host
 * is dead: nothing is delivered to it, its timers do nothing, and it sends nothing. A stack that does not come to an end of
 * what it does at one instant is a {@link Livelock}, before it has filled the memory; one that speaks on a thread of its own,
 * where the SPI allows no more than {@link #execute}, has crashed as well.
 */
public final class StackHost implements Host, Receiver, AutoCloseable {
    private final Network network;
    private final Machine machine;
    private final RandomGenerator random;
    private final List<Attachment> attachments = new ArrayList<>();
    private Duration bootedAt = Duration.ZERO;
    private @Nullable Stack stack;
    private volatile @Nullable Crash crash;
    private volatile boolean alive;
    private volatile @Nullable Thread thread;
    private boolean closed;
    private long octetsIn;
    private final Pace pace = new Pace();
    private final Alarms alarms;

    /** A host that is switched off. */
    public StackHost(Network network, Machine machine) {
        this.network = network;
        this.machine = machine;
        this.alarms = network.transcript().alarms(machine.name());
        this.random = byItsBasicMethod(network.randomFor(machine.name()));
        machine.links().forEach(link -> attachments.add(network.attach(machine.name(), link, this)));
    }

    /** Switches it on with one of the provider's stacks; a stack that throws is a crash like any other. */
    public void boot(StackProvider provider) {
        if (alive || closed || crash != null) {
            throw new IllegalStateException("host " + name() + " has been switched on before");
        }
        alive = true;
        bootedAt = network.timeline().now();
        guarded("while booting", () -> stack = Objects.requireNonNull(provider.boot(this), "boot returned null"));
    }

    /** Its name in the transcript. */
    public String name() {
        return machine.name();
    }

    /** Where the cable of {@link #link()} is plugged in. */
    public Attachment attachment() {
        return attachment(0);
    }

    /** Where the cable of the link with this index is plugged in. */
    public Attachment attachment(int index) {
        return attachments.get(index);
    }

    /**
     * The stack, for calls inside {@link #call}.
     *
     * @throws StackCrashed if it crashed while booting; an IllegalStateException if it was not booted
     */
    public Stack stack() {
        if (stack == null) {
            throw gone();
        }
        return stack;
    }

    /** What the stack threw first, if it threw. */
    public Optional<Crash> crash() {
        return Optional.ofNullable(crash);
    }

    /** Whether it is switched on and has not crashed. */
    public boolean isAlive() {
        return alive;
    }

    /**
     * The application calls the stack.
     *
     * @param description the call as the transcript shall show it
     * @throws CallRefused as the stack does
     * @throws StackCrashed if the stack throws anything else, or is dead already
     */
    public <T> T call(String description, Supplier<T> action) {
        network.transcript().append(Kind.CALL, name(), description);
        if (!alive) {
            throw gone();
        }
        thread = Thread.currentThread();
        try {
            return Objects.requireNonNull(action.get(), "it returned null");
        } catch (CallRefused refused) {
            event("refused: " + Shown.line(String.valueOf(refused.getMessage())));
            throw refused;
        } catch (Throwable thrown) {
            crashed("in the call " + description, thrown);
            throw gone();
        }
    }

    /** The same for calls that return nothing. */
    public void call(String description, Runnable action) {
        var unused = call(description, () -> {
            action.run();
            return true;
        });
    }

    /** Records that the application was told something. */
    public void event(String text) {
        count();
        network.transcript().append(Kind.EVENT, name(), text);
    }

    /** How many octets have come in so far, headers and all. */
    public long octetsIn() {
        return octetsIn;
    }

    @Override
    public void receive(Link link, Octets datagram) {
        if (alive && stack != null) {
            network.transcript().append(Kind.RECEIVED, name(), datagram, "");
            octetsIn += datagram.length();
            Stack receiver = stack;
            guarded("while receiving a datagram", () -> receiver.receive(link, datagram));
        } else {
            network.lost(name(), datagram, "the host is switched off");
        }
    }

    /** Lets a stack in real time deal with what it has; what comes of it waits in the timeline afterwards. */
    public void catchUp() {
        if (stack != null) {
            guarded("while catching up", stack::catchUp);
        }
    }

    @Override
    public void transmit(Link link, Octets datagram) {
        requireItsThread();
        if (alive) {
            count();
            network.transcript().append(Kind.SENT, name(), datagram, "");
            attachments.get(link.index()).transmit(datagram);
        }
    }

    @Override
    public List<Link> links() {
        return machine.links();
    }

    @Override
    public List<Ipv4Address> moreAddresses() {
        return machine.moreAddresses();
    }

    @Override
    public List<Route> routes() {
        return machine.routes();
    }

    @Override
    public List<Ipv4Address> nameServers() {
        return machine.nameServers();
    }

    @Override
    public Duration now() {
        return network.timeline().now().minus(bootedAt);
    }

    @Override
    public Timer after(Duration delay, Runnable action) {
        requireItsThread();
        count();
        return alarms.start(
                network.timeline(),
                delay,
                () -> guarded("in a timer's action", () -> {
                    pace.expired(network.timeline().now());
                    action.run();
                }));
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    @Override
    public void execute(Runnable action) {
        network.timeline().execute(() -> guarded("in work it handed in", action));
    }

    @Override
    public void log(String line) {
        requireItsThread();
        count();
        network.transcript().append(Kind.LOG, name(), Shown.line(line));
    }

    /** Switches the host off; a stack that throws even then has crashed. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        alive = false;
        thread = Thread.currentThread();
        try {
            if (stack != null) {
                stack.close();
            }
        } catch (Throwable thrown) {
            crashed("while closing", thrown);
        }
    }

    /** Draws everything from 64-bit numbers, so that what a stack draws does not depend on which JVM it draws it in. */
    private static RandomGenerator byItsBasicMethod(RandomGenerator source) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return source.nextLong();
            }
        };
    }

    private void guarded(String during, Runnable action) {
        if (!alive) {
            return;
        }
        thread = Thread.currentThread();
        try {
            action.run();
        } catch (Throwable thrown) {
            crashed(during, thrown);
        }
    }

    /** All that is not {@link #execute} happens on the thread that the stack is called on. */
    private void requireItsThread() {
        if (thread != null && thread != Thread.currentThread()) {
            var stray = new IllegalStateException("a stack is never called on thread '"
                    + Thread.currentThread().getName() + "'; what a thread of its own has to say goes through execute");
            crashed("on a thread of its own", stray);
            throw stray;
        }
    }

    private synchronized void crashed(String during, Throwable thrown) {
        alive = false;
        if (crash == null) {
            crash = new Crash(network.timeline().now(), during, thrown);
            network.transcript().append(Kind.EVENT, name(), "crashed " + during + ": " + thrown);
        }
    }

    private void count() {
        pace.did(network.timeline().now());
    }

    private RuntimeException gone() {
        return crash == null
                ? new IllegalStateException("host " + name() + " is not switched on")
                : new StackCrashed(name(), crash);
    }
}
