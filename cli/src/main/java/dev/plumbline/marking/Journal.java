package dev.plumbline.marking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is done, a line each ({@code journal.jsonl}), which is on the disk before anybody hears of it. It only grows; a line that was
 * cut short, by whatever has ended the process, is cut off by whoever goes on. Only one process at a time may have it open.
 */
final class Journal implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A submission is done.
     *
     * @param digest of what stands in its folder
     * @param seconds how long it took, to be compiled, too
     */
    record Entry(String id, String state, String digest, double seconds) {}

    private Journal(FileChannel file) {
        this.file = file;
    }

    /**
     * Opens it, and reads what is there.
     *
     * @throws CannotMark if another process has it
     */
    static Journal open(Path path) {
        try {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!FileLocks.take(file)) {
                file.close();
                throw new CannotMark("another marking is at work in " + path.getParent());
            }
            Journal journal = new Journal(file);
            journal.read();
            return journal;
        } catch (IOException e) {
            throw new CannotMark("the journal cannot be written: " + e, e);
        }
    }

    private void read() throws IOException {
        ByteBuffer content = ByteBuffer.allocate((int) file.size());
        while (content.hasRemaining() && file.read(content) >= 0) {
            // until all is there
        }
        String text = new String(content.array(), 0, content.position(), StandardCharsets.UTF_8);
        int whole = text.lastIndexOf('\n') + 1;
        for (String line : text.substring(0, whole).split("\n", -1)) {
            if (!line.isEmpty()) {
                Entry entry = JSON.readValue(line, Entry.class);
                entries.put(entry.id(), entry);
            }
        }
        int octets = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        file.truncate(octets);
        file.position(octets);
    }

    /** What is done, the last word on each. */
    synchronized Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }

    /** Writes a line. */
    synchronized void add(Entry entry) {
        try {
            ByteBuffer line = ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
            entries.put(entry.id(), entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be closed", e);
        }
    }
}
