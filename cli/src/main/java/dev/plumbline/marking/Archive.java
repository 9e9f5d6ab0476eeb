package dev.plumbline.marking;

import dev.plumbline.text.Shown;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip archive that a stranger has made. It is unpacked into a folder and nowhere else, and within bounds that are counted while
 * that is done, whatever the archive says of itself. What it calls a link becomes a file, and so leads nowhere.
 */
record Archive(Path file) {
    static final int MOST_FILES = 5_000;
    static final int MOST_MEGABYTES = 128;
    static final int MOST_PACKED_MEGABYTES = 32;
    /** Sources and classes are packed to a half or a quarter; what is packed to a hundredth is made of nothing. */
    static final int MOST_TIMES = 100;

    /** A few zeros are nobody's harm. */
    private static final long HARMLESS = 1 << 20;

    private static final int MEGABYTE = 1 << 20;
    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 200;
    /** Old programs write names as their machine does: in Korea in this one. */
    private static final String ELSEWHERE = "MS949";

    /** It is not unpacked; the message is for whoever handed it in. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /**
     * Unpacks it into a folder that is empty.
     *
     * @throws Refused if it is no archive, or one that must not be unpacked
     * @throws IOException if the folder cannot be written
     */
    void unpack(Path into) throws IOException {
        require(
                Files.size(file) <= (long) MOST_PACKED_MEGABYTES * MEGABYTE,
                "it has more than " + MOST_PACKED_MEGABYTES + " MB");
        try (ZipFile zip = opened()) {
            Bounds bounds = new Bounds(Files.size(file));
            require(zip.size() <= MOST_FILES, "it has more than " + MOST_FILES + " files");
            for (ZipEntry entry : zip.stream().filter(Archive::isHandedIn).toList()) {
                Path target = within(into, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    unpack(zip, entry, target, bounds);
                }
            }
        } catch (FileAlreadyExistsException e) {
            throw new Refused("it has two entries of the name " + shown(into.relativize(Path.of(e.getFile()))));
        }
    }

    private ZipFile opened() throws IOException {
        ZipException first = new ZipException();
        List<Charset> charsets = Stream.of(StandardCharsets.UTF_8.name(), ELSEWHERE, StandardCharsets.ISO_8859_1.name())
                .filter(Charset::isSupported)
                .map(Charset::forName)
                .toList();
        for (Charset charset : charsets) {
            try {
                return new ZipFile(file.toFile(), charset);
            } catch (ZipException e) {
                first.addSuppressed(e);
            }
        }
        throw new Refused("it is no zip archive that can be read: "
                + Shown.line(String.valueOf(first.getSuppressed()[0].getMessage())));
    }

    /** What a Mac adds to each archive was not handed in. */
    private static boolean isHandedIn(ZipEntry entry) {
        return !entry.getName().startsWith("__MACOSX/") && !entry.getName().endsWith(".DS_Store");
    }

    private static Path within(Path into, String name) {
        String path = name.replace('\\', '/');
        List<String> parts = List.of(path.split("/+"));
        require(
                !path.startsWith("/") && !path.matches("[A-Za-z]:.*") && !parts.contains(".."),
                "its entry " + Shown.line(name) + " leads out of its folder");
        require(
                parts.size() <= DEEPEST,
                "its entry " + Shown.line(name) + " lies below more than " + DEEPEST + " folders");
        require(
                parts.stream().allMatch(part -> part.length() <= LONGEST_NAME),
                "its entry " + Shown.line(name) + " has too long a name");
        try {
            Path target = into.resolve(path).normalize();
            require(target.startsWith(into), "its entry " + Shown.line(name) + " leads out of its folder");
            return target;
        } catch (InvalidPathException e) {
            throw new Refused("its entry " + Shown.line(name) + " has no name for a file");
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target, Bounds bounds) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        byte[] chunk = new byte[8192];
        CRC32 sum = new CRC32();
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW);
                InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                bounds.count(count);
                sum.update(chunk, 0, count);
                out.write(chunk, 0, count);
            }
        } catch (ZipException | EOFException e) {
            throw new Refused("its file " + Shown.line(entry.getName()) + " is damaged");
        }
        require(sum.getValue() == entry.getCrc(), "its file " + Shown.line(entry.getName()) + " is damaged");
    }

    private static String shown(Path path) {
        return Shown.line(path.toString());
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new Refused(otherwise);
        }
    }

    /** How much has been unpacked. */
    private static final class Bounds {
        private final long packed;
        private long octets;

        Bounds(long packed) {
            this.packed = packed;
        }

        void count(int more) {
            octets += more;
            require(octets <= (long) MOST_MEGABYTES * MEGABYTE, "unpacked it has more than " + MOST_MEGABYTES + " MB");
            require(
                    octets <= HARMLESS || octets <= packed * MOST_TIMES,
                    "it unpacks to more than " + MOST_TIMES + " times its size");
        }
    }
}
