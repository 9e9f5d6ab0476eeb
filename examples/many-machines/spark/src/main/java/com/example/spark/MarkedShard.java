package com.example.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the marking of one shard has left.
 *
 * @param number from 1
 * @param files by their names in its folder
 */
record MarkedShard(int number, Map<String, byte[]> files) implements Serializable {
    /** The same pages in each shard; merging makes them anew. */
    private static final String PAGES = "requirements";

    static MarkedShard read(int number, Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = folder.relativize(file);
                if (!name.startsWith(PAGES)) {
                    files.put(name.toString(), Files.readAllBytes(file));
                }
            }
        }
        return new MarkedShard(number, files);
    }

    /** Puts it where it belongs in one step: a folder of that name is whole. */
    void write(Path shards) throws IOException {
        Path made = Files.createTempDirectory(shards, ".");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = made.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        Files.move(made, shards.resolve(Integer.toString(number)), StandardCopyOption.ATOMIC_MOVE);
    }
}
