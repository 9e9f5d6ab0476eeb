package dev.plumbline.marking;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives, good ones and others. */
final class Zip implements AutoCloseable {
    private final ZipOutputStream out;

    Zip(Path file) throws IOException {
        this(file, StandardCharsets.UTF_8);
    }

    Zip(Path file, Charset names) throws IOException {
        out = new ZipOutputStream(Files.newOutputStream(file), names);
    }

    Zip with(String name, String text) throws IOException {
        return with(name, text.getBytes(StandardCharsets.UTF_8), 1);
    }

    /** So many times the same. */
    Zip with(String name, byte[] content, int times) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        for (int i = 0; i < times; i++) {
            out.write(content);
        }
        out.closeEntry();
        return this;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
