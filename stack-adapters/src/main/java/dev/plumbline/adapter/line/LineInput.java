package dev.plumbline.adapter.line;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** What a program hears from the suite: the one place that has the real standard input. Reading waits. */
public final class LineInput {
    private final InputStream in;
    private final LineSplitter splitter = new LineSplitter();
    private final Queue<String> lines = new ArrayDeque<>();
    private final byte[] chunk = new byte[64 * 1024];

    /** The process's own. */
    public LineInput() {
        this(new FileInputStream(FileDescriptor.in));
    }

    /** Another, which stands for it. */
    public LineInput(InputStream in) {
        this.in = in;
    }

    /**
     * The next message; nothing once the suite has gone.
     *
     * @throws MalformedLine if the line is none
     */
    public Optional<LineMessage> hear() {
        String line = lines.poll();
        while (line == null) {
            if (!fill()) {
                return Optional.empty();
            }
            line = lines.poll();
        }
        return Optional.of(LineMessage.parse(line));
    }

    private boolean fill() {
        try {
            int count = in.read(chunk);
            if (count > 0) {
                splitter.split(chunk, count, lines::add);
            }
            return count > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the suite does not speak any more", e);
        }
    }
}
