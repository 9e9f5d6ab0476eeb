package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that was started, and all that it has started itself. */
public final class Confined {
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final String told;
    private final List<String> ending;
    private final Pipes pipes;

    Confined(Process process, String told, List<String> ending) {
        this.process = process;
        this.told = told;
        this.ending = List.copyOf(ending);
        this.pipes = Pipes.of(process);
    }

    /**
     * Starts a program of our own, which is confined by nothing.
     *
     * @throws IOException if it cannot be started
     */
    public static Confined trusted(ProcessBuilder builder) throws IOException {
        return new Confined(Spawner.start(builder), "none", List.of());
    }

    /** How it is confined, for the record of a run. */
    public String told() {
        return told;
    }

    /** The process that stands for all. */
    public Process process() {
        return process;
    }

    /** What it reads. */
    public OutputStream input() {
        return pipes.input();
    }

    /** What it writes. */
    public InputStream output() {
        return pipes.output();
    }

    /** Its standard error. */
    public InputStream errors() {
        return pipes.errors();
    }

    /** What it uses now. */
    public Load load() {
        return ProcessTree.load(process.toHandle());
    }

    /** Whether it waits for input, as far as the system tells. */
    public boolean readsInput() {
        return ProcessTree.readsInput(process.toHandle());
    }

    /** Ends all of it that can be found, at once, and hears it no more but for its last words: who waits for it is woken. */
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        endWhatIsLeft();
        pipes.hangUp();
    }

    /** After the end, however it came: nothing is left of it, and nobody waits for its last words either. */
    public void bury() {
        endWhatIsLeft();
        pipes.close();
    }

    private void endWhatIsLeft() {
        if (ending.isEmpty()) {
            return;
        }
        try {
            Spawner.start(new ProcessBuilder(ending)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD))
                    .waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            process.destroyForcibly(); // there is no other means
        }
    }
}
