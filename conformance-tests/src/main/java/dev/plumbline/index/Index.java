package dev.plumbline.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Where everything is.
 *
 * @param steps the methods behind the steps of a scenario, by the scenario's id, in the order of its steps
 * @param laws the classes that judge packets by a requirement, by its id
 * @param keepers the code without which the reference would break a requirement, by its id
 * @param tests the unit tests of that code, by the requirement's id
 * @param faults the stacks that are wrong on purpose
 */
public record Index(
        Map<String, List<Place>> steps,
        Map<String, List<Place>> laws,
        Map<String, List<Place>> keepers,
        Map<String, List<Place>> tests,
        List<Wrong> faults) {
    /** Where it stands on the class path. */
    public static final String RESOURCE = "dev/plumbline/index/index.json";

    /**
     * A stack that is wrong on purpose.
     *
     * @param name as it is typed after {@code --stack}, without its prefix
     * @param sentence what is wrong with it
     * @param rows the requirements that must find out, the one it is made for first
     */
    public record Wrong(String name, String sentence, List<String> rows, Place place) {}

    /** As it was made with this version of the suite. */
    public static Index load() {
        try (InputStream in = Index.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new ObjectMapper().readValue(in, Index.class);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** The faults that a requirement must find out about. */
    public List<Wrong> faults(String requirement) {
        return faults.stream()
                .filter(fault -> fault.rows().contains(requirement))
                .toList();
    }
}
