package dev.plumbline.adapter.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A program in a child process. Its standard error is read all the time, so that it never waits, and its end is kept. */
public final class ChildProgram implements LineProgram {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final String name;
    private final Process process;
    private final Tail standardError;

    private ChildProgram(String name, Process process) {
        this.name = name;
        this.process = process;
        this.standardError = Tail.of(process.getErrorStream(), name + " stderr");
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
        try {
            return new ChildProgram(name, builder.start());
        } catch (IOException e) {
            throw new StackBroken("the program " + name + " could not be started: " + e.getMessage());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public InputStream output() {
        return process.getInputStream();
    }

    @Override
    public String obituary() {
        if (!endsWithin(MOMENT)) {
            return "it still runs; " + standardError;
        }
        standardError.await(MOMENT);
        return "it ended with exit code " + process.exitValue() + "; " + standardError;
    }

    @Override
    public OptionalInt exitCode() {
        return endsWithin(MOMENT) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    }

    @Override
    public void end() {
        if (!endsWithin(MOMENT)) {
            kill();
        }
    }

    /** With all that it has started itself: who holds its output open keeps its reader waiting. */
    @Override
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
