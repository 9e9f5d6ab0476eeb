package dev.plumbline.courses;

import dev.plumbline.faults.Faults;
import dev.plumbline.forked.Compiled;
import dev.plumbline.oracle.Packet;
import dev.plumbline.reference.ReferenceProvider;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.testbed.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Faults and freedoms of the reference as submissions. Their classes are the same in each, and so all have one jar by hard links. */
final class Variants {
    private static final String SERVICE = "META-INF/services/" + StackProvider.class.getName();

    private final Path folder;
    private final Path jar;

    /** Into a folder; the jar lies there, too, and is no submission, for it is hidden. */
    Variants(Path folder) {
        this.folder = folder;
        this.jar = folder.resolve(".variants.jar");
    }

    /** A folder with this variant. */
    void folder(String id, String name) {
        try {
            Path top = Files.createDirectories(folder.resolve(id));
            Path service = top.resolve(SERVICE);
            Files.createDirectories(service.getParent());
            Files.writeString(service, Submitted.class.getName());
            Files.writeString(top.resolve(Submitted.NAME), name);
            Files.createLink(top.resolve("stack.jar"), jar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A jar with all in it. */
    void jar(String id, String name) {
        try (ZipFile classes = new ZipFile(jar().toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(id)))) {
            for (ZipEntry entry : classes.stream().toList()) {
                put(out, entry.getName(), classes.getInputStream(entry).readAllBytes());
            }
            put(out, SERVICE, Submitted.class.getName().getBytes(StandardCharsets.UTF_8));
            put(out, Submitted.NAME, name.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() throws IOException {
        if (!Files.exists(jar)) {
            Path classes = folder.resolve(".variants");
            Compiled.bring(ReferenceProvider.class, "dev/plumbline", classes);
            Compiled.bring(Faults.class, packageOf(Faults.class), classes);
            // Some faults look at packets as the laws do.
            Compiled.bring(Packet.class, packageOf(Packet.class), classes);
            Compiled.bring(Words.class, packageOf(Words.class), classes);
            Compiled.bring(Submitted.class, packageOf(Submitted.class), classes);
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
                pack(classes, out);
            }
        }
        return jar;
    }

    private static String packageOf(Class<?> type) {
        return type.getPackageName().replace('.', '/');
    }

    private static void pack(Path from, ZipOutputStream out) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                put(out, from.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private static void put(ZipOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
