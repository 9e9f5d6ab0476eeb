package dev.plumbline.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A file of the catalogue: whatever ends in {@code .yaml} in the folder {@code requirements} of the class path, or in a folder
 * below it.
 *
 * @param name its path from the root of the class path
 * @param url where it is
 */
record RequirementFile(String name, URL url) {
    private static final String FOLDER = "requirements";
    private static final String ENDING = ".yaml";
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** The lesson is what a reader meets first. */
    private static final Comparator<RequirementFile> ORDER = Comparator.comparing(
                    (RequirementFile file) -> !file.name().equals(FOLDER + "/lesson" + ENDING))
            .thenComparing(RequirementFile::sortable)
            .thenComparing(file -> file.url().toString());

    /**
     * All that a class loader knows, the lesson first, then by their names.
     *
     * @throws CannotRun if there is none
     */
    static List<RequirementFile> find(ClassLoader loader) {
        List<RequirementFile> found = new ArrayList<>();
        try {
            for (URL folder : Collections.list(loader.getResources(FOLDER))) {
                found.addAll(in(folder));
            }
        } catch (IOException | URISyntaxException e) {
            throw new CannotRun("the folder '" + FOLDER + "' of the class path cannot be read: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new CannotRun("there is no requirement: no file in the folder '" + FOLDER + "' of the class path");
        }
        return found.stream().sorted(ORDER).toList();
    }

    private static List<RequirementFile> in(URL folder) throws IOException, URISyntaxException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            jar.setUseCaches(false);
            try (JarFile file = jar.getJarFile()) {
                return named(folder, file.stream().map(ZipEntry::getName));
            }
        }
        Path path = Path.of(folder.toURI());
        try (Stream<Path> all = Files.walk(path)) {
            return named(folder, all.map(each -> FOLDER + "/" + slashed(path.relativize(each))));
        }
    }

    /** With numbers that sort as numbers do: section 3.9 comes before section 3.10. */
    private static String sortable(RequirementFile file) {
        return NUMBER.matcher(file.name())
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static List<RequirementFile> named(URL folder, Stream<String> names) {
        String root = folder.toString().replaceFirst(FOLDER + "/?$", "");
        return names.filter(name -> name.startsWith(FOLDER + "/") && name.endsWith(ENDING))
                .map(name -> new RequirementFile(name, url(root + name)))
                .toList();
    }

    private static URL url(String text) {
        try {
            return URI.create(text.replace(" ", "%20")).toURL();
        } catch (MalformedURLException e) {
            throw new CannotRun(text + " is no address of a file: " + e.getMessage(), e);
        }
    }

    /**
     * What it holds.
     *
     * @throws CannotRun if it is no YAML
     */
    JsonNode read() {
        try (InputStream in = url.openStream()) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new CannotRun(name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
