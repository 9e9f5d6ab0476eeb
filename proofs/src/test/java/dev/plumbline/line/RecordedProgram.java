package dev.plumbline.line;

import dev.plumbline.adapter.line.LineProgram;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A program, of which each line in either direction is written down. */
record RecordedProgram(LineProgram program, Consumer<String> log) implements LineProgram {
    @Override
    public String name() {
        return program.name();
    }

    @Override
    public OutputStream input() {
        Lines lines = new Lines("> ");
        return new FilterOutputStream(program.input()) {
            @Override
            public void write(byte[] octets, int from, int count) throws IOException {
                out.write(octets, from, count);
                lines.add(octets, from, count);
            }
        };
    }

    @Override
    public InputStream output() {
        Lines lines = new Lines("< ");
        return new FilterInputStream(program.output()) {
            @Override
            public int read(byte[] octets, int from, int count) throws IOException {
                int read = super.read(octets, from, count);
                lines.add(octets, from, read);
                return read;
            }
        };
    }

    @Override
    public String obituary() {
        return program.obituary();
    }

    @Override
    public OptionalInt exitCode() {
        return program.exitCode();
    }

    @Override
    public void end() {
        program.end();
    }

    @Override
    public void kill() {
        program.kill();
    }

    /** One direction. */
    private final class Lines {
        private final String mark;
        private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

        Lines(String mark) {
            this.mark = mark;
        }

        void add(byte[] octets, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (octets[i] == '\n') {
                    log.accept(mark + begun.toString(StandardCharsets.UTF_8));
                    begun.reset();
                } else {
                    begun.write(octets[i]);
                }
            }
        }
    }
}
