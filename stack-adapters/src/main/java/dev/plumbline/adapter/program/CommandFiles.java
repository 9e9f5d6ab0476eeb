package dev.plumbline.adapter.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program that is given as a command has to read: the files and folders that the command names, and what lies in one folder
 * with them, for a program rarely comes alone. A folder that holds more than a program, such as a user's home, is not shown for
 * one file in it.
 *
 * @param needed files and folders
 * @param hidden folders of results within these
 */
record CommandFiles(List<Path> needed, List<Path> hidden) {
    private static final String RESULTS = "plumbline-out";

    /** Of a command's words, those that name files being absolute. */
    static CommandFiles of(List<String> words) {
        List<Path> needed = words.stream()
                .flatMap(word -> Arrays.stream(word.split(File.pathSeparator, -1)))
                .filter(part -> part.startsWith("/"))
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(CommandFiles::withItsOwn)
                .distinct()
                .toList();
        List<Path> hidden = new ArrayList<>();
        for (Path folder : needed) {
            hidden.add(folder.resolve(RESULTS));
        }
        return new CommandFiles(
                needed, hidden.stream().filter(Files::isDirectory).toList());
    }

    private static Stream<Path> withItsOwn(Path path) {
        Path real = real(path);
        return Stream.of(path, real).map(each -> Files.isDirectory(each) ? each : folderOf(each));
    }

    /** The file itself if its folder is not its own. */
    private static Path folderOf(Path file) {
        Path folder = file.getParent();
        if (folder != null && "bin".equals(String.valueOf(folder.getFileName()))) {
            folder = folder.getParent();
        }
        return folder == null || isTooMuch(folder) ? file : folder;
    }

    private static boolean isTooMuch(Path folder) {
        return Stream.of("user.home", "java.io.tmpdir")
                .map(name -> Path.of(System.getProperty(name, "/")).toAbsolutePath())
                .anyMatch(big -> big.startsWith(folder));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }
}
