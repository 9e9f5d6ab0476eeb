package dev.plumbline.adapter.jar;

import dev.plumbline.spi.TcpLayerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** Finds out, without running any of it, whether a stack is a TCP alone, which needs the other layers of somebody else. */
final class LoneTcp {
    private static final String SERVICE = "META-INF/services/" + TcpLayerProvider.class.getName();
    private static final String CLASS = "class:";

    private LoneTcp() {}

    static boolean isAmong(List<Path> classPath, String wanted) {
        return wanted.startsWith(CLASS)
                ? isOne(wanted.substring(CLASS.length()))
                : classPath.stream().anyMatch(LoneTcp::namesOne);
    }

    private static boolean isOne(String type) {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            return TcpLayerProvider.class.isAssignableFrom(Class.forName(type, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static boolean namesOne(Path path) {
        if (Files.isDirectory(path)) {
            return Files.exists(path.resolve(SERVICE));
        }
        try (ZipFile jar = new ZipFile(path.toFile())) {
            return jar.getEntry(SERVICE) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
