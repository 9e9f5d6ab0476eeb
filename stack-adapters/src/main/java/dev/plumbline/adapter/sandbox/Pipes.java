package dev.plumbline.adapter.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A program's input, output and standard error. Where the system allows it they are opened anew, as channels: these can be closed
 * while somebody waits for them, who is woken. What a program leaves running may hold its own end for ever.
 */
final class Pipes {
    private final Process process;
    private final List<FileChannel> channels;

    private Pipes(Process process, List<FileChannel> channels) {
        this.process = process;
        this.channels = channels;
    }

    static Pipes of(Process process) {
        Path open = Path.of("/proc", Long.toString(process.pid()), "fd");
        try {
            List<FileChannel> channels = List.of(
                    open(open.resolve("0"), StandardOpenOption.WRITE),
                    open(open.resolve("1"), StandardOpenOption.READ),
                    open(open.resolve("2"), StandardOpenOption.READ));
            // The program must see the end of its input when ours is closed.
            process.getOutputStream().close();
            process.getInputStream().close();
            process.getErrorStream().close();
            return new Pipes(process, channels);
        } catch (IOException | UncheckedIOException e) {
            return new Pipes(process, List.of());
        }
    }

    OutputStream input() {
        return channels.isEmpty() ? process.getOutputStream() : Channels.newOutputStream(channels.get(0));
    }

    InputStream output() {
        return channels.isEmpty() ? process.getInputStream() : Channels.newInputStream(channels.get(1));
    }

    InputStream errors() {
        return channels.isEmpty() ? process.getErrorStream() : Channels.newInputStream(channels.get(2));
    }

    /** Says nothing more and listens to nothing more but to the standard error. */
    void hangUp() {
        channels.stream().limit(2).forEach(Pipes::close);
    }

    void close() {
        channels.forEach(Pipes::close);
    }

    private static FileChannel open(Path path, OpenOption how) {
        try {
            return FileChannel.open(path, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
