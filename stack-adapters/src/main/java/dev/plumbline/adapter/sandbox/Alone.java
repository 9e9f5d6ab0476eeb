package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A program that has a sandbox to itself. */
final class Alone extends Piped {
    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final String told;
    private final List<String> ending;

    Alone(Process process, String told, List<String> ending) {
        super(Pipes.of(process));
        this.process = process;
        this.told = told;
        this.ending = List.copyOf(ending);
    }

    @Override
    public String told() {
        return told;
    }

    @Override
    public OptionalInt exitCodeWithin(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    @Override
    public Load load() {
        return ProcessTree.load(process.pid());
    }

    @Override
    public List<Long> threads() {
        return ProcessTree.threads(process.pid());
    }

    @Override
    public boolean readsInput() {
        return ProcessTree.readsInput(process.pid());
    }

    @Override
    public void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        endWhatIsLeft();
        pipes().hangUp();
    }

    @Override
    public void bury() {
        endWhatIsLeft();
        pipes().close();
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
