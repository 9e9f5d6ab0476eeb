package dev.plumbline.marking;

import dev.plumbline.adapter.jar.SourceFolder;
import dev.plumbline.mark.Grader;
import dev.plumbline.mark.Mark;
import dev.plumbline.mark.State;
import dev.plumbline.results.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Judges what a shard has of the submissions, several at once; what the journal has is not judged again. */
final class Marking {
    private static final Duration TO_COMPILE = Duration.ofSeconds(60);

    private static final Duration TO_LET_GO = Duration.ofSeconds(30);

    private final MarkFolder folder;
    private final Grader grader;
    private final Judge judge;
    private final Watcher watcher;
    private final AtomicInteger places = new AtomicInteger();
    private final long started = System.nanoTime();
    private int done;

    Marking(MarkFolder folder, Grader grader, Judge judge, Watcher watcher) {
        this.folder = folder;
        this.grader = grader;
        this.judge = judge;
        this.watcher = watcher;
    }

    /** Judges all that is left of these. */
    void run(List<Handed> all, Journal journal, int jobs) throws IOException {
        List<Handed> left = new ArrayList<>();
        Map<String, Journal.Entry> done = journal.entries();
        for (Handed each : all) {
            Journal.Entry entry = done.get(each.submission().id());
            if (entry == null || !entry.digest().equals(folder.digest(entry.id()))) {
                left.add(each);
            }
        }
        Folders.delete(folder.work());
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<?>> at = new ArrayList<>();
            left.forEach(each -> at.add(threads.submit(() -> mark(each, journal, left.size()))));
            for (Future<?> one : at) {
                await(one);
            }
        } finally {
            end(threads);
        }
        Folders.delete(folder.work());
    }

    /** Whoever goes on in this folder must not find somebody at work there. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            var unused = threads.awaitTermination(TO_LET_GO.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotMark("the marking was interrupted; --resume goes on with it");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        }
    }

    private void mark(Handed handed, Journal journal, int of) {
        long before = System.nanoTime();
        Path work = folder.work().resolve(Integer.toString(places.incrementAndGet()));
        try {
            Files.createDirectories(work);
            Ruling ruling = rule(handed, work);
            String digest = folder.keep(handed.submission(), ruling, work);
            double seconds = Math.round((System.nanoTime() - before) / 1e8) / 10.0;
            journal.add(
                    new Journal.Entry(handed.submission().id(), ruling.state().name(), digest, seconds));
            Folders.delete(work);
            tell(ruling.mark(grader, handed.submission()), of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void tell(Mark mark, int of) {
        done++;
        Duration each = Duration.ofNanos(System.nanoTime() - started).dividedBy(done);
        watcher.done(mark, done, of, each.multipliedBy((long) of - done));
    }

    private Ruling rule(Handed handed, Path work) throws IOException {
        Path path = handed.path().toAbsolutePath().normalize();
        String name = String.valueOf(path.getFileName());
        if (name.contains("#")) {
            return Ruling.not(State.BROKE, "its name must not have a # in it");
        }
        return switch (handed.kind()) {
            case ABSENT -> Ruling.not(State.MISSING, "there is nothing of that name");
            case NOTHING -> Ruling.not(State.EMPTY, "there is no file in it");
            case CLASSES -> judge.judge(Objects.requireNonNull(path.getParent()), name, work);
            case ARCHIVE -> {
                try {
                    yield rule(new Handed(handed.submission(), unpacked(path, work)), work);
                } catch (Archive.Refused e) {
                    yield Ruling.not(State.NOT_UNPACKED, String.valueOf(e.getMessage()));
                }
            }
            case SOURCES -> {
                Path compiled = Files.createDirectory(work.resolve("compiled"));
                String jar = name + ".jar";
                try {
                    new SourceFolder(path).compile(compiled.resolve(jar), TO_COMPILE);
                } catch (SourceFolder.Mistakes e) {
                    yield Ruling.not(State.DOES_NOT_COMPILE, String.valueOf(e.getMessage()));
                }
                yield judge.judge(compiled, jar, work);
            }
        };
    }

    /** What is in an archive, without the folders that only hold the next one. */
    private static Path unpacked(Path archive, Path work) throws IOException {
        Path content = Files.createDirectory(work.resolve("content"));
        new Archive(archive).unpack(content);
        String name = Submissions.withoutEnding(String.valueOf(archive.getFileName()));
        Path stack = Files.createDirectory(work.resolve("unpacked")).resolve(name.startsWith(".") ? "stack" : name);
        return Files.move(SourceFolder.home(content), stack);
    }
}
