package dev.plumbline.adapter.sandbox;

import dev.plumbline.adapter.processor.Helper;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes on a thread that lasts as long as this JVM: a process that is to end with its parent ends with the thread that
 * started it (prctl(2), PR_SET_PDEATHSIG), and the suite's threads come and go.
 */
final class Spawner {
    private static final ExecutorService THREAD =
            Executors.newSingleThreadExecutor(work -> Helper.of(work, "starts programs"));

    private Spawner() {}

    static Process start(ProcessBuilder builder) throws IOException {
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException why) {
                throw why;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while it was started", e);
        }
    }
}
