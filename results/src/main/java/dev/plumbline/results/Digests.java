package dev.plumbline.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 of what a run leaves, so that whoever keeps the numbers sees whether it was changed afterwards. That of a folder is the
 * digest of what {@code LC_ALL=C sha256sum FOLDER/*} prints: of the files in it, a line each.
 */
public final class Digests {
    private Digests() {}

    /** In lower-case hexadecimal digits. */
    public static String of(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of a file as it is now. */
    public static String of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** Of a folder with these files, by their paths from where the digest is made, {@code transcripts/a.txt}. */
    public static String ofFolder(Map<String, String> digests) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(digests)
                .forEach((path, digest) ->
                        lines.append(digest).append("  ").append(path).append('\n'));
        return of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
