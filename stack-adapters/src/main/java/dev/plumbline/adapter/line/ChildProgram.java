package dev.plumbline.adapter.line;

import dev.plumbline.adapter.processor.Company;
import dev.plumbline.adapter.sandbox.Confined;
import dev.plumbline.adapter.sandbox.Load;
import dev.plumbline.adapter.sandbox.Room;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.adapter.sandbox.Untrusted;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** A program in a child process. Its standard error is read all the time, so that it never waits, and its end is kept. */
public final class ChildProgram implements LineProgram {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final String name;
    private final Confined confined;
    private final Tail standardError;
    private boolean ofTheSuite;
    private Company company = Company.none();

    /** One way or another. */
    @FunctionalInterface
    private interface Start {
        Confined start() throws IOException;
    }

    private ChildProgram(String name, Confined confined) {
        this.name = name;
        this.confined = confined;
        this.standardError = Tail.of(confined.errors(), name + " stderr");
    }

    /**
     * Starts {@code command}.
     *
     * @throws StackBroken if there is no such program
     */
    public static ChildProgram start(String name, List<String> command) {
        return start(name, new ProcessBuilder(command));
    }

    /**
     * Starts what {@code builder} describes: with an environment or a working directory of its own, say.
     *
     * @throws StackBroken if there is no such program
     */
    public static ChildProgram start(String name, ProcessBuilder builder) {
        return start(name, () -> Confined.trusted(builder));
    }

    /**
     * Starts a stranger's program in the sandbox of this machine.
     *
     * @throws StackBroken if it cannot be started
     */
    public static ChildProgram start(String name, Untrusted program) {
        return start(name, () -> Sandbox.here().start(program));
    }

    /**
     * Starts a stranger's program in a sandbox that it shares with others of its kind.
     *
     * @throws StackBroken if it cannot be started
     */
    public static ChildProgram start(String name, Room room) {
        return start(name, room::start);
    }

    private static ChildProgram start(String name, Start start) {
        try {
            return new ChildProgram(name, start.start());
        } catch (IOException e) {
            throw new StackBroken("the program " + name + " could not be started: " + e.getMessage());
        }
    }

    /** The same: it is the suite's own program, around a stranger's stack. */
    public ChildProgram ofTheSuite() {
        ofTheSuite = true;
        return this;
    }

    @Override
    public boolean isOfTheSuite() {
        return ofTheSuite;
    }

    /** The same: who takes turns with it does so on one processor. Not for a program that computes much beside its turns. */
    public ChildProgram inCompany() {
        company = Company.of(confined::threads);
        return this;
    }

    @Override
    public Company company() {
        return company;
    }

    /** How it is confined, for the record of a run. */
    public String confinement() {
        return confined.told();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OutputStream input() {
        return confined.input();
    }

    @Override
    public InputStream output() {
        return confined.output();
    }

    @Override
    public Load load() {
        return confined.load();
    }

    @Override
    public boolean waitsForALine() {
        return confined.readsInput();
    }

    @Override
    public boolean hasEnded() {
        return confined.exitCodeWithin(Duration.ZERO).isPresent();
    }

    /** Whom a signal has ended has not ended by itself. */
    private static String how(int code) {
        return code > TurnChannel.SIGNALS
                ? "it was ended by signal " + (code - TurnChannel.SIGNALS) + " (exit code " + code + ")"
                : "it ended with exit code " + code;
    }

    @Override
    public String obituary() {
        OptionalInt code = exitCode();
        if (code.isEmpty()) {
            return "it still runs; " + standardError;
        }
        standardError.await(MOMENT);
        confined.bury();
        return how(code.getAsInt()) + "; " + standardError;
    }

    @Override
    public String lastWords() {
        standardError.await(MOMENT);
        confined.bury();
        return standardError.lastWords();
    }

    @Override
    public OptionalInt exitCode() {
        return confined.exitCodeWithin(MOMENT);
    }

    @Override
    public void end() {
        if (exitCode().isEmpty()) {
            kill();
        }
        confined.bury();
    }

    /** With all that it has started itself. */
    @Override
    public void kill() {
        confined.kill();
    }
}
