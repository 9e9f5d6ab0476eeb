package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A program's input, output and standard error. Where the system allows it they are opened anew, as channels: these can be closed
 * while somebody waits for them, who is woken. What a program leaves running may hold its own end for ever.
 */
final class Pipes {
    private final OutputStream input;
    private final InputStream output;
    private final InputStream errors;
    private final List<FileChannel> channels;
    /** Both ends of each of them, as long as nobody else holds the other. */
    private final List<FileChannel> wedges = new ArrayList<>();

    private Pipes(OutputStream input, InputStream output, InputStream errors) {
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.channels = List.of();
    }

    private Pipes(List<FileChannel> channels) {
        this.input = Channels.newOutputStream(channels.get(0));
        this.output = Channels.newInputStream(channels.get(1));
        this.errors = Channels.newInputStream(channels.get(2));
        this.channels = channels;
    }

    static Pipes of(Process process) {
        Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
        try {
            List<FileChannel> channels = opened(open.resolve("0"), open.resolve("1"), open.resolve("2"));
            // The program must see the end of its input when ours is closed.
            process.getOutputStream().close();
            process.getInputStream().close();
            process.getErrorStream().close();
            return new Pipes(channels);
        } catch (IOException e) {
            return new Pipes(process.getOutputStream(), process.getInputStream(), process.getErrorStream());
        }
    }

    /** By their names. Nobody waits: until {@link #begin} they are open as if the program had them open, too. */
    static Pipes named(Path input, Path output, Path errors) throws IOException {
        List<FileChannel> wedges = new ArrayList<>();
        try {
            for (Path path : List.of(input, output, errors)) {
                wedges.add(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
            }
            Pipes pipes = new Pipes(opened(input, output, errors));
            pipes.wedges.addAll(wedges);
            return pipes;
        } catch (IOException e) {
            wedges.forEach(Pipes::close);
            throw e;
        }
    }

    /** To nobody. */
    static Pipes none() {
        return new Pipes(OutputStream.nullOutputStream(), InputStream.nullInputStream(), InputStream.nullInputStream());
    }

    OutputStream input() {
        return input;
    }

    InputStream output() {
        return output;
    }

    InputStream errors() {
        return errors;
    }

    /** The program has them open now, or never will: it alone holds their other ends. */
    void begin() {
        wedges.forEach(Pipes::close);
    }

    /** Says nothing more and listens to nothing more but to the standard error. */
    void hangUp() {
        channels.stream().limit(2).forEach(Pipes::close);
    }

    void close() {
        begin();
        channels.forEach(Pipes::close);
    }

    private static List<FileChannel> opened(Path input, Path output, Path errors) throws IOException {
        List<FileChannel> opened = new ArrayList<>();
        try {
            opened.add(FileChannel.open(input, StandardOpenOption.WRITE));
            opened.add(FileChannel.open(output, StandardOpenOption.READ));
            opened.add(FileChannel.open(errors, StandardOpenOption.READ));
            return opened;
        } catch (IOException e) {
            opened.forEach(Pipes::close);
            throw e;
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a pipe cannot be closed", e);
        }
    }
}
