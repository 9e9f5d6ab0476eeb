package dev.plumbline.results;

import java.nio.file.Path;
import java.util.List;

/** Makes pages of a run; a service, for who judges does not know who tells. */
public interface RunPages {
    /**
     * Makes them.
     *
     * @param folder of the run's results
     * @return the pages
     */
    List<Path> write(Judgement judgement, Path folder);
}
