package dev.plumbline.adapters;

import dev.plumbline.adapter.line.LineProgram;
import dev.plumbline.adapter.runner.StackRunner;
import dev.plumbline.reference.ReferenceProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** The reference in a right adapter, on a thread of this JVM; what the two say to the suite and hear of it is changed on its way. */
final class MutantProgram implements LineProgram {
    private static final int ROOM = 1 << 20;
    private static final long MOMENT = 400;

    private final PipedInputStream heard = new PipedInputStream(ROOM);
    private final PipedInputStream said = new PipedInputStream(ROOM);
    private final Lines toProgram;
    private final Lines fromProgram;
    private final Thread thread;

    private MutantProgram(Mutation.Filter filter) {
        try {
            toProgram = new Lines(new PipedOutputStream(heard), filter::toProgram);
            fromProgram = new Lines(new PipedOutputStream(said), filter::fromProgram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread = new Thread(this::play, "mutant");
        thread.setDaemon(true);
    }

    static LineProgram start(Mutation mutation) {
        MutantProgram program = new MutantProgram(mutation.filter().get());
        program.thread.start();
        return program;
    }

    private void play() {
        try (fromProgram) {
            StackRunner.speakFor(new ReferenceProvider(), heard, fromProgram);
        } catch (IOException | RuntimeException e) {
            // The suite has gone, or has said what no suite says: the program ends.
        }
    }

    @Override
    public String name() {
        return "mutant";
    }

    @Override
    public OutputStream input() {
        return toProgram;
    }

    @Override
    public InputStream output() {
        return said;
    }

    @Override
    public String obituary() {
        return "it is a mutant";
    }

    @Override
    public boolean waitsForALine() {
        return thread.isAlive();
    }

    @Override
    public OptionalInt exitCode() {
        try {
            thread.join(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return thread.isAlive() ? OptionalInt.empty() : OptionalInt.of(0);
    }

    @Override
    public void end() {
        kill();
    }

    @Override
    public void kill() {
        try {
            toProgram.close();
            fromProgram.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes lines, and lets through what is made of each. */
    private static final class Lines extends OutputStream {
        private final OutputStream out;
        private final Function<String, List<String>> change;
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        Lines(OutputStream out, Function<String, List<String>> change) {
            this.out = out;
            this.change = change;
        }

        @Override
        public void write(int octet) throws IOException {
            if (octet != '\n') {
                begun.write(octet);
                return;
            }
            String line = begun.toString(StandardCharsets.UTF_8);
            begun.reset();
            for (String changed : change.apply(line)) {
                out.write((changed + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
