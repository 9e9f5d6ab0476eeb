package dev.plumbline.marking;

import dev.plumbline.results.Digests;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Scenarios of the lecturer's own, which nobody knows before they are judged by them: a folder of features. They are found where the
 * suite's are, as features {@code own/NAME}; their steps are the suite's words, and their tags its requirements.
 *
 * @param classPath a folder that has them as features; nothing if there are none
 * @param digest of all of them
 */
public record OwnScenarios(List<Path> classPath, String digest) {
    /** There are none. */
    public static final OwnScenarios NONE = new OwnScenarios(List.of(), "");

    private static final String BELOW = "features/own";
    private static final String ENDING = ".feature";

    /** Copies the list. */
    public OwnScenarios {
        classPath = List.copyOf(classPath);
    }

    /**
     * Those of a folder.
     *
     * @param place where they are kept while they are needed
     * @throws CannotMark if there are none
     */
    public static OwnScenarios of(Path folder, Path place) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> features = all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            if (features.isEmpty()) {
                throw new CannotMark("there is no file NAME" + ENDING + " in " + folder);
            }
            Path below = Files.createDirectories(place.resolve(BELOW));
            Map<String, String> digests = new TreeMap<>();
            for (Path feature : features) {
                Path copy = below.resolve(feature.getFileName().toString());
                Files.copy(feature, copy, StandardCopyOption.REPLACE_EXISTING);
                digests.put(feature.getFileName().toString(), Digests.of(copy));
            }
            return new OwnScenarios(List.of(place), Digests.ofFolder(digests));
        } catch (IOException e) {
            throw new CannotMark("the scenarios cannot be read: " + e, e);
        }
    }

    /** From now on whoever looks for features on this thread finds them, too. */
    public void join() {
        Thread thread = Thread.currentThread();
        URL[] urls = classPath.stream().map(OwnScenarios::url).toArray(URL[]::new);
        if (urls.length > 0) {
            thread.setContextClassLoader(new URLClassLoader(urls, thread.getContextClassLoader()));
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
